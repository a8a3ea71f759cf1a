// The sample company: made on a fresh installation, for whoever wants to look around before they move in.
import { z } from 'zod';
import { route } from './route.ts';

export const SampleState = z
  .object({
    state: z.enum(['none', 'making', 'ready']),
    done: z.number().min(0).max(1).meta({ description: 'How much of it is made' }),
  })
  .meta({ id: 'SampleState' });
export type SampleState = z.infer<typeof SampleState>;

export const sampleApi = {
  getSample: route({
    method: 'GET',
    path: '/api/sample',
    summary: 'Whether there is a sample company, or one is being made',
    for: 'anyone',
    status: 200,
    response: SampleState,
  }),
  startSample: route({
    method: 'POST',
    path: '/api/sample',
    summary: 'Make the sample company, on an installation without a company',
    scope: 'never',
    for: 'anyone',
    status: 202,
    response: SampleState,
  }),
};

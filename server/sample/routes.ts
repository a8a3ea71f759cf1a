// Implements contract/sample.ts.
import { sampleApi } from '../../contract/sample.ts';
import { serve, type Served } from '../platform/http.ts';
import { orderSample, sampleState } from './sample.ts';

/** `wake` starts the making once the order is committed. */
export const sampleRoutes = ({ order }: { order: (tx: Parameters<typeof orderSample>[0]) => Promise<void> }): Served =>
  serve(sampleApi, {
    getSample: ({ tx }) => sampleState(tx),
    startSample: async ({ tx, now }) => {
      const state = await orderSample(tx, now);
      if (!('refused' in state)) await order(tx);
      return state;
    },
  });

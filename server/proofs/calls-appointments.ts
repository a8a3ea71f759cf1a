// For tests of the whole: good calls of appointments, by somebody who was asked to one and delivers there.
import type { Making, Sent } from './calls.ts';
import type { Cast } from './cast.ts';

const ahead = (cast: Cast, hours: number) => new Date(cast.time().getTime() + hours * 3_600_000).toISOString();

export const appointmentCalls: Record<string, (making: Making) => Sent> = {
  createAppointment: ({ cast }) => ({
    body: {
      with: cast.id.newcomer,
      asks: cast.id.newcomer,
      at: ahead(cast, 30),
      title: 'The price list',
      deliverables: ['The list'],
    },
  }),
  answerAppointment: () => ({ body: { answer: 'accepted', words: 'Gladly' } }),
  moveAppointment: ({ cast }) => ({ body: { at: ahead(cast, 60), words: 'The train is late' } }),
  cancelAppointment: () => ({ body: { reason: 'It is done already' } }),
  concludeAppointment: ({ cast, thing = '0199a7a0-0000-7000-8000-000000000000' }) => ({
    body: { deliverables: [{ id: thing, word: 'again', due: ahead(cast, 60) }] },
  }),
};

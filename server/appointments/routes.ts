// Implements contract/appointments.ts.
import { appointmentsApi, type Appointment } from '../../contract/appointments.ts';
import type { Db } from '../platform/db.ts';
import { transact } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import type { Subjects } from '../notices/notices.ts';
import type { Who } from '../platform/who.ts';
import * as acts from './acts.ts';
import * as appointments from './appointments.ts';
import { endFeed, makeFeed, readCalendar, readFeed, type FeedParts } from './feed.ts';
import { readFile } from './file.ts';
import type { AppointmentOrigins } from './origins.ts';

type Parts = FeedParts & { subjects: Subjects; origins: AppointmentOrigins };
type Call = { tx: Db; who: Who; params: { id: string }; expected: number | undefined; now: Date };

export const appointmentsRoutes = (parts: Parts): Served => {
  const { subjects, publicUrl } = parts;
  /** Does it, and answers the appointment as it is then. */
  const after = async (
    { tx, who, params, expected, now }: Call,
    act: (acting: acts.Acting) => Promise<Outcome<void>>,
  ): Promise<Outcome<Appointment>> => {
    const done = await act({ tx, who, id: params.id, expected, now });
    return isRefused(done) ? done : appointments.readAppointment(tx, who, params.id, { subjects, now });
  };
  return serve(appointmentsApi, {
    listAppointments: ({ tx, who, query, now }) => appointments.listAppointments(tx, who, query, now),
    createAppointment: async ({ tx, who, body, now }) => {
      const arranging = { ...body, by: who.id, at: new Date(body.at) };
      const id = await appointments.makeAppointment(tx, arranging, now);
      return isRefused(id) ? id : appointments.readAppointment(tx, who, id, { subjects, now });
    },
    getAppointment: ({ tx, who, params, now }) => appointments.readAppointment(tx, who, params.id, { subjects, now }),
    getAppointmentFile: ({ tx, who, params, now }) => readFile(parts, tx, who, params.id, now),
    answerAppointment: (call) => after(call, (acting) => acts.answer(acting, call.body)),
    moveAppointment: (call) => after(call, (acting) => acts.move(acting, { ...call.body, at: new Date(call.body.at) })),
    cancelAppointment: (call) => after(call, (acting) => acts.cancel(acting, call.body, parts.origins)),
    concludeAppointment: (call) => after(call, (acting) => acts.conclude(acting, call.body, parts.origins)),
    getCalendarFeed: ({ tx, who }) => readFeed(tx, who.id),
    createCalendarFeed: ({ tx, who, now }) => transact(tx, (inside) => makeFeed(inside, who.id, publicUrl, now)),
    removeCalendarFeed: ({ tx, who }) => endFeed(tx, who.id),
    readCalendar: ({ tx, params, request, now }) => readCalendar(parts, tx, { token: params.token, request, now }),
  });
};

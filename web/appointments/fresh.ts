// Reads appointments again after a change in one; fetched with the first such change. And what an answer says about one is kept at once.
import { appointmentsApi, type Appointment } from '../../contract/appointments.ts';
import { goOnFromAct } from '../platform/after-act.ts';
import { invalidate, keyOf, queries } from '../platform/query.ts';

const { getAppointment, listAppointments, getCalendarFeed } = appointmentsApi;

export const freshen = (): void => void invalidate(getAppointment, listAppointments, getCalendarFeed);

/** The appointment as an act has left it; the lists are read again. */
export function keep(one: Appointment): void {
  goOnFromAct();
  queries.setQueryData(keyOf(getAppointment, { params: { id: one.id } }), one);
  void invalidate(listAppointments);
}

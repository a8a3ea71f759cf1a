// An appointment as the rules see it, made of its row, and the other way round. Pure.
import type { Appointment } from './rules.ts';
import type { AppointmentRecord } from './tables.ts';

export function appointmentOf(row: AppointmentRecord): Appointment {
  const { id, by_id: by, with_id: invited, asks_id: asks, at, minutes, sequence, set_by_id: setBy, answer } = row;
  const answeredAt = row.answered_at;
  const every = { id, by, with: invited, asks, at, minutes, sequence, setBy, answer, answeredAt };
  if (row.state === 'arranged' || !row.ended_at) return { ...every, state: 'arranged' };
  return { ...every, state: row.state, endedAt: row.ended_at };
}

/** The columns that a move may change. */
export const columnsOf = (appointment: Appointment) => ({
  at: appointment.at,
  minutes: appointment.minutes,
  sequence: appointment.sequence,
  set_by_id: appointment.setBy,
  answer: appointment.answer,
  answered_at: appointment.answeredAt,
  state: appointment.state,
  ended_at: appointment.state === 'arranged' ? null : appointment.endedAt,
});

// The front door of ideas: who may hear of them and what they are called, what time does to them, and how their promises end.
// Moving is in climbing.ts, writing in writing.ts, reading in reading.ts; read rules.ts and access.ts first.
import { directoryAudiences } from '../directory/directory.ts';
import type { Subjects } from '../notices/notices.ts';
import type { Audience } from '../platform/hearers.ts';
import type { PromiseSubject } from '../promises/promises.ts';
import type { AppointmentOrigin } from '../appointments/appointments.ts';
import { calledOff, fate } from './fate.ts';
import { faring, held } from './meeting.ts';
import { readersOf, titles } from './queries.ts';

export { riseUnanswered } from './jobs.ts';
export { searchIdeas } from './reading.ts';
export { ideasPersonal } from './personal.ts';

const nobody: ReadonlySet<string> = new Set();

/** Who may hear of a change in an idea: every colleague, or its team, its author and the two sides of its promise. */
export const ideaAudience: Audience = async (db, changes) => {
  const readers = await readersOf(
    db,
    changes.map((change) => change.id),
  );
  const anyOpen = [...readers.values()].some(({ open }) => open);
  const everybody = anyOpen ? ((await directoryAudiences['person']?.(db, changes.slice(0, 1)))?.[0] ?? nobody) : nobody;
  return changes.map((change) => {
    const one = readers.get(change.id);
    return one?.open ? everybody : new Set(one?.people);
  });
};

/** What ideas are called and where their pages are, for those of them that the reader may see now. */
export const ideaTitles: NonNullable<Subjects[string]> = async (db, who, ids) =>
  new Map((await titles(db, who, ids)).map(({ id, ...told }) => [id, { ...told, path: `/ideas/${id}` }] as const));

/** How the promises made for ideas take part in the ledger: the ledger moves them, and ideas hear how they fare. */
export const ideaPromises: PromiseSubject = {
  sees: async (db, who, ids) => new Set((await titles(db, who, ids)).map(({ id }) => id)),
  titles: ideaTitles,
  fate,
};

/** How appointments tell the ideas that they grew out of what becomes of them. */
export const ideaAppointments: AppointmentOrigin = { calledOff, held, fate: faring };

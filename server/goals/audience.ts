// Who hears that a goal changed: the members of its team, who work by it. For everybody else it is as new as when they look.
import type { Audience } from '../platform/hearers.ts';
import { membersOfGoals } from './jobs.queries.ts';

export const goalAudience = (async (db, changes) => {
  const members = await membersOfGoals(
    db,
    changes.map(({ id }) => id),
  );
  return changes.map(({ id }) => members.get(id) ?? new Set());
}) satisfies Audience;

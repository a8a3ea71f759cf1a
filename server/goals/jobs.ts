// What time does to goals: clocks go on, leads hear of a breach before it happens and once when it has. Each runs as often as it likes.
import { leadsOf, membersOf } from '../directory/directory.ts';
import { notify } from '../notices/notices.ts';
import { announceAll } from '../platform/changes.ts';
import { transact, type Db } from '../platform/db.ts';
import { gone, pending, standing } from './clocks.queries.ts';
import { noteTold } from './jobs.queries.ts';
import { reckonGoal } from './reckon.ts';

/** Pieces of one goal in a round; the rest comes with the next. */
const pieces = 40;

/**
 * Reckons what has moved on and tells the leads. `whole`, once a night, reckons everything that runs anew, so that nothing that was
 * missed stays missed.
 */
export async function keepGoals(db: Db, now: Date, round: 'left' | 'whole' = 'left'): Promise<void> {
  const all = await standing(db);
  const due = round === 'whole' ? all : [...new Set([...(await pending(db, all, now)), ...(await gone(db))])];
  for (const id of due) {
    let more = await reckonGoal(db, id, round, now);
    for (let piece = 1; more && piece < pieces; piece += 1) more = await reckonGoal(db, id, 'new', now);
  }
  if (due.length > 0)
    await transact(db, (tx) =>
      announceAll(
        tx,
        due.map((id) => ({ subject: 'goal', id, kind: 'reckoned' })),
      ),
    );
  await transact(db, (tx) => tell(tx, 'near', now));
  await transact(db, (tx) => tell(tx, 'missed', now));
}

/** The team's leads hear of it (or, without one, all its members), never who waits for it themselves. */
async function tell(tx: Db, what: 'near' | 'missed', now: Date): Promise<void> {
  const teams = new Map<string, string[]>();
  for (const row of await noteTold(tx, what, now)) {
    if (!teams.has(row.team_id)) {
      const leads = await leadsOf(tx, row.team_id);
      teams.set(row.team_id, leads.length > 0 ? leads : await membersOf(tx, row.team_id));
    }
    const kind = what === 'near' ? ('goalNear' as const) : ('goalMissed' as const);
    const about = { subject: 'request', subjectId: row.request_id, actor: null, kind };
    const params = { due: row.due_at.toISOString(), goal: row.goal_id };
    const dedupe = `${kind}:${row.goal_id}:${row.request_id}:${row.started_at.toISOString()}`;
    const to = (teams.get(row.team_id) ?? []).filter((person) => person !== row.requester_id);
    await notify(
      tx,
      to.map((person) => ({ ...about, to: person, params, dedupe })),
      now,
    );
  }
}

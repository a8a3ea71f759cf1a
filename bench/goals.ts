// Goals in the company of the bench: one from the ask to the delivery, one to the first hello, for whatever the first team is asked.
import { createGoal, keepGoals } from '../server/goals/goals.ts';
import { transact, type Database } from '../server/platform/db.ts';
import { isRefused } from '../server/platform/outcome.ts';

/** Sets them if there are none, and reckons whatever has happened, as the job does; the id of the first. */
export async function standGoals({ db, pool }: Database, say: (sentence: string) => void): Promise<string> {
  const first = async () =>
    (await pool.query<{ id: string }>('select id from goals_goal order by id limit 1')).rows[0]?.id;
  if ((await first()) === undefined) {
    const found = await pool.query<{ team: string; person: string }>(
      'select team_id as team, person_id as person from directory_membership where lead order by team_id limit 1',
    );
    const { team = '', person = '' } = found.rows[0] ?? {};
    const who = { id: person, session: '', administrator: false, language: 'en', zone: 'UTC' } as const;
    for (const goal of [
      { sentence: 'Nobody waits longer than two days', ends: 'delivered', within: { count: 2, unit: 'days' } },
      { sentence: 'Everybody hears from us within the hour', ends: 'greeted', within: { count: 1, unit: 'hours' } },
    ] as const) {
      const given = { ...goal, starts: 'asked', every: true, days: 90 } as const;
      const made = await transact(db, (tx) =>
        createGoal(tx, { ...who, teams: [{ id: team, lead: true }] }, team, given, new Date()),
      );
      if (isRefused(made)) throw new Error(made.refused);
    }
  }
  const began = performance.now();
  const isBehind = async () => (await pool.query('select from goals_goal where back_at is not null')).rowCount !== 0;
  do await keepGoals(db, new Date());
  while (await isBehind());
  const clocks = await pool.query<{ count: number }>('select count(*)::int as count from goals_clock');
  say(`${clocks.rows[0]?.count} clocks of goals, ready after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  await pool.query('vacuum (analyze) goals_clock, goals_day, goals_length');
  return (await first()) ?? '';
}

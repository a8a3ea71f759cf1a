// For tests of goals: an IT team of five in the small hotel, with a service for everybody and a private one, and goals of its lead.
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Goal, GoalPage } from '../../contract/goals.ts';
import { createService } from '../catalog/catalog.ts';
import { addPerson, enlist } from '../directory/directory.ts';
import { transact } from '../platform/db.ts';
import { at, must, openHotel, seen, stories, type Person } from '../requests/for-tests.ts';

export const sentence = 'Nobody is without a working laptop for more than one hour';
export const hour = { starts: 'asked', ends: 'delivered', within: { count: 1, unit: 'hours' } };

export type Desk = Awaited<ReturnType<typeof openDesk>>;
export async function openDesk() {
  const hotel = await openHotel();
  const story = stories(hotel);
  const [laptops, sealed] = await transact(hotel.db, async (tx) => {
    must(await enlist(tx, hotel.it, hotel.eeva.id, false));
    for (const name of ['Fourth', 'Fifth']) {
      const { id } = must(await addPerson(tx, { name, email: `${name}@example.com` }, hotel.time()));
      must(await enlist(tx, hotel.it, id, false));
    }
    const offer = async (service: { name: string; sight?: 'private' }) =>
      must(await createService(tx, { team: hotel.it, ...service }, hotel.time())).id;
    return [await offer({ name: 'A working laptop' }), await offer({ name: 'A sealed drive', sight: 'private' })];
  });
  if (!laptops || !sealed) throw new Error('There are no services.');

  const setGoal = async (more: object = {}, by = hotel.liisa): Promise<Goal> => {
    const said = await by.post(`/api/teams/${hotel.it}/goals`, { sentence, ...hour, services: [laptops], ...more });
    expect(said.text).toContain(sentence);
    return said.body;
  };
  const read = async (goal: { id: string }, by: Person = hotel.liisa): Promise<GoalPage> => {
    const said = await by.get(`/api/goals/${goal.id}`);
    expect(said.status).toBe(200);
    return said.body;
  };
  const later = (minutes: number) => hotel.time(new Date(hotel.time().getTime() + minutes * 60_000).toISOString());
  const askLaptop = (more: object = {}) =>
    story.ask({ title: 'My laptop is dead', team: undefined, service: laptops, ...more });
  const promise = async (id: { id: string }, by = hotel.mika) =>
    seen(await by.post(at(id, 'promise'), { deliverable: 'A laptop', due: '2026-11-25T14:00:00Z' }));
  const serve = async (by: Person, minutes: number) => {
    const request = await askLaptop();
    await promise(request, by);
    later(minutes);
    seen(await by.post(at(request, 'delivery'), { done: 'Here it is' }));
    return request;
  };
  /** Each test begins in the morning, without goals of others. */
  const begin = async () => {
    hotel.time('2026-11-24T08:00:00Z');
    await sql`update goals_goal set archived_at = now() where archived_at is null`.execute(hotel.db);
  };
  /** Sums made anew from all clocks: what the kept ones must be. */
  const recount = async () => {
    const found = await sql<{ kept: string; anew: string }>`
      select coalesce((select jsonb_agg(jsonb_build_array(d.goal_id, d.day, d.private, d.met, d.missed) order by d.goal_id, d.day, d.private)
          from goals_day d join goals_goal g on g.id = d.goal_id and g.measure = d.measure where d.met + d.missed > 0)::text, '') as kept,
        coalesce((select jsonb_agg(x order by x -> 0, x -> 1, x -> 2) from (select jsonb_build_array(c.goal_id, c.day, c.private,
          count(*) filter (where c.within), count(*) filter (where not c.within)) as x
          from goals_clock c join goals_goal g on g.id = c.goal_id and g.measure = c.measure where c.within is not null
          group by c.goal_id, c.day, c.private) y)::text, '') as anew`.execute(hotel.db);
    const [row] = found.rows;
    expect(row?.kept).toBe(row?.anew);
    expect(row?.kept).not.toBe('');
  };
  return { hotel, laptops, sealed, setGoal, read, later, askLaptop, promise, serve, begin, recount };
}

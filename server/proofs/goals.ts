// For tests of the whole: goals to try operations on, good calls of them, and words of their own in those that are not for everybody.
import { createService } from '../catalog/catalog.ts';
import { createGoal, getGoal } from '../goals/goals.ts';
import { transact } from '../platform/db.ts';
import { must } from '../requests/for-tests.ts';
import type { Making, Sent } from './calls.ts';
import type { Caller, Cast } from './cast.ts';

const hour = { starts: 'asked', ends: 'delivered', within: { count: 1, unit: 'hours' } } as const;

export const goalCalls: Record<string, (making: Making) => Sent> = {
  createGoal: () => ({
    body: { ...hour, sentence: 'Nobody waits for a lamp', every: true, time: 'wall', share: 90, days: 90 },
  }),
  editGoal: () => ({ body: { share: 80, within: { count: 2, unit: 'hours' } } }),
};

/** A goal of a team of the serving people: for whatever it is asked, or for a private service. Its history is reckoned already. */
export async function newGoal(cast: Cast, team: string, own: boolean): Promise<string> {
  const lead = { id: cast.id.lead, session: '', administrator: false, language: 'en', zone: 'UTC' } as const;
  const who = { ...lead, teams: [{ id: team, lead: true }] };
  const made = await transact(cast.db, async (tx) => {
    const sealed = own
      ? [must(await createService(tx, { team, name: 'Sealed', sight: 'private' }, cast.time())).id]
      : [];
    const goal = { ...hour, sentence: 'Nobody is in the dark', services: sealed };
    return must(await createGoal(tx, who, team, goal, cast.time())).id;
  });
  must(await getGoal(cast.db, who, made, cast.time()));
  return made;
}

type Hide = (where: string, may: Iterable<Caller>, word?: string) => string;

/** A goal of a private service of IT, and one for whatever IT is asked, whose clocks tell of requests to those alone who see them. */
export async function hideInGoals(cast: Cast, canary: Hide, servers: readonly Caller[]): Promise<string[]> {
  const said = async (url: string, body: object): Promise<string> => {
    const answer = await cast.as('lead', 'POST', url, { body });
    if (answer.status !== 201) throw new Error(answer.text);
    return String(answer.body['id']);
  };
  const service = await said('/api/services', { team: cast.it, name: 'Sealed', sight: 'private' });
  const goals = `/api/teams/${cast.it}/goals`;
  const own = await said(goals, { ...hour, sentence: canary('sentence of a goal', servers), services: [service] });
  canary('id of a goal', servers, own);
  return [own, await said(goals, { ...hour, sentence: 'Nobody waits', within: { count: 1, unit: 'minutes' } })];
}

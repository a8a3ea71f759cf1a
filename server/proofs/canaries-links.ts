// For tests of the whole: words hidden in requests that are linked with others, and who may read each.
import { sql } from 'kysely';
import type { Caller, Cast, Method } from './cast.ts';

type Hide = (where: string, may: Iterable<Caller>) => string;
type Sides = { askers: readonly Caller[]; servers: readonly Caller[] };
type Mark = (where: string, may: Iterable<Caller>, word: string) => string;

/** What is linked with a private request is read by others; the private one is nowhere in it. */
export async function hideInLinks(cast: Cast, canary: Hide & Mark, { askers, servers }: Sides): Promise<string[]> {
  const must = async (who: Caller, url: string, body: object, method: Method = 'POST') => {
    const answer = await cast.as(who, method, `/api/requests${url}`, { body });
    if (answer.status >= 300) throw new Error(`${url}: ${answer.text}`);
    return String(answer.body['id']);
  };
  const seen = await must('asker', '', {
    title: `Well, ${canary('title of what is linked', [...askers, ...servers])} it is`,
    team: cast.it,
    onBehalfOf: cast.id.requester,
    participants: [cast.id.participant],
  });
  const title = `Well, ${canary('title of a private one', servers)} it is`;
  const hidden = await must('insider', '', { title, team: cast.it });
  await sql`update requests_request set sight = 'private' where id = ${hidden}`.execute(cast.db);
  canary('id of a private one', servers, hidden);
  await must('lead', `/${seen}/links/${hidden}`, { kind: 'blocks' }, 'PUT');
  await must('provider', `/${seen}/messages`, { body: 'Something else has to come first' });
  // One more, by somebody who does not come to see the first: its words and those of the team stay where they are.
  const sides = ['second', ...servers] as const;
  const merged = await must('second', '', {
    title: `Well, ${canary('title of one that is merged', sides)} it is`,
    team: cast.it,
  });
  canary('id of one that is merged', sides, merged);
  await must('second', `/${merged}/messages`, { body: canary('message in one that is merged', sides) });
  await must('member', `/${merged}/messages`, { kind: 'note', body: canary('note on one that is merged', servers) });
  const reason = canary('reason to merge', sides);
  const into = await must('asker', '', { title: 'The lamp in the hall', team: cast.it });
  await must('member', `/${into}/messages`, { kind: 'note', body: canary('note on one that goes on', servers) });
  await must('lead', `/${merged}/merging`, { into, reason });
  await must('second', `/${into}/messages`, {
    body: canary('message of one who asks along', ['asker', 'second', ...servers]),
  });
  return [seen, merged, into];
}

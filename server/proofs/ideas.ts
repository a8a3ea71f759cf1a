// For tests of the whole: ideas to try operations on, good calls, and the words in them that are for one team alone.
import type { Making, Sent } from './calls.ts';
import type { Caller, Cast, Someone } from './cast.ts';

type Kind = { to: 'it' | 'company'; sight: 'open' | 'team'; state: 'heard' | 'decided' | 'committed' };
const kinds: Record<string, Kind> = {
  idea: { to: 'it', sight: 'open', state: 'heard' },
  teamIdea: { to: 'it', sight: 'team', state: 'heard' },
  companyIdea: { to: 'company', sight: 'open', state: 'heard' },
  decidedIdea: { to: 'it', sight: 'open', state: 'decided' },
  teamDecided: { to: 'it', sight: 'team', state: 'decided' },
  promisedIdea: { to: 'it', sight: 'open', state: 'committed' },
  teamPromised: { to: 'it', sight: 'team', state: 'committed' },
};
export const isIdea = (on: string): boolean => on in kinds;

const ahead = (cast: Cast, hours: number) => new Date(cast.time().getTime() + hours * 3_600_000).toISOString();

const said = async (cast: Cast, who: Someone, url: string, body: object) => {
  const answer = await cast.as(who, 'POST', url, { body });
  if (answer.status >= 300) throw new Error(`${url}: ${answer.text}`);
  return String(answer.body['id']);
};

/** An idea of `provider`, answered by `lead` where it is answered. */
export async function newIdea(cast: Cast, on: string): Promise<string> {
  const { to, sight, state } = kinds[on] ?? { to: 'it', sight: 'open', state: 'heard' };
  const team = to === 'it' ? cast.it : null;
  const id = await said(cast, 'provider', '/api/ideas', { title: 'A key box at the door', team, sight });
  if (state !== 'heard') await said(cast, 'lead', `/api/ideas/${id}/decision`, {});
  const promise = { to: cast.id.lead, deliverable: 'A box', due: ahead(cast, 60) };
  if (state === 'committed') await said(cast, 'provider', `/api/ideas/${id}/commitment`, promise);
  return id;
}

export const ideaCalls: Record<string, (making: Making) => Sent> = {
  listIdeas: () => ({ query: '?q=key' }),
  createIdea: ({ cast }) => ({
    body: { title: 'Lamps that see', why: 'Nobody looks for the switch', team: cast.it, sight: 'team' },
  }),
  editIdea: () => ({ body: { title: 'In other words' } }),
  decideIdea: () => ({ body: { words: 'Gladly' } }),
  declineIdea: () => ({ body: { answer: 'notNow', reason: 'In spring' } }),
  commitIdea: ({ cast, on }) => ({
    body: { to: on === 'teamDecided' ? cast.id.helper : cast.id.newcomer, deliverable: 'A box', due: ahead(cast, 60) },
  }),
  appointIdea: ({ cast }) => ({ body: { at: ahead(cast, 30), deliverables: ['A box on the wall'] } }),
  completeIdea: () => ({ body: { words: 'Since May' } }),
  withdrawIdea: () => ({ body: { reason: 'We have one' } }),
  supportIdea: () => ({ body: { supports: true } }),
  discussIdea: () => ({ body: { body: 'I would use it every night' } }),
};

type Hide = (where: string, may: Iterable<Caller>, word?: string) => string;
const team = ['provider', 'member', 'lead', 'insider', 'helper'] as const;

/** Ideas of IT for IT alone, with a word of their own in every field; their ids. */
export async function hideInIdeas(cast: Cast, canary: Hide): Promise<string[]> {
  const say = (where: string) => canary(`${where} of an idea`, team);
  const propose = async () => {
    const id = await said(cast, 'provider', '/api/ideas', {
      title: say('name'),
      why: say('why'),
      team: cast.it,
      sight: 'team',
    });
    canary('id of an idea', team, id);
    return id;
  };
  const one = await propose();
  await said(cast, 'member', `/api/ideas/${one}/messages`, {
    body: `${say('word')} @[Second](person:${cast.id.second}) @[Asker](person:${cast.id.asker})`,
  });
  await said(cast, 'lead', `/api/ideas/${one}/decision`, { words: say('yes') });
  const promise = { to: cast.id.helper, deliverable: say('deliverable'), due: ahead(cast, 60) };
  await said(cast, 'member', `/api/ideas/${one}/commitment`, promise);
  const show = canary('deliverable at the appointment of an idea', ['member', 'helper']);
  await said(cast, 'helper', `/api/ideas/${one}/appointment`, { at: ahead(cast, 30), deliverables: [show] });
  const other = await propose();
  await said(cast, 'lead', `/api/ideas/${other}/refusal`, { answer: 'no', reason: say('reason') });
  const third = await propose();
  await said(cast, 'provider', `/api/ideas/${third}/withdrawal`, { reason: say('reason to take back') });
  return [one, other, third];
}

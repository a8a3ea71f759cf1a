// For tests of the whole: words of their own in services that are not for everybody.
import { sql } from 'kysely';
import type { Caller, Cast } from './cast.ts';

type Hide = (where: string, may: Iterable<Caller>, word?: string) => string;
const serving = ['provider', 'member', 'lead', 'insider', 'helper'] as const;
const kitchen = ['otherMember', 'otherLead'] as const;

/** A service of IT for the kitchen alone, one at rest, one for everyone that names both as needed, and one of which that was learned; their ids. */
export async function hideInServices(cast: Cast, canary: Hide): Promise<string[]> {
  const offer = async (body: object): Promise<string> => {
    const answer = await cast.as('lead', 'POST', '/api/services', { body: { team: cast.it, ...body } });
    if (answer.status !== 201) throw new Error(answer.text);
    return String(answer.body['id']);
  };
  const wordsOf = (what: string, may: readonly Caller[]) => {
    const say = (field: string) => canary(`${field} of a service ${what}`, may);
    return {
      name: say('name'),
      description: say('description'),
      form: [
        { key: 'what', kind: 'choice', label: say('question'), help: say('help'), options: [say('option'), 'Other'] },
      ],
      checklist: [say('step')],
      greetingStandard: say('first words'),
      closingStandard: say('last words'),
    };
  };
  const few = await offer({ askers: [cast.kitchen], ...wordsOf('for few', [...serving, ...kitchen, 'administrator']) });
  canary('id of a service for few', [...serving, ...kitchen, 'administrator'], few);
  // Never for others, so that nobody hears of it before it rests.
  const resting = await offer({ askers: [cast.it], ...wordsOf('at rest', [...serving, 'administrator']) });
  const open = await offer({ name: 'For everyone', alsoNeeded: [few, resting] });
  const plain = await offer({ name: 'For everyone, too' });
  // History shows that people needed both along with what everybody asks for.
  await sql`insert into anticipation_learned (service_id, needed_id, days, asked, needed, by_chance, lift, counted_at)
    select s, n, 14, 40, 30, 2, 5, now() from unnest(${[open, plain]}::uuid[]) s, unnest(${[few, resting]}::uuid[]) n`.execute(
    cast.db,
  );
  const archived = await cast.as('lead', 'POST', `/api/services/${resting}/archival`, { body: {} });
  if (archived.status !== 200) throw new Error(archived.text);
  return [few, resting, open, plain];
}

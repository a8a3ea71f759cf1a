// The standards of the sample company's teams, and what was said of its asks: the same answers at every making, counted month by month.
import type { AskingQuestion, MissingThing } from '../../contract/courtesy.ts';
import { sure, type Cast } from '../directory/seed.ts';
import type { Db } from '../platform/db.ts';
import { countIn } from './counting.ts';
import { setStandards } from './courtesy.ts';
import { saveAsking, saveServing, type NewAsking, type NewServing } from './queries.ts';
import { monthOf, monthsFrom } from './rules.ts';

type Standard = readonly [team: string, lead: string, greeting: string, closing: string];

const standards: readonly Standard[] = [
  [
    'it',
    'mika',
    'Good day {name}, {me} from {team} here. I am on it, and you hear from me before I am done.',
    'It should work now, {name}: {deliverable}. Would you try it once while I am near? Thank you for telling us. – {me}',
  ],
  [
    'housekeeping',
    'pirjo',
    'Hei {name}, {me} täällä. Otamme tämän seuraavaan kierrokseen.',
    'Valmista tuli, {name}: {deliverable}. Kerro, jos jotain jäi. Terveisin {me}',
  ],
  [
    'maintenance',
    'tuomas',
    'Hei {name}, {me} huollosta. Katson heti, mistä se johtuu.',
    'Nyt se toimii, {name}: {deliverable}. Kiitos, että ilmoitit! – {me}',
  ],
  [
    'hr',
    'esther',
    'Good day {name}, this is {me}. What you write stays between us and the team.',
    'Here it is, {name}: {deliverable}. If anything is unclear, come by; the door is open. – {me}',
  ],
  [
    'finance',
    'henrik',
    'Good day {name}, {me} from {team}. I look at it today.',
    'Done, {name}: {deliverable}. The papers are with the request. – {me}',
  ],
  [
    'malaga',
    'diego',
    'Hola, {name}, soy {me}. Me pongo con ello ahora mismo.',
    'Listo, {name}: {deliverable}. Gracias por avisar y un saludo desde Málaga. – {me}',
  ],
];

type Served = {
  id: string;
  number: number;
  requester_id: string;
  provider_id: string | null;
  team_id: string | null;
  service_id: string | null;
  ended_at: Date | null;
};

/** From 0 to 1, the same for the same request and question: a draw without a dice. */
function draw(number: number, question: number): number {
  let mixed = Math.imul(number, 0x9e3779b1) ^ Math.imul(question, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

const often: readonly MissingThing[] = ['where', 'when', 'picture', 'device', 'howMany', 'whom'];

/** What who served said of an ask; of `keen` askers more often, who then have something to read. */
function askingOf(row: Served, keen: boolean): NewAsking[] {
  const { id, number, requester_id: asker, provider_id: by, ended_at: at } = row;
  if (!by || !at || draw(number, 1) > (keen ? 0.95 : 0.3)) return [];
  const of = { request_id: id, by_id: by, asker_id: asker, service_id: row.service_id, team_id: row.team_id, at };
  const say = (question: AskingQuestion, yes: boolean, missing: MissingThing | null = null): NewAsking => ({
    ...of,
    question,
    yes,
    missing,
  });
  const complete = draw(number, 2) > (keen ? 0.6 : 0.3);
  const thing = draw(number, 3) < 0.75 ? 'where' : (often[Math.floor(draw(number, 4) * often.length)] ?? null);
  return [
    say('clear', draw(number, 5) < 0.86),
    say('complete', complete, complete ? null : thing),
    ...(draw(number, 6) < 0.8 ? [say('kind', draw(number, 7) < 0.93)] : []),
  ];
}

/** What who asked said of hello and goodbye. */
function servingOf(row: Served): NewServing[] {
  const { id, number, requester_id: by, provider_id: server, team_id: team, ended_at: at } = row;
  if (!server || !team || !at || draw(number, 8) > 0.5) return [];
  const of = { request_id: id, by_id: by, team_id: team, server_id: server, at };
  return [
    { ...of, question: 'greeted', yes: draw(number, 9) < 0.9 },
    { ...of, question: 'closed', yes: draw(number, 10) < 0.82 },
  ];
}

const slice = 1000;

/** `now` is the last moment of the sample; it looks three months back. */
export async function seedCourtesy(tx: Db, { people, teams }: Cast, now: Date): Promise<void> {
  for (const [team, lead, greeting, closing] of standards) {
    const [who, id] = [people.get(lead), teams.get(team)];
    if (who && id) sure(await setStandards(tx, who, { id, expected: 0, greeting, closing }, now));
  }
  const rows: Served[] = await tx
    .selectFrom('requests_request')
    .where('state', '=', 'closed')
    .orderBy('number')
    .select(['id', 'number', 'requester_id', 'provider_id', 'team_id', 'service_id', 'ended_at'])
    .execute();
  const keen = new Set(['aino', 'mika', 'oleg', 'carmen', 'marja', 'amara'].map((key) => people.get(key)?.id));
  const asking = rows.flatMap((row) => askingOf(row, keen.has(row.requester_id)));
  const serving = rows.flatMap(servingOf);
  for (let from = 0; from < asking.length; from += slice) await saveAsking(tx, asking.slice(from, from + slice));
  for (let from = 0; from < serving.length; from += slice) await saveServing(tx, serving.slice(from, from + slice));
  const month = monthOf(now);
  for (const before of [-2, -1, 0]) await countIn(tx, new Date(`${monthsFrom(month, before)}T00:00:00Z`));
}

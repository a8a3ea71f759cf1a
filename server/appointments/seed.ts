// The appointments of the sample company, arranged, answered and held through the same doors as everybody's.
import type { Said } from '../../contract/appointments.ts';
import { sure, type Cast } from '../directory/seed.ts';
import type { Db } from '../platform/db.ts';
import { answer, cancel, conclude, move } from './acts.ts';
import { makeAppointment } from './appointments.ts';
import { deliverablesOf } from './queries.ts';

type Meeting = {
  by: string;
  with: string;
  asks: string;
  title: string;
  place?: string;
  deliverables: readonly string[];
  /** Days from today to the day of the appointment, and days before that on which it was arranged. */
  day: number;
  before: number;
  /** What the other one says to its time. */
  yes?: string;
  /** Words with which the one who delivers asks for two more days. */
  moved?: string;
  /** Words with which the one who asks calls it off. */
  off?: string;
  /** What became of each deliverable; `again` is promised for a week later. */
  held?: readonly ('delivered' | 'again' | 'released')[];
  /** Only the one who delivers has spoken yet. */
  half?: true;
};

const meetings: readonly Meeting[] = [
  {
    by: 'mika',
    with: 'aino',
    asks: 'aino',
    title: 'Tablets at the front desk before Christmas',
    place: 'Front desk, Helsinki',
    deliverables: ['All four tablets answer within a second', 'One page on what to do when one of them does not'],
    day: 5,
    before: 6,
    yes: 'Gladly, before the morning rush.',
  },
  {
    by: 'jussi',
    with: 'mika',
    asks: 'mika',
    title: 'Accounts of seasonal staff',
    deliverables: ['A list of accounts that nobody has used for a month'],
    day: 2,
    before: 3,
  },
  {
    by: 'aino',
    with: 'pekka',
    asks: 'pekka',
    title: 'Yövuoron viesti aamulle',
    place: 'Vastaanoton takahuone',
    deliverables: ['Yksi sivu, jonka jokainen yövuoro täyttää', 'Kahden viikon kokeilu ja mitä siitä opittiin'],
    day: -1,
    before: 15,
    yes: 'Tulen mielelläni.',
    half: true,
  },
  {
    by: 'henrik',
    with: 'mika',
    asks: 'henrik',
    title: 'What the tills cost us',
    place: 'Finance, second floor',
    deliverables: ['Costs of each till for a year', 'A proposal for the three oldest ones'],
    day: -16,
    before: 21,
    yes: 'I bring the figures.',
    held: ['delivered', 'again'],
  },
  {
    by: 'kirill',
    with: 'mika',
    asks: 'mika',
    title: 'Сеть для гостей в Тампере',
    deliverables: ['Замеры на всех этажах', 'Смета на две новые точки'],
    day: -30,
    before: 14,
    yes: 'Please bring the map of the floors, too.',
    held: ['delivered', 'delivered'],
  },
  {
    by: 'javier',
    with: 'mika',
    asks: 'mika',
    title: 'Las cajas de los tres restaurantes',
    deliverables: ['Un plan para cambiarlas sin cerrar ninguno'],
    day: 8,
    before: 12,
    yes: 'Perfect.',
    moved: 'El proveedor contesta el lunes; dos días más y lo traigo completo.',
  },
  {
    by: 'aino',
    with: 'riikka',
    asks: 'riikka',
    title: 'Lomatoiveet keväälle',
    deliverables: ['Kaikkien toiveet yhdellä listalla'],
    day: -8,
    before: 10,
    yes: 'Sopii.',
    off: 'Toiveet tulivat jo kaikki, kiitos: ei tarvita tapaamista.',
  },
];

const dayMs = 86_400_000;

/** All of them, each at its own time before `now`. */
export async function seedAppointments(tx: Db, cast: Cast, now: Date): Promise<void> {
  for (const [index, meeting] of meetings.entries()) await tell(tx, cast, meeting, index, now);
}

async function tell(tx: Db, { people }: Cast, meeting: Meeting, index: number, now: Date): Promise<void> {
  const idOf = (key: string) => {
    const who = people.get(key);
    if (!who) throw new Error(`Nobody in the sample company is called ${key}.`);
    return who.id;
  };
  const [by, invited, asks] = [idOf(meeting.by), idOf(meeting.with), idOf(meeting.asks)];
  const delivers = asks === by ? invited : by;
  const at = new Date(now.getTime() + meeting.day * dayMs);
  at.setUTCHours(7 + (index % 5), 30, 0, 0);
  const earlier = (days: number) => new Date(Math.min(at.getTime() - days * dayMs, now.getTime() - 3_600_000));
  const { title, place = '', deliverables } = meeting;
  const given = { by, with: invited, asks, at, minutes: 30, title, place, deliverables };
  const id = sure(await makeAppointment(tx, given, earlier(meeting.before)));
  const acting = (who: string, when: Date) => ({ tx, who: { id: who }, id, now: when });
  const then = earlier(meeting.before - 1);
  if (meeting.yes) sure((await answer(acting(invited, then), { answer: 'accepted', words: meeting.yes })) ?? null);
  if (meeting.off) sure((await cancel(acting(asks, earlier(2)), { reason: meeting.off, release: true }, {})) ?? null);
  if (meeting.moved) {
    const later = { at: new Date(at.getTime() + 2 * dayMs), words: meeting.moved };
    sure((await move(acting(delivers, new Date(now.getTime() - 1_800_000)), later)) ?? null);
  }
  const { held, half } = meeting;
  if (!held && !half) return;
  const rows = await deliverablesOf(tx, [id]);
  const word = (which: readonly ('delivered' | 'again' | 'released')[], what: 'delivered' | 'again' | 'released') =>
    rows.filter((_, place) => which[place] === what);
  const all = held ?? rows.map(() => 'delivered' as const);
  const anew = {
    word: 'again',
    missReason: 'tookLonger',
    due: new Date(at.getTime() + 7 * dayMs).toISOString(),
  } as const;
  const told: Said[] = [
    ...word(all, 'delivered').map((row) => ({ id: row.id, word: 'delivered' as const, words: '' })),
    ...word(all, 'again').map((row) => ({ ...anew, id: row.id, words: row.words })),
  ];
  const during = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
  sure((await conclude(acting(delivers, during(10)), { deliverables: told, words: '' }, {})) ?? null);
  if (!held) return;
  const heard = [...word(held, 'delivered'), ...word(held, 'released')].map((row) => ({
    id: row.id,
    word: held[rows.indexOf(row)] ?? 'delivered',
    words: '',
  }));
  sure((await conclude(acting(asks, during(20)), { deliverables: heard, words: '' }, {})) ?? null);
}

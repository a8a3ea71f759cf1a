// For tests and measurements: made-up companies in which nothing belongs together, or just what was planted, tried on the real counting.
// Their asks lie in temporary tables in front of the real ones, so that no row of the database is touched.
import { sql } from 'kysely';
import { newId, transact, type Db } from '../platform/db.ts';
import { learn, method, type Learned } from './learned.rules.ts';
import { count } from './learning.queries.ts';

/** The same seed gives the same numbers. Mulberry32, by Tommy Ettinger. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Days are counted from the beginning of the company. */
type Ask = { person: number; service: number; day: number };
/** After each ask for `service` its asker asks for `needed`, too, with this chance, some days later. */
export type Planted = { service: number; needed: number; chance: number };
export type MadeUp = { people: number; services: number; days: number; asks: Ask[]; planted: Planted[] };

const day = 86_400_000;

/**
 * A company with everything that looks like belonging together and is not: people of whom some ask a hundred times as much as others, in
 * busy weeks; crews that need other things than the rest; services with a season, or new ones; people who join on the way.
 */
export function makeUp(seed: number, planted = 0): MadeUp {
  const chance = chanceOf(seed);
  const between = (low: number, high: number) => low + chance() * (high - low);
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  const people = Math.round(between(60, 400));
  const services = Math.round(between(8, 40));
  const days = Math.round(between(240, 720));
  const crews = Math.round(between(3, 10));
  const popular = Array.from({ length: services }, (_, at) => 1 / (at + 1) ** between(0.3, 1));
  const liked = Array.from({ length: crews }, () => Array.from({ length: services }, () => (chance() < 0.2 ? 6 : 1)));
  const season = Array.from({ length: services }, () => ({
    by: chance() < 0.4 ? between(0.3, 0.95) : 0,
    at: chance(),
  }));
  const from = Array.from({ length: services }, () => (chance() < 0.15 ? between(0, days / 2) : 0));
  const weight = (crew: number, service: number, at: number) => {
    const { by, at: peak } = season[service] ?? { by: 0, at: 0 };
    if (at < (from[service] ?? 0)) return 0;
    return (
      (popular[service] ?? 0) * (liked[crew]?.[service] ?? 1) * (1 + by * Math.cos(2 * Math.PI * (at / 365 - peak)))
    );
  };
  const pick = (crew: number, at: number) => {
    const weights = Array.from({ length: services }, (_, service) => weight(crew, service, at));
    let left = chance() * weights.reduce((sum, one) => sum + one, 0);
    return Math.max(
      0,
      weights.findIndex((one) => (left -= one) < 0),
    );
  };
  const asks: Ask[] = [];
  for (let person = 0; person < people; person += 1) {
    const crew = Math.floor(chance() * crews);
    const since = chance() < 0.4 ? between(0, days) : 0;
    const busyWeeks = Math.max(1, Math.round(((days - since) / 365) * 4 * Math.exp(normal())));
    for (let week = 0; week < busyWeeks; week += 1) {
      const begin = between(since, days);
      const size = 1 + Math.floor(-Math.log(1 - chance()) * 1.5);
      for (let one = 0; one < size; one += 1) {
        const at = Math.min(days, begin + chance() * 5);
        asks.push({ person, service: pick(crew, at), day: at });
      }
    }
  }
  return plant({ people, services, days, asks, planted: [] }, planted, chance);
}

/** Plants pairs of services of their own, each asked for by enough people. */
function plant(company: MadeUp, pairs: number, chance: () => number): MadeUp {
  const { asks, services } = company;
  const askers = (service: number) => new Set(asks.flatMap((ask) => (ask.service === service ? ask.person : []))).size;
  const free = Array.from({ length: services }, (_, service) => service).filter(
    (one) => askers(one) >= method.people + 5,
  );
  const planted: Planted[] = [];
  while (planted.length < pairs && free.length >= 2) {
    const [service = 0] = free.splice(Math.floor(chance() * free.length), 1);
    const [needed = 0] = free.splice(Math.floor(chance() * free.length), 1);
    planted.push({ service, needed, chance: 0.3 + 0.6 * chance() });
  }
  const more = asks.flatMap((ask) => {
    const one = planted.find(({ service }) => service === ask.service);
    if (!one || chance() >= one.chance) return [];
    return [{ ...ask, service: one.needed, day: ask.day + chance() * (method.days - 2) }];
  });
  return { ...company, planted, asks: [...asks, ...more.filter((ask) => ask.day <= company.days)] };
}

const numbered = (at: number): string => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;

export type Tried = { learned: Learned[]; tested: number; found: Planted[]; missed: Planted[]; wrong: Learned[] };

/** Lays the company in front of the real tables, counts it as every night, and looks what is learned of it. */
export const tryOut = ({ asks, services, people, planted }: MadeUp, db: Db): Promise<Tried> =>
  transact(db, async (tx) => {
    const now = new Date('2026-11-24T08:00:00Z');
    const last = Math.max(0, ...asks.map((ask) => ask.day));
    const range = (count: number) => Array.from({ length: count }, (_, at) => numbered(at));
    await sql`create temporary table catalog_service on commit drop as
      select id, 'usual' as sight, null::timestamptz as archived_at from unnest(${range(services)}::uuid[]) id`.execute(
      tx,
    );
    await sql`create temporary table directory_person on commit drop as
      select id, null::timestamptz as deactivated_at from unnest(${range(people)}::uuid[]) id`.execute(tx);
    await sql`create temporary table recurring_made on commit drop as select ${newId()}::uuid as request_id`.execute(
      tx,
    );
    await sql`create temporary table requests_request on commit drop as
      select uuidv7() as id, person as requester_id, service as service_id, at as created_at, 'closed' as state, 'usual' as sight,
        null::uuid as merged_into_id from unnest(${asks.map((ask) => numbered(ask.person))}::uuid[],
        ${asks.map((ask) => numbered(ask.service))}::uuid[],
        ${asks.map((ask) => new Date(now.getTime() - (last - ask.day) * day))}::timestamptz[]) one (person, service, at)`.execute(
      tx,
    );
    const { pairs, tested } = await count(tx, now);
    const learned = learn(pairs, tested);
    const isPlanted = (one: Learned) => (pair: Planted) =>
      numbered(pair.service) === one.service && numbered(pair.needed) === one.needed;
    const found = planted.filter((pair) => learned.some((one) => isPlanted(one)(pair)));
    return {
      learned,
      tested,
      found,
      missed: planted.filter((pair) => !found.includes(pair)),
      wrong: learned.filter((one) => !planted.some(isPlanted(one))),
    };
  });

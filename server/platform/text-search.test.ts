// Searching on a real PostgreSQL: which words meet, in which order, and that nothing typed is ever an error.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { languages } from '../../contract/shapes.ts';
import { newId, openDatabase, type Database } from './db.ts';
import {
  candidates,
  folded,
  matches,
  nameMatches,
  nameRank,
  rank,
  readTyped,
  searchQuery,
  searchVector,
} from './text-search.ts';

const { template, ...server } = inject('postgres');
const name = `search_${newId().replaceAll('-', '')}`;
let maintenance: Database;
let database: Database;

beforeAll(async () => {
  maintenance = openDatabase({ ...server, database: 'postgres' });
  await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(maintenance.db);
  database = openDatabase({ ...server, database: name });
  await sql`create table note (id int primary key, title text, search tsvector not null)`.execute(database.db);
  await sql`create table name (name text, folded text)`.execute(database.db);
});

afterAll(async () => {
  await database.close();
  await sql`drop database ${sql.id(name)}`.execute(maintenance.db);
  await maintenance.close();
});

/** Whether a search for `typed` finds a row with this title and body. */
async function finds(typed: string, title: string | null, body: string | null = null): Promise<boolean> {
  const made = sql`select ${searchVector(title, body)} as search`;
  const query = await searchQuery(database.db, typed, 'en');
  const asked = sql<{ found: boolean }>`select coalesce(${matches('search', query)}, false) as found
    from (${made}) row`;
  return (await asked.execute(database.db)).rows[0]!.found;
}

/** Titles of the rows found, best first. */
async function best(typed: string, rows: Array<[title: string, body: string]>): Promise<string[]> {
  const query = await searchQuery(database.db, typed, 'en');
  const values = rows.map(([title, body]) => sql`(${title}::text, ${searchVector(title, body)})`);
  const asked = sql<{ title: string }>`select title from (values ${sql.join(values)}) as row (title, search)
    where ${matches('search', query)} order by ${rank('search', query)} desc, title`;
  return (await asked.execute(database.db)).rows.map((row) => row.title);
}

test.each([
  ['tilaus', 'tilaukset'],
  ['kokous', 'kokouksen'],
  ['palvelin', 'palvelimen'],
  ['tulostin', 'tulostimet'],
  ['pyyntö', 'pyynnöt'],
  ['salasana', 'salasanojen'],
  ['asiakas', 'asiakkaan'],
  ['huolto', 'huollon'],
  ['lomake', 'lomakkeen'],
  ['pyyhe', 'pyyhkeitä'],
  ['pöytä', 'pöydät'],
  ['sänky', 'sängyn'],
  ['lamppu', 'lampun'],
  ['avain', 'avaimet'],
  ['tilanne', 'tilanteen'],
  ['käyttöoikeus', 'käyttöoikeudet'],
  ['sähkö', 'sahko'],
  ['sähköä', 'SÄHKÖSSÄ'],
  ['ошибка', 'ошибок'],
  ['заявка', 'заявок'],
  ['письмо', 'писем'],
  ['чашка', 'чашек'],
  ['копейка', 'копеек'],
  ['окно', 'окон'],
  ['ещё', 'еще'],
  ['счёт', 'счета'],
  ['contraseña', 'contrasena'],
  ['contraseñas', 'contrasena'],
  ['instalación', 'instalaciones'],
  ['habitacion', 'habitaciones'],
  ['reunión', 'reuniones'],
  ['printing', 'prints'],
  ['invoices', 'Invoice'],
  ['ﬁle', 'file'],
  ['Ålesund', 'alesund'],
])('%s and %s meet in both directions', async (one, other) => {
  expect(await finds(one, other)).toBe(true);
  expect(await finds(other, one)).toBe(true);
});

test.each([
  ['palvelin', 'palvelu'],
  ['lomake', 'loma'],
  ['printer', 'paint'],
  ['ошибка', 'оплата'],
])('%s does not find %s', async (typed, title) => expect(await finds(typed, title)).toBe(false));

test('a beginning finds the word from two letters on, also without its accents', async () => {
  expect(await finds('tu', 'Tulostin rikki')).toBe(true);
  expect(await finds('instalac', 'Instalación')).toBe(true);
  expect(await finds('t', 'Tulostin rikki')).toBe(false);
  expect(await finds('ulostin', 'Tulostin rikki')).toBe(false);
});

test('every word must be there, in the title or in the body', async () => {
  expect(await finds('printer kitchen', 'Printer', 'in the kitchen')).toBe(true);
  expect(await finds('printer kitchen', 'Printer', 'in the lobby')).toBe(false);
});

test('small words of the reader’s language do not matter, unless they are all there is', async () => {
  expect(await finds('how do I reset the printer', 'Reset printer')).toBe(true);
  expect(await finds('the printer in my room', 'Printer room')).toBe(true);
  expect(await finds('the', 'The Who')).toBe(true);
  expect(await finds('the', 'Who')).toBe(false);
});

test('a phrase is found exactly as written, within one text', async () => {
  expect(await finds('"new key card"', 'We need a new key card')).toBe(true);
  expect(await finds('"new key card"', 'A new card and a key')).toBe(false);
  expect(await finds('“print job”', 'print job')).toBe(true);
  expect(await finds('"print job"', 'printing jobs', 'printing jobs')).toBe(false);
  expect(await finds('"new key', 'a new key')).toBe(true);
});

test('a word with a minus is left out, and alone it finds nothing', async () => {
  expect(await finds('printer -kitchen', 'Printer in the kitchen')).toBe(false);
  expect(await finds('printer -kitchen', 'Printer in the lobby')).toBe(true);
  expect(await finds('printer -"key card"', 'Printer for a key card')).toBe(false);
  expect(await finds('printer -key', 'Keyboard and printer')).toBe(true);
  expect(await finds('-kitchen', 'Printer in the lobby')).toBe(false);
});

test('signs inside a word separate it, on both sides', async () => {
  expect(await finds('wi-fi', 'The wi-fi is down')).toBe(true);
  expect(await finds('wi-fi', 'The wifi is down')).toBe(true);
  expect(await finds('example', 'Mail from anna@example.com')).toBe(true);
  expect(await finds('anna@example.com', 'Mail from anna@example.com')).toBe(true);
  expect(await finds('12b', 'Room 12B, /floor/1')).toBe(true);
});

test('a number sign asks for a request number, and so do digits alone', () => {
  expect(readTyped('#123')).toEqual({ words: [], phrases: [], without: [], numbers: [123] });
  expect(readTyped('123')).toEqual({ words: ['123'], phrases: [], without: [], numbers: [123] });
  expect(readTyped('printer #7 #7 room 12')).toMatchObject({ words: ['printer', 'room', '12'], numbers: [7] });
  expect(readTyped('#12345678901').numbers).toEqual([]);
});

test('what was typed is taken apart', () => {
  expect(readTyped('  printer -toner "key card" -"front desk" – & ! ')).toEqual({
    words: ['printer'],
    phrases: ['key card'],
    without: ['toner', 'front desk'],
    numbers: [],
  });
  expect(readTyped('word '.repeat(100)).words).toHaveLength(12);
  expect(readTyped('x'.repeat(100_000)).words).toEqual(['x'.repeat(64)]);
});

test('as written stands above a stem, a stem above a cut stem or a beginning, a title above a body', async () => {
  const order = await best('tilaus', [
    ['a tilaukset', ''],
    ['b', 'tilaus'],
    ['c tilaus', ''],
    ['d tilausten', 'tilaukset tilaukset tilaukset'],
  ]);
  expect(order.slice(0, 2)).toEqual(['c tilaus', 'b']);
  expect(order.toSorted()).toEqual(['a tilaukset', 'b', 'c tilaus', 'd tilausten']);
  expect(
    await best('invoices', [
      ['a invoice', ''],
      ['b invoices', ''],
      ['c', 'invoice'],
    ]),
  ).toEqual(['b invoices', 'a invoice', 'c']);
});

test('nothing asked finds nothing', async () => {
  for (const typed of ['', '   ', '&', '!!!', '"', '-', '#', '🙂', "'\\"])
    expect(await finds(typed, 'anything')).toBe(false);
});

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom(...`'"\\:*&|!()<->-#\0@.,%_$ aäя1\ud83d\u0301\u202eﬀİ²`.split('')), { maxLength: 60 })
    .map((s) => s.join('')),
  fc
    .array(fc.constantFrom('or', 'and', 'not', 'printer', 'ё', 'пис', ':*', '<2>', "''", '-', '#1', '"'), {
      maxLength: 20,
    })
    .map((s) => s.join(' ')),
  fc
    .integer({ min: 100, max: 100_000 })
    .chain((n) => fc.constantFrom('a', 'ﷺ', 'ß', '-"', 'я ', '\u0301').map((s) => s.repeat(n).slice(0, n))),
);

test('whatever is typed, searching is no error', async () => {
  await fc.assert(
    fc.asyncProperty(anything, fc.constantFrom(...languages), async (typed, language) => {
      const query = await searchQuery(database.db, typed, language);
      const asked = sql<{ rank: number }>`select ${rank('search', query)} as rank, ${nameRank('name', typed)} as name
        from (select ${searchVector('Printer', 'print')} as search, 'anna' as name) row
        where ${matches('search', query)} or ${nameMatches('name', typed)}`;
      for (const row of (await asked.execute(database.db)).rows) expect(row.rank ?? 0).toBeLessThanOrEqual(2);
    }),
    { numRuns: 300 },
  );
});

// What is stored has passed the contract: no NUL, no lone surrogates.
const stored = anything.map((text) => text.replaceAll('\0', '').toWellFormed());

test('whatever is written can be indexed, and is found by its own first word', async () => {
  await fc.assert(
    fc.asyncProperty(stored, stored, async (title, body) => {
      // Letters that fold to something longer, or that join with what follows, are another matter.
      const first = /^[a-z0-9]{2,30}(?= |$)/i.exec(title)?.[0];
      expect(await finds(first ?? 'nowhere', title, body)).toBe(first !== undefined);
    }),
    { numRuns: 200 },
  );
});

test('the longest text of many different words can be indexed', async () => {
  const words = Array.from({ length: 25_000 }, (_, i) => `жщ${i.toString(36)}ыю`).join(' ');
  expect(await finds('жщ1ыю', words, words)).toBe(true);
});

test('the index serves the search, and only the newest candidates are ranked', async () => {
  await sql`insert into note select i, 'note ' || i, search_vector('note ' || i, 'guest ' || md5(i::text))
    from generate_series(1, 3000) i`.execute(database.db);
  await sql`create index note_search on note using gin (search)`.execute(database.db);
  await sql`analyze note`.execute(database.db);
  const search = async (typed: string) => {
    const query = await searchQuery(database.db, typed, 'en');
    const asked = sql<{ id: number }>`with found as (
      select id, search from note where ${matches('search', query)} order by id desc limit ${sql.lit(candidates)})
    select id from found order by ${rank('search', query)} desc, id desc`;
    const plan = await sql<{ 'QUERY PLAN': string }>`explain ${asked}`.execute(database.db);
    return { ...(await asked.execute(database.db)), plan: plan.rows.map((row) => row['QUERY PLAN']).join('\n') };
  };
  const { rows } = await search('guest');
  expect(rows).toHaveLength(candidates);
  expect(rows[0]!.id).toBe(3000);
  expect((await search('"note 2718"')).plan).toContain('Bitmap Index Scan on note_search');
});

test('names are found by a part, without accents and misspelt, the best first', async () => {
  const people = ['Aino Virtanen', 'Matti Mäkinen', 'Lucía García', 'John Smith', 'Иван Семёнов', 'Johanna Laine'];
  for (const person of people) {
    await sql`insert into name values (${person}, ${folded(person)})`.execute(database.db);
  }
  const named = async (typed: string) =>
    (
      await sql<{ name: string }>`select name from name where ${nameMatches('folded', typed)}
        order by ${nameRank('folded', typed)} desc, name`.execute(database.db)
    ).rows.map((row) => row.name);
  expect(await named('virt')).toEqual(['Aino Virtanen']);
  expect((await named('virtanne'))[0]).toBe('Aino Virtanen');
  expect((await named('Makinen'))[0]).toBe('Matti Mäkinen');
  expect((await named('garsia'))[0]).toBe('Lucía García');
  expect((await named('jonh'))[0]).toBe('John Smith');
  expect((await named('joh')).slice(0, 2)).toEqual(['John Smith', 'Johanna Laine']);
  expect(await named('семенов иван')).toEqual(['Иван Семёнов']);
  expect((await named('smiht john'))[0]).toBe('John Smith');
  expect(await named('zzzz')).toEqual([]);
  expect(await named('')).toHaveLength(people.length);
});

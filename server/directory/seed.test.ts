// The directory's part of the sample company uses what the directory can do.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transact } from '../platform/db.ts';
import { awayOf } from './directory.ts';
import { now, surround, type Surroundings } from './for-tests.ts';
import { findPerson } from './people.queries.ts';
import { seedAbsences, seedDirectory, type Cast } from './seed.ts';

let here: Surroundings;
let cast: Cast;
beforeAll(async () => {
  here = await surround();
  cast = await transact(here.db, async (tx) => {
    const made = await seedDirectory(tx, now);
    await seedAbsences(tx, made, now);
    return made;
  });
});
afterAll(() => here.close());

const idOf = (key: string) => cast.people.get(key)?.id ?? '';

test('its people know things, speak languages, and some have hours and further managers of their own', async () => {
  expect(await findPerson(here.db, idOf('satu'))).toMatchObject({
    skills: ['Payroll', 'Excel'],
    languages: ['fi', 'en', 'sv', 'et'],
    week: { 1: [['08:00', '12:00']] },
  });
  expect(await findPerson(here.db, idOf('javier'))).toMatchObject({ dotted: [{ id: idOf('marja') }] });
});
test('some are away, one whose stand-in is away today too', async () => {
  const away = await awayOf(
    here.db,
    [...cast.people.values()].map(({ id }) => id),
    now,
  );
  expect(away.size).toBe(6);
  expect(away.get(idOf('katri'))).toMatchObject({ standIn: { id: idOf('riikka') }, words: 'On holiday in Lapland' });
  expect(away.get(idOf('ville'))).toMatchObject({ standIn: null, nobody: 'unnamed' });
});

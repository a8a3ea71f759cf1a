// The directory's rules by example, and lines of managers by property.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualWeek, type Week } from '../../contract/working-time.ts';
import { checkAdministrators, checkDotted, checkLine, checkWeek, photoAddress, pictureOf, placeOf } from './rules.ts';

describe('lines', () => {
  test('nobody is their own manager', () => {
    expect(checkLine('a', 'a', [])).toEqual({ refused: 'managerCycle', field: 'manager' });
  });
  test('nobody is on their own line by way of others', () => {
    expect(checkLine('a', 'c', ['c', 'b', 'a'])).toEqual({ refused: 'managerCycle', field: 'manager' });
  });
  test('somebody with another line above may be the manager', () => {
    expect(checkLine('a', 'b', ['b', 'c'])).toBeNull();
  });
  test('whatever lines are asked for, following the accepted ones always ends', () => {
    const wishes = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 60 });
    fc.assert(
      fc.property(wishes, (asked) => {
        const above = new Map<string, string>();
        const lineOf = (person: string) => {
          const line = [person];
          for (let next = above.get(person); next !== undefined; next = above.get(next)) line.push(next);
          return line;
        };
        for (const [person, manager] of asked)
          if (!checkLine(`${person}`, `${manager}`, lineOf(`${manager}`))) above.set(`${person}`, `${manager}`);
        return [...above.keys()].every((person) => lineOf(person).length <= 8);
      }),
    );
  });
});

describe('administrators', () => {
  const one = { administrator: true, active: true };
  test('the last active one cannot step back', () => {
    expect(checkAdministrators(one, { administrator: false, active: true }, 0)).toEqual({
      refused: 'lastAdministrator',
    });
  });
  test('the last active one cannot leave', () => {
    expect(checkAdministrators(one, { administrator: true, active: false }, 0)).toEqual({
      refused: 'lastAdministrator',
    });
  });
  test('one of two may step back or leave', () => {
    expect(checkAdministrators(one, { administrator: false, active: true }, 1)).toBeNull();
    expect(checkAdministrators(one, { administrator: true, active: false }, 1)).toBeNull();
  });
  test('a change of something else is no matter', () => {
    expect(checkAdministrators(one, one, 0)).toBeNull();
  });
  test('whoever is none, or has left, takes nothing away', () => {
    const away = { administrator: true, active: false };
    expect(checkAdministrators(away, { administrator: false, active: false }, 0)).toBeNull();
    expect(
      checkAdministrators({ administrator: false, active: true }, { administrator: false, active: false }, 0),
    ).toBeNull();
  });
});

describe('weeks', () => {
  const closed: Week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
  test('a week without an hour is refused', () => {
    expect(checkWeek(closed)).toEqual({ refused: 'noWorkingTime', field: 'week' });
  });
  test('one hour on Sunday is a week', () => {
    expect(checkWeek({ ...closed, 7: [['10:00', '11:00']] })).toBeNull();
  });
  test('the usual week is one', () => {
    expect(checkWeek(usualWeek)).toBeNull();
  });
});

describe('where holidays are kept', () => {
  const regions = (country: string) => ({ FI: new Set<string>(), ES: new Set(['MD', 'AN']) })[country] ?? null;
  const spain = { country: 'ES', region: 'MD' };
  test('what is not told stays', () => {
    expect(placeOf(spain, {}, regions)).toEqual(spain);
  });
  test('another country forgets the region', () => {
    expect(placeOf(spain, { country: 'FI' }, regions)).toEqual({ country: 'FI', region: null });
  });
  test('a team may keep no holidays at all', () => {
    expect(placeOf(spain, { country: null }, regions)).toEqual({ country: null, region: null });
  });
  test('a country that nobody knows is refused', () => {
    expect(placeOf(spain, { country: 'XX' }, regions)).toEqual({ refused: 'unknownCountry', field: 'country' });
  });
  test('a region of another country is refused, and so is one of no country', () => {
    const no = { refused: 'unknownRegion', field: 'region' };
    expect(placeOf({ country: 'FI', region: null }, { region: 'MD' }, regions)).toEqual(no);
    expect(placeOf({ country: null, region: null }, { region: 'MD' }, regions)).toEqual(no);
  });
});

test('dotted lines lead to others, never to oneself', () => {
  expect(checkDotted('aino', ['liisa', 'mika'])).toBeNull();
  expect(checkDotted('aino', ['liisa', 'aino'])).toEqual({ refused: 'managerCycle', field: 'dotted' });
});

describe('photos', () => {
  const bytes = (text: string, ...rest: number[]) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from(rest)]);
  test('the first bytes tell what it is', () => {
    expect(pictureOf(bytes('\x89PNG\r\n\x1a\n', 0))).toBe('image/png');
    expect(pictureOf(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg');
    expect(pictureOf(bytes('RIFF\x10\0\0\0WEBPVP8 '))).toBe('image/webp');
  });
  test.each([
    '\xff\xd8\xff',
    'XXXX\x10\0\0\0WEBPVP8 ',
    'RIFF\x10\0\0\0WEBP',
    '\x89PNG\r\n\x1a\n',
    '',
    'RIFF',
    'RIFF\x10\0\0\0WAVEfmt ',
    '<svg xmlns',
    '<!doctype html>',
    'GIF89a;',
    '\x89PNG',
  ])('%j is no picture', (text) => {
    expect(pictureOf(bytes(text))).toBeNull();
  });
  test('a photo has an address of its own, and none has none', () => {
    expect(photoAddress('p', 3)).toBe('/api/people/p/photo?v=3');
    expect(photoAddress('p', 0)).toBeNull();
  });
});

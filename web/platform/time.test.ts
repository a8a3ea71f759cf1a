// Time in four languages, across days, zones and the change of clocks.
import { describe, expect, test } from 'vitest';
import type { Language } from '../../contract/shapes.ts';
import { capital, dayNumber, distanceInWords, exactInWords, lengthInWords, whenInWords } from './time.ts';
import { speak } from './words.tsx';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fi from './words/fi.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };

const words: Record<Language, Record<string, string>> = { en, es, fi, ru };
const reader = (language: Language, zone = 'Europe/Helsinki') => speak(language, zone, words[language]);

// Tuesday 24 November 2026, 9:50 in Helsinki.
const now = new Date('2026-11-24T07:50:00Z');
const at = (text: string) => new Date(text);
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('when, as the beginning of a sentence', () => {
  test.each([
    [
      'en',
      'Today 12:00',
      'Tomorrow 9:00',
      'Yesterday 17:20',
      'Thursday 15:00',
      '24 December 15:00',
      '7 January 2027 15:00',
    ],
    [
      'fi',
      'Tänään 12.00',
      'Huomenna 9.00',
      'Eilen 17.20',
      'Torstaina 15.00',
      '24. joulukuuta 15.00',
      '7. tammikuuta 2027 15.00',
    ],
    [
      'es',
      'Hoy 12:00',
      'Mañana 9:00',
      'Ayer 17:20',
      'Jueves 15:00',
      '24 de diciembre 15:00',
      '7 de enero de 2027 15:00',
    ],
    [
      'ru',
      'Сегодня 12:00',
      'Завтра 9:00',
      'Вчера 17:20',
      'Четверг 15:00',
      '24 декабря 15:00',
      '7 января 2027 г. 15:00',
    ],
  ] as const)('in %s', (language, today, tomorrow, yesterday, thursday, december, january) => {
    const say = (instant: string) => plain(whenInWords(at(instant), now, reader(language), true));
    expect(say('2026-11-24T12:00:00+02:00')).toBe(today);
    expect(say('2026-11-25T09:00:00+02:00')).toBe(tomorrow);
    expect(say('2026-11-23T17:20:00+02:00')).toBe(yesterday);
    expect(say('2026-11-26T15:00:00+02:00')).toBe(thursday);
    expect(say('2026-12-24T15:00:00+02:00')).toBe(december);
    expect(say('2027-01-07T15:00:00+02:00')).toBe(january);
  });
});

describe('when, inside a sentence', () => {
  test.each([
    ['en', 'Thursday 15:00', '24 December 15:00'],
    ['fi', 'torstaina 15.00', '24. joulukuuta 15.00'],
    ['es', 'el jueves 15:00', 'el 24 de diciembre 15:00'],
    ['ru', 'четверг 15:00', '24 декабря 15:00'],
  ] as const)('in %s', (language, thursday, december) => {
    const say = (instant: string) => plain(whenInWords(at(instant), now, reader(language)));
    expect(say('2026-11-26T15:00:00+02:00')).toBe(thursday);
    expect(say('2026-12-24T15:00:00+02:00')).toBe(december);
  });
});

describe('how far', () => {
  test('the minutes of what is long past are not counted', () => {
    const ago = (minutes: number) => plain(distanceInWords(inMinutes(-minutes), now, reader('en')));
    expect([ago(299), ago(300), ago(806)]).toEqual(['4 h 59 ago', '5 h ago', '13 h ago']);
  });

  test.each([
    ['en', 'just now', 'in 40 min', 'in 2 h 10', 'in 3 h', '2 h 05 ago', '40 min ago', 'in 3 days', '2 days ago'],
    [
      'fi',
      'juuri nyt',
      '40 min päästä',
      '2 t 10 min päästä',
      '3 t päästä',
      '2 t 05 min sitten',
      '40 min sitten',
      '3 päivän päästä',
      '2 päivää sitten',
    ],
    [
      'es',
      'ahora mismo',
      'dentro de 40 min',
      'dentro de 2 h 10',
      'dentro de 3 h',
      'hace 2 h 05',
      'hace 40 min',
      'dentro de 3 días',
      'hace 2 días',
    ],
    [
      'ru',
      'только что',
      'через 40 мин',
      'через 2 ч 10 мин',
      'через 3 ч',
      '2 ч 05 мин назад',
      '40 мин назад',
      'через 3 дня',
      '2 дня назад',
    ],
  ] as const)('in %s', (language, ...expected) => {
    const distances = [0, 40, 130, 180, -125, -40, 3 * 1440, -2 * 1440];
    expect(distances.map((minutes) => plain(distanceInWords(inMinutes(minutes), now, reader(language))))).toEqual(
      expected,
    );
  });
  test('seconds are not worth telling, in either direction', () => {
    expect(distanceInWords(new Date(now.getTime() - 59_000), now, reader('en'))).toBe('just now');
    expect(distanceInWords(new Date(now.getTime() + 59_000), now, reader('en'))).toBe('just now');
  });
  test('a length has no direction', () => {
    expect(lengthInWords(220, reader('en'))).toBe('3 h 40');
    expect(lengthInWords(40, reader('fi'))).toBe('40 min');
    expect(lengthInWords(120, reader('ru'))).toBe('2 ч');
  });
});

describe('zones and clocks', () => {
  test('the same instant is another day for another reader', () => {
    const late = at('2026-11-24T23:30:00Z');
    expect(whenInWords(late, now, reader('en'), true)).toBe('Tomorrow 1:30');
    expect(whenInWords(late, now, reader('en', 'Europe/Madrid'), true)).toBe('Tomorrow 0:30');
    expect(whenInWords(late, now, reader('en', 'America/New_York'), true)).toBe('Today 18:30');
  });
  test('days are counted by the calendar on the night when the clocks change', () => {
    expect(
      dayNumber(at('2026-10-25T23:30:00+02:00'), 'Europe/Helsinki') -
        dayNumber(at('2026-10-24T23:30:00+03:00'), 'Europe/Helsinki'),
    ).toBe(1);
    expect(
      dayNumber(at('2026-03-29T00:30:00+02:00'), 'Europe/Helsinki') -
        dayNumber(at('2026-03-28T23:30:00+02:00'), 'Europe/Helsinki'),
    ).toBe(1);
  });
  test('the exact instant names its place', () => {
    const exact = plain(exactInWords(at('2026-11-24T12:00:00+02:00'), reader('en')));
    expect(exact).toMatch(/^Tuesday,? 24 November 2026 at 12:00, Helsinki \(.+\)$/);
    expect(exactInWords(at('2026-11-24T12:00:00+02:00'), reader('fi', 'America/New_York'))).toContain('New York');
  });
});

test('capitals follow the language', () => {
  expect(capital('сегодня', 'ru-RU')).toBe('Сегодня');
  expect(capital('älä', 'fi-FI')).toBe('Älä');
});

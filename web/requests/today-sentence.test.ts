// The sentence of the day and its greeting, in four languages.
import { describe, expect, test } from 'vitest';
import type { RequestRow } from '../../contract/requests.ts';
import type { Language } from '../../contract/shapes.ts';
import { speak } from '../platform/words.tsx';
import enTime from '../platform/words/en.json' with { type: 'json' };
import esTime from '../platform/words/es.json' with { type: 'json' };
import fiTime from '../platform/words/fi.json' with { type: 'json' };
import ruTime from '../platform/words/ru.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fi from './words/fi.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };
import { daySentence, greeting } from './today-sentence.ts';
import { rowLike } from './row-for-tests.ts';

const words = {
  en: { ...enTime, ...en },
  fi: { ...fiTime, ...fi },
  es: { ...esTime, ...es },
  ru: { ...ruTime, ...ru },
};
const speech = (language: Language, zone = 'Europe/Helsinki') => speak(language, zone, words[language]);
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

// Tuesday 24 November 2026, 9:50 in Helsinki.
const now = new Date('2026-11-24T07:50:00Z');
const noon = '2026-11-24T10:00:00Z';
const four = '2026-11-24T14:00:00Z';
const thursday = '2026-11-26T13:00:00Z';

const promise = (due: string, more: Partial<RequestRow> = {}) => rowLike({ state: 'promised', due, ...more });
const many = (n: number, row: RequestRow) => Array.from({ length: n }, () => row);
const more = { promised: 0, awaitingMyYes: 0, awaitingMyWord: 0, unanswered: 0, waitingFor: 0 };
const nothing = { promised: [], awaitingMyYes: [], awaitingMyWord: [], unanswered: [], waitingFor: [], more };
const said = (day: Partial<Parameters<typeof daySentence>[0]>, language: Language = 'en') =>
  plain(daySentence({ ...nothing, ...day }, now, speech(language)));

describe('what I promised', () => {
  const day = { promised: [promise(noon, { atRisk: true }), promise(four), promise(thursday)] };
  test.each<[Language, string]>([
    ['en', 'You promised three things; one of them needs a word before noon.'],
    ['fi', 'Lupasit kolme asiaa; yksi niistä on vaarassa, joten kerro siitä ennen puoltapäivää.'],
    ['es', 'Prometiste tres cosas; una de ellas está en riesgo: avisa antes del mediodía.'],
    ['ru', 'Вы дали три обещания; одно из них под угрозой, скажите об этом до полудня.'],
  ])('one of three at risk before noon, in %s', (language, sentence) => {
    expect(said(day, language)).toBe(sentence);
  });

  test('a single promise is not "one of them"', () => {
    expect(said({ promised: [promise(four, { atRisk: true })] })).toBe(
      'You promised one thing; it needs a word before 16:00.',
    );
  });

  test('when every promise is at risk, it says all', () => {
    expect(said({ promised: many(2, promise(four, { atRisk: true })) })).toBe(
      'You promised two things; all of them need a word before 16:00.',
    );
  });

  test('a risk on another day asks for a word soon', () => {
    expect(said({ promised: [promise(thursday, { atRisk: true })] })).toContain('needs a word soon');
  });

  test('what is past its time comes before what is at risk', () => {
    const late = promise('2026-11-24T06:00:00Z', { atRisk: true, overdue: true });
    expect(said({ promised: [late, ...day.promised] })).toBe(
      'You promised four things; one of them is past the promised time, so say when it will be.',
    );
  });

  test('a promise for which a new time is offered needs no further word', () => {
    expect(said({ promised: [promise(noon, { atRisk: true, proposedDue: thursday }), promise(four)] })).toBe(
      'You promised two things; the next is due today 12:00.',
    );
  });

  test('from ten on, numbers are figures', () => {
    expect(said({ promised: many(12, promise(thursday)) })).toBe(
      'You promised 12 things; the next is due Thursday 15:00.',
    );
    expect(said({ promised: many(22, promise(thursday)) }, 'ru')).toMatch(/^Вы дали 22 обещания;/);
    expect(said({ promised: many(21, promise(thursday)) }, 'ru')).toMatch(/^Вы дали 21 обещание;/);
  });
});

describe('what waits', () => {
  test('my word is mentioned after what I promised', () => {
    expect(said({ promised: [promise(four)], awaitingMyWord: many(2, rowLike({ state: 'delivered' })) })).toBe(
      'You promised one thing; it is due today 16:00. Two things wait for your word.',
    );
  });

  test('asks that nobody greeted in time are mentioned, but no more than two sentences are said', () => {
    const unanswered = [rowLike({ ungreeted: true }), rowLike({})];
    expect(said({ unanswered })).toBe('One ask has waited too long for a hello.');
    const full = { promised: [promise(four)], awaitingMyWord: [rowLike({ state: 'delivered' })], unanswered };
    expect(said(full)).toBe('You promised one thing; it is due today 16:00. One thing waits for your word.');
  });

  test.each<[Language, string]>([
    ['en', 'Two asks are still unanswered.'],
    ['fi', 'Kaksi pyyntöä on vielä vastaamatta.'],
    ['es', 'Dos peticiones siguen sin respuesta.'],
    ['ru', 'Две просьбы пока без ответа.'],
  ])('asks in time, in %s', (language, sentence) => {
    expect(said({ unanswered: many(2, rowLike({})) }, language)).toBe(sentence);
  });

  test.each<[Language, string]>([
    ['en', 'Nothing is asked of you; you wait for one thing.'],
    ['fi', 'Sinulta ei odoteta mitään; odotat itse yhtä asiaa.'],
    ['es', 'Nadie te pide nada ahora; tú esperas una cosa.'],
    ['ru', 'От вас сейчас ничего не ждут; вы ждёте одного дела.'],
  ])('only waiting, in %s', (language, sentence) => {
    expect(said({ waitingFor: [rowLike({})] }, language)).toBe(sentence);
  });

  test('those beyond what is shown are counted, too', () => {
    expect(said({ waitingFor: many(50, rowLike({})), more: { ...more, waitingFor: 270 } })).toBe(
      'Nothing is asked of you; you wait for 320 things.',
    );
    expect(said({ promised: [promise(four, { atRisk: true })], more: { ...more, promised: 1 } })).toBe(
      'You promised two things; one of them needs a word before 16:00.',
    );
  });

  test('an empty day is said plainly', () => {
    expect(said({})).toBe('Nothing waits for you just now.');
  });
});

describe('the greeting', () => {
  const at = (utc: string, language: Language, zone?: string) =>
    greeting('Aino Virtanen', new Date(`2026-11-24T${utc}:00Z`), speech(language, zone));

  test('calls by the first name and follows the wall clock of the reader', () => {
    expect(at('07:50', 'en')).toBe('Good morning, Aino');
    expect(at('07:50', 'en', 'Asia/Tokyo')).toBe('Good afternoon, Aino');
    expect(at('17:00', 'en')).toBe('Good evening, Aino');
    expect(at('01:00', 'en')).toBe('Hello, Aino');
  });

  test('follows the customs of the language', () => {
    expect(at('09:00', 'fi')).toBe('Hyvää päivää, Aino');
    expect(at('09:00', 'es')).toBe('Buenos días, Aino');
    expect(at('17:00', 'es')).toBe('Buenas tardes, Aino');
    expect(at('17:00', 'ru')).toBe('Добрый вечер, Aino');
  });
});

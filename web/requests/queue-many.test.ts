// One act on many requests.
import { expect, test } from 'vitest';
import type { RequestRow } from '../../contract/requests.ts';
import type { Language } from '../../contract/shapes.ts';
import { Problem } from '../platform/api.ts';
import { speak } from '../platform/words.tsx';
import { actsForAll, doMany, failureSentence, resultSentence } from './queue-many.ts';
import { rowLike } from './row-for-tests.ts';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fi from './words/fi.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };

const words = { en, fi, es, ru };
const speech = (language: Language) => speak(language, 'Europe/Helsinki', words[language]);
const greeted = new Problem({ status: 409, code: 'alreadyGreeted', detail: 'Mika has said hello already.' });

test('only what every selected request allows is offered', () => {
  const open = rowLike({ can: ['message', 'greet', 'promise', 'decline', 'handOver'] });
  const mine = rowLike({ can: ['message', 'handOver', 'deliver'] });
  expect(actsForAll([open])).toEqual(['greet', 'promise', 'handOver', 'decline']);
  expect(actsForAll([open, mine])).toEqual(['handOver']);
  expect(actsForAll([])).toEqual([]);
});

test('they go in a few calls, each is done or refused by itself, and a call that fails stops nobody else', async () => {
  const rows = Array.from({ length: 23 }, () => rowLike());
  const behind: number[] = [];
  const outcome = await doMany(
    rows,
    async (some) => {
      if (some.includes(rows[10] ?? rowLike())) throw greeted;
      const problem = (row: RequestRow) => (row === rows[1] ? { code: 'alreadyGreeted', detail: 'Mika has.' } : null);
      return { items: some.map((row) => ({ id: row.id, done: problem(row) === null, problem: problem(row) })) };
    },
    (count) => behind.push(count),
  );
  expect(behind).toEqual([10, 20, 23]);
  expect(outcome.failed.map(({ row }) => row)).toEqual([rows[1], ...rows.slice(10, 20)]);
  expect(outcome.done).toEqual([rows[0], ...rows.slice(2, 10), ...rows.slice(20)]);
});

const of = (done: number, failed: number) => ({
  done: Array.from({ length: done }, () => rowLike()),
  failed: Array.from({ length: failed }, () => ({ row: rowLike(), problem: greeted })),
});

test.each<[Language, string, string, string]>([
  ['en', 'You said hello to all 4.', 'You said hello to 3 of 4.', 'None of the 2 went through.'],
  ['fi', 'Tervehdit kaikkia 4 pyytäjää.', 'Tervehdit pyytäjistä osaa: 3/4.', 'Yksikään 2 pyynnöstä ei edennyt.'],
  ['es', 'Has saludado en las 4.', 'Has saludado en 3 de 4.', 'Ninguna de las 2 ha salido adelante.'],
  [
    'ru',
    'Приветствие отправлено всем: 4.',
    'Приветствие отправлено: 3 из 4.',
    'Не получилось ничего из выбранного: 2.',
  ],
])('what came of it is said in %s', (language, all, some, none) => {
  expect(resultSentence('greet', of(4, 0), speech(language))).toBe(all);
  expect(resultSentence('greet', of(3, 1), speech(language))).toBe(some);
  expect(resultSentence('greet', of(0, 2), speech(language))).toBe(none);
});

test('what failed is named with its reason; a field’s reason says more than the general one', () => {
  const row = rowLike({ title: 'A tablet' });
  expect(failureSentence({ row, problem: greeted }, speech('en'))).toBe('“A tablet”: Mika has said hello already.');
  const field = { path: 'due', code: 'dueInPast', detail: 'That time has passed.' };
  const refused = new Problem({ status: 422, code: 'invalid', detail: 'Please look at it again.', fields: [field] });
  expect(failureSentence({ row, problem: refused }, speech('en'))).toBe('“A tablet”: That time has passed.');
});

// What readers of notices may see is asked of whoever owns the subjects, and of nobody else.
import { expect, test } from 'vitest';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import type { Subjects, Told } from './notices.ts';
import { visible } from './sight.ts';

const nothing = {} as Db;
const aino = { id: 'aino' } as Who;
const told = (title: string) => ({ title }) as Told;
const asked: string[] = [];
/** Owners who answer for what begins with "seen". */
const owner =
  (kind: string): Subjects[string] =>
  async (db, who, ids) => {
    asked.push(`${kind} ${ids.join(' ')}`);
    expect([db, who]).toEqual([nothing, aino]);
    return new Map(ids.filter((id) => id.startsWith('seen')).map((id) => [id, told(`${kind} ${id}`)]));
  };
const subjects: Subjects = { request: owner('request'), idea: owner('idea'), promise: owner('promise') };
const row = (subject: string, id: string) => ({ subject, subject_id: id });

test('each owner is asked once about what is theirs, and what they keep to themselves is not seen', async () => {
  const rows = [row('request', 'seen-1'), row('idea', 'hidden'), row('request', 'hidden'), row('request', 'seen-1')];
  const seen = await visible(nothing, aino, subjects, [...rows, row('idea', 'seen-2'), row('nobody', 'seen-3')]);
  expect([...seen]).toEqual([
    ['request seen-1', told('request seen-1')],
    ['idea seen-2', told('idea seen-2')],
  ]);
  expect(asked).toEqual(['request seen-1 hidden', 'idea hidden seen-2']);
});

// Rules of links: how each is kept and how it reads from the other side.
import { expect, it } from 'vitest';
import { linkKinds } from '../../contract/request-links.ts';
import { keptAs, turned } from './links.rules.ts';

it.each(linkKinds)('reads %s from the other side, and the same again from the first', (kind) => {
  expect(turned(turned(kind))).toBe(kind);
});

it.each(linkKinds)('keeps %s in one way, whichever side says it', (kind) => {
  const said = keptAs('a', kind, 'b');
  const there = keptAs('b', turned(kind), 'a');
  if (kind === 'related') expect([said, there].map((each) => each.kind)).toEqual(['related', 'related']);
  else expect(there).toEqual(said);
});

// Migrations since the last release only widen: the process of that release goes on working on what they leave.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainly, statementsOf } from '../../server/platform/statements.ts';
import { narrowings } from './expanding.ts';

/** The last migration of the last release: to be moved on with each release, and never back. */
const released = '22-requests-duty.sql';
// Each was looked at: why the release before does not mind, behind its name.
const reviewed: Record<string, string> = {
  '25-promises.sql': 'what it forbids, the release before never writes; a revision may be of more kinds than before',
  '33-promises-taken-back.sql': 'a revision may be of more kinds than before',
  '34-ideas.sql': 'the release before knows no ideas',
  '34b-goals.sql': 'the release before knows no goals',
  '36-ideas.sql': 'the release before knows no ideas',
  '36b-privacy.sql': 'to the release before the rule of the company is one of a service that nothing was asked of',
  '35-mail-in.sql': 'a token may be for more than before',
};

const folder = join(import.meta.dirname, '../../server/migrations');
const names = readdirSync(folder).toSorted();
const statementsIn = (name: string) => statementsOf(readFileSync(join(folder, name), 'utf8')).map(plainly);
const old = new Set(
  names
    .filter((name) => name <= released)
    .flatMap(statementsIn)
    .flatMap((one) => /^create table (?:if not exists )?(\w+)/.exec(one)?.[1] ?? []),
);

describe('migrations since the last release', () => {
  it('are told from those before it', () => {
    expect(names).toContain(released);
    expect(old.size).toBeGreaterThan(40);
  });
  it('only widen what it knows', () => {
    const newer = names.filter((name) => name > released && !(name in reviewed));
    expect(newer.flatMap((name) => narrowings(statementsIn(name), old).map((each) => `${name} ${each}`))).toEqual([]);
  });
});

describe('what would stop the process of the release before', () => {
  it.each([
    ['a column that is gone', 'alter table requests_request drop column title;'],
    ['a column under another name', 'alter table requests_request rename column title to subject;'],
    ['a table under another name', 'alter table requests_request rename to requests_ask;'],
    ['a table that is gone', 'drop table desk_view;'],
    ['another type', 'alter table requests_request alter column title type varchar(10);'],
    ['a column that must be filled', 'alter table requests_request add column urgency int not null;'],
    ['a column that must be filled from now on', 'alter table requests_request alter column details set not null;'],
    ['a new condition', 'alter table requests_request add constraint short check (length(title) < 10);'],
    ['a uniqueness', 'create unique index one_title on requests_request (title);'],
    ['an index that holds up the writing', 'create index by_title on requests_request (title);'],
    ['a write that takes its time', 'update requests_request set title = lower(title);'],
    ['anything unheard of', 'alter system set fsync = off;'],
  ])('%s is held back', (_, statement) => expect(narrowings([statement], old)).toHaveLength(1));
  it.each([
    ['a column that may be empty', 'alter table requests_request add column urgency int;'],
    ['a column with a default', 'alter table requests_request add column urgency int not null default 1;'],
    ['a table of its own', 'create table voice_idea (id uuid primary key);'],
    ['an index of a table of its own', 'create index voice_ideas on voice_idea (id);'],
    [
      'an index that is built beside the writing',
      'create index concurrently if not exists x on requests_request (title);',
    ],
    ['less to obey', 'alter table requests_request drop constraint requests_promised;'],
  ])('%s is not', (_, statement) => expect(narrowings([statement], old)).toEqual([]));
});

// What a save makes of an article, who may do what with one, and the few words of it that lists show.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleActs } from '../../contract/knowledge.ts';
import type { Who } from '../platform/who.ts';
import { can, sees, whyNot, type Subject } from './access.ts';
import { beginningFrom, saved, type Kept, type Sent } from './rules.ts';
import { excerptOf, plainWords } from '../platform/excerpt.ts';

const now = new Date('2026-11-24T08:00:00Z');
const before = new Date('2026-11-01T08:00:00Z');
const words: Sent = {
  title: 'Keys',
  body: 'At the desk.',
  language: 'en',
  state: 'published',
  reading: 'everyone',
  checkBy: null,
  note: '',
};
const kept: Kept = { ...words, state: 'published', staysInTeam: false, publishedAt: before, checkedAt: before };

describe('saving', () => {
  it('publishes a new article now, and says that it is right now', () => {
    expect(saved(null, words, now)).toMatchObject({ anew: true, publishedAt: now, checkedAt: now });
  });
  it('makes a version of other words, and none of the same', () => {
    expect(saved(kept, { ...words, body: 'At the bell.' }, now)).toMatchObject({ anew: true, checkedAt: now });
    expect(saved(kept, { ...words, checkBy: '2027-01-01' }, now)).toMatchObject({ anew: false, checkedAt: before });
  });
  it('keeps the day on which it was published first', () => {
    expect(saved({ ...kept, state: 'draft' }, words, now)).toMatchObject({ publishedAt: before, checkedAt: now });
  });
  it('never opens what began in a private request', () => {
    const stays = { ...kept, reading: 'team' as const, staysInTeam: true };
    expect(saved(stays, words, now)).toEqual({ refused: 'staysInTeam', field: 'reading' });
    expect(saved(stays, { ...words, reading: 'team' }, now)).toMatchObject({ reading: 'team' });
  });
  it('publishes no empty page, but keeps an empty draft', () => {
    expect(saved(null, { ...words, body: '' }, now)).toEqual({ refused: 'required', field: 'body' });
    expect(saved(null, { ...words, body: '', state: 'draft' }, now)).toMatchObject({ publishedAt: null });
  });
});

const someone = (...teams: Who['teams'][number][]): Who => ({
  id: 'me',
  session: '',
  administrator: false,
  language: 'en',
  zone: 'UTC',
  teams,
});
const subject = fc.record({
  team: fc.constantFrom('it', 'kitchen'),
  state: fc.constantFrom('draft', 'published', 'archived'),
  reading: fc.constantFrom('everyone', 'team'),
} satisfies Record<keyof Subject, unknown>) as fc.Arbitrary<Subject>;

describe('who may', () => {
  it('read: everybody what is published for everyone, else the team alone; an administrator is anybody', () => {
    fc.assert(
      fc.property(subject, fc.boolean(), (one, administrator) => {
        const open = one.state === 'published' && one.reading === 'everyone';
        expect(sees({ ...someone({ id: 'it', lead: false }), administrator }, one)).toBe(open || one.team === 'it');
      }),
    );
  });
  it('do: nothing that they may not read, and what is not offered is refused with a reason', () => {
    fc.assert(
      fc.property(subject, fc.boolean(), (one, lead) => {
        const who = someone({ id: 'it', lead });
        const may = can(who, one);
        if (!sees(who, one)) expect(may).toEqual([]);
        for (const act of articleActs) expect(whyNot(who, one, act) === null).toBe(may.includes(act));
      }),
    );
  });
  it('be told why not: by whose right it would be first, then by how the article stands', () => {
    const why = (one: Who, state: Subject['state'], reading: Subject['reading'] = 'everyone') =>
      articleActs.map((act) => whyNot(one, { team: 'it', state, reading }, act)?.refused ?? 'may');
    const lead = someone({ id: 'it', lead: true });
    const member = someone({ id: 'it', lead: false });
    const [no, apart, off, put] = ['membersOnly', 'teamLeadsOnly', 'unpublishedArticle', 'archivedArticle'];
    // In the order of the acts: save, check, archive, restore, say that it helped.
    expect(why(lead, 'draft')).toEqual(['may', off, 'may', off, off]);
    expect(why(lead, 'published')).toEqual(['may', 'may', 'may', off, 'may']);
    expect(why(lead, 'archived')).toEqual([put, put, put, 'may', put]);
    expect(why(member, 'draft')).toEqual(['may', off, apart, apart, off]);
    expect(why(member, 'published')).toEqual(['may', 'may', apart, apart, 'may']);
    expect(why(member, 'archived')).toEqual([put, put, apart, apart, put]);
    expect(why(someone(), 'published')).toEqual([no, no, apart, apart, 'may']);
    expect(why(someone(), 'published', 'team')).toEqual([no, no, apart, apart, off]);
  });
  it('write: members; put away and take out: leads', () => {
    const draft = { team: 'it', state: 'draft', reading: 'team' } as const;
    expect(can(someone({ id: 'it', lead: false }), draft)).toEqual(['save']);
    expect(can(someone({ id: 'it', lead: true }), draft)).toEqual(['save', 'archive']);
    expect(can(someone({ id: 'it', lead: true }), { ...draft, state: 'archived' })).toEqual(['restore']);
    expect(whyNot(someone({ id: 'it', lead: false }), draft, 'archive')).toEqual({ refused: 'teamLeadsOnly' });
  });
});

describe('the few words in lists', () => {
  it('are without marks', () => {
    const markdown =
      '# Keys\n\n1. Go to the **desk**, now\n2. Say [your name](https://x.example)\n\n> - `now`\n\n| a | b |\n|---|---|\n';
    expect(plainWords(markdown)).toBe('Keys · Go to the desk, now · Say your name · now · a b');
  });
  it('begin where a searched word stands, however it is bent', () => {
    const text = `${'alku '.repeat(80)}projektorin kaapeli ${'loppu '.repeat(80)}`;
    expect(excerptOf(text, ['projektori'])).toMatch(/^… .*projektorin kaapeli.* …$/);
    expect(excerptOf(text, ['nothing'])).toMatch(/^alku .* …$/);
  });
  it('are never long, whatever is written and searched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.string({ unit: 'grapheme' }), (text, sought) => {
        const few = excerptOf(text, [sought]);
        expect(few.length).toBeLessThanOrEqual(204);
        expect(few.isWellFormed()).toBe(true);
      }),
    );
  });
});

it('an answer begins an article with names in place of marks for people', () => {
  const id = '019331f0-0000-7000-8000-000000000001';
  expect(beginningFrom(` Ask @[Mika Korhonen](person:${id}), he knows. `)).toBe('Ask Mika Korhonen, he knows.');
});

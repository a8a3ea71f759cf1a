// The fate of each row of an imported table of people: by example, and for any table whatever lines it draws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refused } from '../platform/outcome.ts';
import { changesOf, decidePeople, type Facts, type Given, type Known, type PersonCells } from './import.rules.ts';

const folded = (words: string) => words.toLowerCase();
const email = (name: string) => `${name}@example.com`;
const knows = (name: string, more: Partial<Known> = {}): Known => ({
  id: name,
  active: true,
  name,
  said: '',
  pronouns: '',
  email: email(name),
  language: 'en',
  languages: ['en', 'fi'],
  place: 'Turku',
  zone: 'Europe/Helsinki',
  does: 'Rooms',
  manager: null,
  dotted: [],
  skills: ['lamps'],
  teams: [{ folded: 'rooms', lead: false }],
  ...more,
});
const facts = (people: Known[] = [], more: Partial<Facts> = {}): Facts => ({
  people: new Map(people.map((one) => [one.email, one])),
  lines: new Map(people.flatMap((one) => (one.manager === null ? [] : [[one.id, one.manager] as const]))),
  teams: new Set(['rooms', 'linen']),
  folded,
  createTeams: false,
  ...more,
});
/** Somebody new, or somebody there when the address is known; `new-NAME` is the id kept ready. */
const row = (name: string, more: PersonCells = {}, reasons = [] as ReturnType<typeof refused>[]) => ({
  fresh: `new-${name}`,
  cells: { given: { name, email: email(name), ...more }, reasons },
});
const decide = (rows: ReturnType<typeof row>[], known = facts()) =>
  decidePeople(
    rows.map((one, index) => ({ line: index + 2, ...one })),
    known,
  );
const told = (rows: ReturnType<typeof row>[], known = facts()) =>
  decide(rows, known).map(({ fate, reasons }) => [
    fate,
    ...reasons.map(({ refused: code, field }) => `${field}: ${code}`),
  ]);

describe('a row', () => {
  it('about somebody new adds them, with all that it says', () => {
    expect(decide([row('aino', { place: 'Oulu', skills: ['Lamps'] })])).toEqual([
      {
        fate: 'added',
        reasons: [],
        changes: [],
        subject: 'new-aino',
        given: { name: 'aino', email: email('aino'), place: 'Oulu', skills: ['Lamps'] },
        depth: 0,
      },
    ]);
  });
  it('about somebody there changes what is other, or nothing', () => {
    const [changed, unchanged] = decide(
      [row('aino', { place: 'Oulu' }), row('mika', { place: 'Turku' })],
      facts([knows('aino'), knows('mika')]),
    );
    expect(changed).toMatchObject({ fate: 'changed', changes: ['place'], subject: 'aino' });
    expect(unchanged).toMatchObject({ fate: 'unchanged', changes: [], subject: 'mika' });
  });
  it('that could not be read is refused for that, and keeps what it said', () => {
    const wrong = refused('invalid', { field: 'zone' });
    const cells = { place: 'Oulu', manager: email('mika'), dotted: [email('mika')] };
    expect(decide([row('aino', cells, [wrong])], facts([knows('mika')]))).toEqual([
      {
        fate: 'refused',
        reasons: [wrong],
        changes: [],
        subject: null,
        given: { name: 'aino', email: email('aino'), ...cells },
        depth: 0,
      },
    ]);
  });
  it('about somebody there that is refused still tells whom it is about', () => {
    expect(decide([row('aino', { teams: [{ name: 'Bar', lead: false }] })], facts([knows('aino')]))).toMatchObject([
      { fate: 'refused', subject: 'aino' },
    ]);
  });
  it('about somebody who has left is refused', () => {
    expect(told([row('aino')], facts([knows('aino', { active: false })]))).toEqual([['refused', 'email: hasLeft']]);
  });
  it('about somebody new needs a name, which is said once', () => {
    const nameless = { fresh: 'new', cells: { given: { email: email('aino') }, reasons: [] } };
    expect(told([nameless as never])).toEqual([['refused', 'name: required']]);
    const unread = { ...nameless, cells: { ...nameless.cells, reasons: [refused('tooLong', { field: 'name' })] } };
    expect(told([unread as never])).toEqual([['refused', 'name: tooLong']]);
    const otherwise = { ...nameless, cells: { ...nameless.cells, reasons: [refused('tooLong', { field: 'does' })] } };
    expect(told([otherwise as never])).toEqual([['refused', 'does: tooLong', 'name: required']]);
    expect(told([nameless as never], facts([knows('aino')]))).toEqual([['unchanged']]);
  });
  it('without an address is about nobody there, and no twin of another one', () => {
    const unread = { name: 'aino', email: undefined } as never;
    const wrong = [refused('required', { field: 'email' })];
    expect(told([row('aino', unread, wrong), row('aino', unread, wrong)], facts([knows('aino')]))).toEqual([
      ['refused', 'email: required'],
      ['refused', 'email: required'],
    ]);
  });
  it('with the address of an earlier one is refused, with the line of that one', () => {
    const decided = decide([row('aino'), row('mika'), row('aino', { place: 'Oulu' }), row('aino')]);
    expect(decided.map(({ fate }) => fate)).toEqual(['added', 'added', 'refused', 'refused']);
    for (const at of [2, 3])
      expect(decided[at]!.reasons).toEqual([{ refused: 'twiceInFile', field: 'email', params: { line: 2 } }]);
  });
  it('names teams that are there, unless new ones may be made', () => {
    const rows = [row('aino', { teams: ['ROOMS', 'Bar', 'Spa'].map((name) => ({ name, lead: false })) })];
    expect(decide(rows)[0]!.reasons).toEqual([{ refused: 'teamNotFound', field: 'teams', params: { name: 'Bar' } }]);
    expect(told(rows, facts([], { createTeams: true }))).toEqual([['added']]);
    expect(told([row('aino', { teams: [{ name: 'Linen', lead: true }] })])).toEqual([['added']]);
  });
});

describe('those above', () => {
  it('are found among those there and in the file, in whatever order', () => {
    const decided = decide(
      [
        row('aino', { manager: email('mika'), dotted: [email('eeva'), email('mika')] }),
        row('mika', { manager: email('eeva') }),
      ],
      facts([knows('eeva')]),
    );
    expect(decided.map(({ fate, given, depth }) => [fate, given.manager, given.dotted, depth])).toEqual([
      ['added', 'new-mika', ['eeva', 'new-mika'], 2],
      ['added', 'eeva', undefined, 1],
    ]);
  });
  it('are refused when nobody has that address, or nobody any more', () => {
    const people = facts([knows('olga', { active: false })]);
    for (const address of [email('nobody'), email('olga')]) {
      const params = { email: address };
      expect(decide([row('aino', { manager: address })], people)[0]!.reasons).toEqual([
        { refused: 'managerNotFound', field: 'manager', params },
      ]);
      expect(decide([row('aino', { dotted: [address] })], people)[0]!.reasons).toEqual([
        { refused: 'managerNotFound', field: 'dotted', params },
      ]);
    }
  });
  it('are somebody else', () => {
    expect(told([row('aino', { manager: email('aino') })])).toEqual([['refused', 'manager: managerCycle']]);
    expect(told([row('aino', { dotted: [email('aino')] })], facts([knows('aino')]))).toEqual([
      ['refused', 'dotted: managerCycle'],
    ]);
  });
  it('that are new and refused take with them who names them, and so on downwards', () => {
    const rows = [
      row('sub', { manager: email('mid') }),
      row('mid', { manager: email('top') }),
      row('top', { teams: [{ name: 'Bar', lead: false }] }),
      row('aside', { dotted: [email('sub')] }),
      row('free', { manager: email('eeva') }),
    ];
    const decided = decide(rows, facts([knows('eeva')]));
    expect(decided.map(({ fate }) => fate)).toEqual(['refused', 'refused', 'refused', 'refused', 'added']);
    const why = decided.map(({ reasons }) => reasons.map(({ field, params }) => [field, params]));
    expect(why.slice(0, 4)).toEqual([
      [['manager', { email: email('mid') }]],
      [['manager', { email: email('top') }]],
      [['teams', { name: 'Bar' }]],
      [['dotted', { email: email('sub') }]],
    ]);
  });
  it('that are there stay there, though their own row is refused', () => {
    const rows = [row('eeva', { teams: [{ name: 'Bar', lead: false }] }), row('aino', { manager: email('eeva') })];
    expect(told(rows, facts([knows('eeva')]))).toEqual([['refused', 'teams: teamNotFound'], ['added']]);
  });
  it('that are named by several take all of them along', () => {
    const rows = [
      row('top', { teams: [{ name: 'Bar', lead: false }] }),
      row('one', { manager: email('top') }),
      row('two', { manager: email('top') }),
    ];
    const gone = ['refused', 'manager: managerNotFound'];
    expect(told(rows).slice(1)).toEqual([gone, gone]);
  });
  it('never come round in a circle: the rows that close it are refused, and who stands under them', () => {
    const rows = [
      row('under', { manager: email('one') }),
      row('one', { manager: email('two') }),
      row('two', { manager: email('one') }),
      row('two', { manager: email('one') }),
      row('free'),
    ];
    expect(told(rows)).toEqual([
      ['refused', 'manager: managerNotFound'],
      ['refused', 'manager: managerCycle'],
      ['refused', 'manager: managerCycle'],
      ['refused', 'email: twiceInFile'],
      ['added'],
    ]);
  });
  it('of those there count for the circle, and a row that turns a line about opens it', () => {
    const known = facts([knows('aino', { manager: 'mika' }), knows('mika', { manager: 'eeva' }), knows('eeva')]);
    const under = row('eeva', { manager: email('aino') });
    expect(told([under], known)).toEqual([['refused', 'manager: managerCycle']]);
    expect(told([under, row('mika', { manager: email('otto') })], known)).toEqual([
      ['refused', 'manager: managerCycle'],
      ['refused', 'manager: managerNotFound'],
    ]);
    expect(told([under, row('mika', { manager: email('otto') }), row('otto')], known)).toEqual([
      ['changed'],
      ['changed'],
      ['added'],
    ]);
  });
  it('decide who is written first: fewer above, earlier', () => {
    const known = facts([knows('aino', { manager: 'mika' }), knows('mika', { manager: 'eeva' }), knows('eeva')]);
    const depths = decide([row('new', { manager: email('aino') }), row('eeva'), row('mika'), row('aino')], known);
    expect(depths.map(({ depth }) => depth)).toEqual([3, 0, 1, 2]);
  });
});

describe('what would be other than it is', () => {
  const aino = knows('aino', { manager: 'mika', dotted: ['b', 'a'], skills: ['lamps', 'beds'] });
  const changes = (given: Given) => changesOf(aino, given, { folded });
  it('is each field that says something else', () => {
    const other = {
      name: 'A',
      said: 'A',
      pronouns: 'she',
      language: 'fi',
      place: 'A',
      zone: 'A',
      does: 'A',
      manager: 'm',
    } as const;
    expect(changes(other)).toEqual(['name', 'said', 'pronouns', 'language', 'place', 'zone', 'does', 'manager']);
    const { name, said, pronouns, language, place, zone, does, manager } = aino;
    expect(changes({ name, said, pronouns, language, place, zone, does, manager: manager! })).toEqual([]);
    expect(changes({})).toEqual([]);
  });
  it('is another order of languages, for the first one is spoken best', () => {
    expect(changes({ languages: ['en', 'fi'] })).toEqual([]);
    expect(changes({ languages: ['fi', 'en'] })).toEqual(['languages']);
    expect(changes({ languages: ['en'] })).toEqual(['languages']);
    expect(changes({ languages: ['en', 'fi', 'es'] })).toEqual(['languages']);
  });
  it('is not the order of dotted lines or skills, nor how a skill is spelt', () => {
    expect(changes({ dotted: ['a', 'b', 'a'], skills: ['Beds', 'LAMPS', 'beds'] })).toEqual([]);
    expect(changes({ dotted: ['a'] })).toEqual(['dotted']);
    expect(changes({ skills: ['Beds', 'Linen'] })).toEqual(['skills']);
    const backwards = { ...aino, dotted: ['a', 'b'], skills: ['beds', 'lamps'] };
    expect(changesOf(backwards, { dotted: ['b', 'a'], skills: ['lamps', 'beds'] }, { folded })).toEqual([]);
  });
  it('is a team that is joined or led, never one that is left', () => {
    expect(changes({ teams: [{ name: 'ROOMS', lead: false }] })).toEqual([]);
    expect(changes({ teams: [] })).toEqual([]);
    expect(changes({ teams: [{ name: 'Rooms', lead: true }] })).toEqual(['teams']);
    expect(changes({ place: 'Oulu', teams: [{ name: 'Linen', lead: false }] })).toEqual(['place', 'teams']);
    const lead = { ...aino, teams: [{ folded: 'rooms', lead: true }] };
    expect(changesOf(lead, { teams: [{ name: 'Rooms', lead: false }] }, { folded })).toEqual([]);
    expect(changesOf(lead, { teams: [{ name: 'Rooms', lead: true }] }, { folded })).toEqual([]);
  });
});

describe('whatever lines a table draws', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const drawn = fc.record({
    name: fc.constantFrom(...names),
    manager: fc.constantFrom(undefined, ...names, 'x'),
    dotted: fc.array(fc.constantFrom(...names), { maxLength: 1 }),
  });
  it('what is written is a forest: whoever is above is there or written earlier, and each line ends', () => {
    const there = [knows('d'), knows('e', { manager: 'd' }), knows('f', { manager: 'e' })];
    let written = 0;
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 8 }), (rows) => {
        const cells = rows.map(({ name, manager, dotted }) =>
          row(name, { dotted: dotted.map(email), ...(manager === undefined ? {} : { manager: email(manager) }) }),
        );
        const decided = decide(cells, facts(there)).filter(({ fate }) => fate !== 'refused');
        const lines = new Map(there.map(({ id, manager }) => [id, manager]));
        for (const { subject, given } of decided.toSorted((one, other) => one.depth - other.depth)) {
          expect(given.manager === undefined || lines.has(given.manager)).toBe(true);
          lines.set(subject!, given.manager ?? lines.get(subject!) ?? null);
        }
        for (const { given } of decided) for (const id of given.dotted!) expect(lines.has(id)).toBe(true);
        for (const start of lines.keys()) {
          let steps = 0;
          for (let at: string | null = start; at !== null; at = lines.get(at)!) expect(steps++).toBeLessThan(9);
        }
        written += decided.length;
      }),
      { numRuns: 300 },
    );
    expect(written).toBeGreaterThan(150);
  });
});

// The fate of each row of an imported table of teams, by example.
import { describe, expect, it } from 'vitest';
import { refused, type Refused } from '../platform/outcome.ts';
import { decideTeams, type KnownTeam } from './import-teams.rules.ts';
import type { TeamCells } from './import.rules.ts';

const rooms: KnownTeam = {
  id: 'rooms',
  name: 'Rooms',
  does: 'Beds and lamps',
  zone: 'Europe/Helsinki',
  country: null,
  greeting_minutes: 30,
  closing_minutes: 480,
};
const facts = {
  teams: new Map([['rooms', rooms]]),
  folded: (words: string) => words.toLowerCase(),
  isCountry: (code: string) => code === 'FI',
};
const decide = (...rows: Array<{ given: TeamCells; reasons?: Refused[] }>) =>
  decideTeams(
    rows.map(({ given, reasons = [] }, index) => ({
      line: index + 2,
      fresh: `new-${index}`,
      cells: { given, reasons },
    })),
    facts,
  );

describe('a row about a team', () => {
  it('adds one that is not there', () => {
    const given = { name: 'Linen', country: 'FI', greeting: 60 };
    expect(decide({ given })).toEqual([{ fate: 'added', reasons: [], changes: [], subject: 'new-0', given, depth: 0 }]);
  });
  it('knows one that is there by its name, however it is written, and tells what would be other', () => {
    const given = { name: 'ROOMS', does: 'Beds', zone: 'Europe/Madrid', country: 'FI', greeting: 31, closing: 1 };
    expect(decide({ given })).toEqual([
      {
        fate: 'changed',
        reasons: [],
        changes: ['name', 'does', 'zone', 'country', 'greeting', 'closing'],
        subject: 'rooms',
        given,
        depth: 0,
      },
    ]);
  });
  it('that says nothing new changes nothing', () => {
    const same = { name: 'Rooms', does: rooms.does, zone: rooms.zone, greeting: 30, closing: 480 };
    expect(decide({ given: same })).toMatchObject([{ fate: 'unchanged', changes: [], subject: 'rooms' }]);
    expect(decide({ given: { name: 'Rooms' } })).toMatchObject([{ fate: 'unchanged', changes: [] }]);
  });
  it('is refused when its name stands further up, with the line where it does', () => {
    const [first, second, third] = decide(
      { given: { name: 'Linen' } },
      { given: { name: 'LINEN' } },
      { given: { name: 'linen' } },
    );
    expect(first).toMatchObject({ fate: 'added' });
    for (const twin of [second, third])
      expect(twin).toMatchObject({
        fate: 'refused',
        reasons: [{ refused: 'twiceInFile', field: 'name', params: { line: 2 } }],
        changes: [],
        subject: null,
      });
  });
  it('is refused for a country that nobody knows, and for all that could not be read, and says which team it was about', () => {
    const unread = refused('invalid', { field: 'zone' });
    const given = { name: 'Rooms', country: 'XX' };
    expect(decide({ given, reasons: [unread] })).toEqual([
      {
        fate: 'refused',
        reasons: [unread, { refused: 'unknownCountry', field: 'country' }],
        changes: [],
        subject: 'rooms',
        given,
        depth: 0,
      },
    ]);
  });
  it('without a name that could be read is nobody’s twin', () => {
    const reasons = [refused('required', { field: 'name' })];
    expect(decide({ given: {}, reasons }, { given: {}, reasons }).map((row) => row.reasons)).toEqual([
      reasons,
      reasons,
    ]);
  });
});

// Who reads an idea, who answers it, and who may do what with it in which state, as one table to read.
import { describe, expect, it } from 'vitest';
import { ideaActs, ideaStates, type IdeaAct, type IdeaState } from '../../contract/ideas.ts';
import type { Who } from '../platform/who.ts';
import { someone as who } from '../platform/who-for-tests.ts';
import { answers, can, sees, whyNot, type Subject } from './access.ts';

const people = {
  author: who('aino'),
  lead: who('liisa', { teams: [{ id: 'rooms', lead: true }] }),
  member: who('kalle', { teams: [{ id: 'rooms', lead: false }] }),
  promiser: who('mika'),
  promisee: who('eeva'),
  administrator: who('olga', { administrator: true }),
  colleague: who('otto', { teams: [{ id: 'bar', lead: true }] }),
};
type Person = keyof typeof people;
const names = Object.keys(people) as Person[];
const idea = (more: Partial<Subject> = {}): Subject => ({
  team: 'rooms',
  sight: 'open',
  author: 'aino',
  promiser: 'mika',
  promisee: 'eeva',
  led: true,
  state: 'heard',
  ...more,
});
const those = (may: (person: Who) => boolean) => names.filter((name) => may(people[name]));

describe('an idea is read', () => {
  it('by every colleague when it is open', () => {
    expect(those((person) => sees(person, idea()))).toEqual(names);
  });
  it('by its team, its author and the two sides of its promise when it is the team’s', () => {
    const inside = ['author', 'lead', 'member', 'promiser', 'promisee'];
    expect(those((person) => sees(person, idea({ sight: 'team' })))).toEqual(inside);
  });
});

describe('an idea is answered', () => {
  it.each<[string, Partial<Subject>, Person[]]>([
    ['by the leads of its team', {}, ['lead']],
    ['by all of a team that nobody leads', { led: false }, ['lead', 'member']],
    ['by administrators when it is the company’s', { team: null, led: false }, ['administrator']],
    ['by nobody else, whoever leads', { team: null, led: true }, ['administrator']],
  ])('%s', (_, more, expected) => expect(those((person) => answers(person, idea(more)))).toEqual(expected));
});

describe('what may be done with an idea', () => {
  const everyone = 'support discuss';
  const table: Record<IdeaState, Partial<Record<Person, string>> & { others: string }> = {
    heard: {
      author: `edit withdraw ${everyone}`,
      lead: `decide decline complete ${everyone}`,
      others: everyone,
    },
    decided: {
      author: `commit withdraw ${everyone}`,
      lead: `decline commit complete ${everyone}`,
      others: `commit ${everyone}`,
    },
    committed: { promiser: `appoint ${everyone}`, promisee: `appoint ${everyone}`, others: everyone },
    appointed: { others: everyone },
    done: { others: 'discuss' },
    declined: { lead: 'decide discuss', others: 'discuss' },
    withdrawn: { others: '' },
  };
  const cells = ideaStates.flatMap((state) => names.map((name) => ({ state, name })));
  it.each(cells)('$state, by the $name', ({ state, name }) => {
    const expected = (table[state][name] ?? table[state].others).split(' ').filter(Boolean) as IdeaAct[];
    const subject = idea({ state });
    expect(can(people[name], subject)).toEqual(ideaActs.filter((act) => expected.includes(act)));
    for (const act of ideaActs) {
      const nobody = Object.values(table[state]).every((acts) => !acts.split(' ').includes(act));
      const why = nobody ? { refused: 'ideaMovedOn' } : { refused: 'notYours' };
      expect(whyNot(people[name], subject, act)).toEqual(expected.includes(act) ? null : why);
    }
  });
});

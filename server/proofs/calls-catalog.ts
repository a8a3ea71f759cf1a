// For tests of the whole: one good call of every operation of the catalog.
import type { Making, Sent } from './calls.ts';

let made = 0;

const whenLaptop = { need: 'all', tests: [{ field: 'kind', is: 'is', value: 'Laptop' }] };
const form = [
  { key: 'kind', kind: 'choice', label: 'What do you need?', required: true, options: ['Laptop', 'Phone'] },
  { key: 'model', kind: 'text', label: 'Which one?', help: 'As it says on the lid', showIf: whenLaptop },
];

export const catalogCalls: Record<string, (making: Making) => Sent> = {
  createService: ({ cast }) => ({
    body: {
      team: cast.it,
      name: `Extra ${(made += 1)}`,
      description: 'For work',
      sight: 'private',
      askers: [cast.kitchen, cast.it],
      form,
      greetingMinutes: 30,
      closingMinutes: null,
      greetingStandard: 'Hello!',
      closingStandard: 'Goodbye!',
      checklist: ['Order it', 'Set it up'],
      approval: { mode: 'inOrder', steps: [{ manager: true }, { person: cast.id.second }] },
      alsoNeeded: [],
    },
  }),
  updateService: ({ cast }) => ({
    body: { description: 'For work and travel', form, askers: [cast.kitchen], checklist: ['Ask for the size'] },
  }),
  orderServices: () => ({ body: { services: [] } }),
};

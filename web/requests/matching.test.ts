// Services that a sentence may be about.
import { expect, it } from 'vitest';
import { matchingServices } from './matching.ts';

const services = [
  { name: 'Laptop for a new colleague', description: 'A computer, ready on the first morning' },
  { name: 'Projector does not work', description: 'Meeting rooms and screens' },
  { name: 'Holiday calendar', description: 'When you are away; not for laptops' },
  { name: 'Kannettava tietokone', description: 'Uudelle työkaverille' },
];
const names = (title: string) => matchingServices(title, services).map(({ name }) => name);

it('are found by a word of their name, however it is bent', () => {
  expect(names('We need two laptops for Monday')).toEqual(['Laptop for a new colleague']);
  expect(names('The projectors in Sali 3 are green')).toEqual(['Projector does not work']);
  expect(names('tarvitsen kannettavan')).toEqual(['Kannettava tietokone']);
});
it('are not offered for words that only describe them, nor for small words', () => {
  expect(names('not for you')).toEqual([]);
  expect(names('screens')).toEqual([]);
  expect(names('')).toEqual([]);
});
it('the best first', () => {
  expect(names('A laptop for the new colleague on holiday')[0]).toBe('Laptop for a new colleague');
});

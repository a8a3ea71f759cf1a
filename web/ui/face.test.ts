// Initials in any script, and colours that stay.
import { expect, test } from 'vitest';
import { colourOf, initials } from './face.tsx';

test.each([
  ['Aino Virtanen', 'AV'],
  ['Mercedes de la Cruz', 'MC'],
  ['Олег Петров', 'ОП'],
  ['Nadia', 'N'],
  ['IT', 'IT'],
  ['  ñandú  ', 'Ñ'],
  ['李 小龍', '李小'],
  ['e\u0301lodie', 'E\u0301'],
  ['', '?'],
])('%s is shown as %s', (name, shown) => {
  expect(initials(name)).toBe(shown);
});

test('the same id has the same colour, and all six are used', () => {
  const ids = Array.from({ length: 200 }, (_none, n) => `01890a5d-ac96-774b-bcce-${n.toString(16).padStart(12, '0')}`);
  expect(new Set(ids.map(colourOf))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  expect(ids.map(colourOf)).toEqual(ids.map(colourOf));
});

// The cells of an imported table as values: each field by the same rules as in the app. An empty cell says nothing.
import { z } from 'zod';
import { email } from '../../contract/auth.ts';
import { skill } from '../../contract/directory-people.ts';
import { languages, Language, line, zone } from '../../contract/shapes.ts';
import { spokenCodes, spokenLanguage } from '../../contract/spoken-languages.ts';
import { refused, type Refused } from '../platform/outcome.ts';
import { refusalsOf } from '../platform/problems.ts';
import type { PeopleColumn, TeamColumn } from './import-columns.ts';
import type { Cells, PersonCells, TeamCells } from './import.rules.ts';

const parts = (text: string) =>
  text
    .split(/[;,|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
const once = <T>(values: readonly T[]): T[] => [...new Set(values)];

let names: Map<string, string> | undefined;
/** "Finnish", "suomi", "finés", "финский" or "fi": the code, or the word itself when it names nothing. */
function languageNamed(word: string): string {
  names ??= new Map(
    languages.flatMap((reader) => {
      const display = new Intl.DisplayNames(reader, { type: 'language' });
      return spokenCodes().map((code) => [(display.of(code) ?? code).toLowerCase(), code] as const);
    }),
  );
  const lower = word.toLowerCase();
  return names.get(lower) ?? lower;
}

const leadMark = /(?:\*|\(\s*(?:lead|leader|vetäjä|esihenkilö|líder|lider|responsable|руководитель|лидер)\s*\))$/iu;
const teamNamed = (text: string) => ({ name: text.replace(leadMark, '').trim(), lead: leadMark.test(text) });

const list = <T extends z.ZodType>(item: T, most: number) => z.array(item).max(most);

let countries: Map<string, string> | undefined;
function countryNamed(word: string): string {
  countries ??= new Map(
    languages.flatMap((reader) => {
      const display = new Intl.DisplayNames(reader, { type: 'region', fallback: 'none' });
      const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
      const codes = letters.flatMap((one) => letters.map((other) => one + other));
      return codes.flatMap((code) => {
        const name = display.of(code);
        return name === undefined ? [] : [[name.toLowerCase(), code] as const];
      });
    }),
  );
  return countries.get(word.toLowerCase()) ?? word.toUpperCase();
}

const units: Array<[RegExp, number]> = [
  [/^(?:min|m|мин)/u, 1],
  [/^(?:h|t|ч)/u, 60],
  // A working day has eight hours.
  [/^(?:d|p|д)/u, 480],
];
/** "90", "90 min", "2 h", "1:30", "3 d": minutes of working time. */
function minutesOf(text: string): number | string {
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const found = /^(\d+(?:[.,]\d+)?)\s*(\p{L}*)\.?$/u.exec(text.toLowerCase());
  const unit = found?.[2] ? units.find(([name]) => name.test(found[2] ?? ''))?.[1] : 1;
  return found && unit ? Math.round(Number((found[1] ?? '').replace(',', '.')) * unit) : text;
}

type Cell = { schema: z.ZodType; value?: (text: string) => unknown };
const address = { schema: email };
const place = { schema: line(120) };
const inOneLine = (text: string) =>
  text
    .split('\n')
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ');
const does: Cell = { schema: line(400), value: (text) => inOneLine(text) };
const zoned = { schema: zone };

// Made once: making a schema takes longer than reading ten thousand cells by it.
const personCells: Record<PeopleColumn, Cell> = {
  name: { schema: line(120) },
  said: { schema: line(120) },
  pronouns: { schema: line(40) },
  email: address,
  language: { schema: Language, value: languageNamed },
  languages: {
    schema: list(spokenLanguage, 20),
    value: (text) => once(parts(text.replaceAll('/', ',')).map(languageNamed)),
  },
  place,
  zone: zoned,
  does,
  manager: address,
  dotted: { schema: list(email, 20), value: (text) => once(parts(text).map((each) => each.toLowerCase())) },
  skills: { schema: list(skill, 50), value: parts },
  teams: {
    schema: list(z.object({ name: line(120), lead: z.boolean() }), 50),
    value: (text) => parts(text).map(teamNamed),
  },
};

const length = { schema: z.int().min(1).max(100_000), value: minutesOf };
const teamCells: Record<TeamColumn, Cell> = {
  name: { schema: line(120) },
  does,
  zone: zoned,
  country: { schema: line(60), value: countryNamed },
  greeting: length,
  closing: length,
};

function read<T>(
  cells: Record<string, Cell>,
  fields: ReadonlyArray<string | null>,
  texts: readonly string[],
): Cells<T> {
  const given: Record<string, unknown> = {};
  const reasons: Refused[] = [];
  fields.forEach((field, index) => {
    const text = texts[index] ?? '';
    const cell = field === null || text === '' ? undefined : cells[field];
    if (!cell || field === null) return;
    const parsed = cell.schema.safeParse(cell.value ? cell.value(text) : text, { reportInput: true });
    if (parsed.success) given[field] = parsed.data;
    else
      reasons.push(
        ...refusalsOf(parsed.error, field)
          .slice(0, 1)
          .map((refusal) => ({ ...refusal, field })),
      );
  });
  return { given: given as T, reasons };
}

/** A row of people; refuses `required` for one without an address. */
export function personIn(fields: ReadonlyArray<string | null>, texts: readonly string[]): Cells<PersonCells> {
  const row = read<PersonCells>(personCells, fields, texts);
  const missing = row.given.email === undefined && !row.reasons.some(({ field }) => field === 'email');
  return missing ? { ...row, reasons: [...row.reasons, refused('required', { field: 'email' })] } : row;
}

/** A row of teams; refuses `required` for one without a name. */
export function teamIn(fields: ReadonlyArray<string | null>, texts: readonly string[]): Cells<TeamCells> {
  const row = read<TeamCells>(teamCells, fields, texts);
  const missing = row.given.name === undefined && !row.reasons.some(({ field }) => field === 'name');
  return missing ? { ...row, reasons: [...row.reasons, refused('required', { field: 'name' })] } : row;
}

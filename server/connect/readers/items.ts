// What stands in files of JSON, as one list of objects: whatever they were wrapped in. What each of them is, is for its reader to say.
import type { z } from 'zod';
import { refused } from '../../platform/outcome.ts';
import { refusalsOf } from '../../platform/problems.ts';
import type { Place, Trouble, Upload } from '../importing.model.ts';

export type Fields = Readonly<Record<string, unknown>>;
/** `hint`: what the list was called, in lower case letters alone; else what the file is called. */
export type Item = Place & { hint: string; value: Fields };
export type Items = { items: Item[]; troubles: Trouble[] };

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const letters = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '');
const stem = (file: string) => letters(file.replace(/\.[a-z]+$/i, ''));

/** Refuses, file by file, `notUtf8` and `notJson`; and every thing in a list that is no object, as `wrongKind`. */
export function itemsIn(files: readonly Upload[], lists: ReadonlySet<string>): Items {
  const found: Items = { items: [], troubles: [] };
  for (const { name, bytes } of files) {
    const value = parsed(bytes);
    if ('refused' in value) found.troubles.push({ file: name, place: 0, number: '', name: '', reasons: [value] });
    else gather(found, name, stem(name), value.json, lists);
  }
  return found;
}

function parsed(bytes: Buffer): { json: unknown } | ReturnType<typeof refused> {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    return refused(error instanceof SyntaxError ? 'notJson' : 'notUtf8', { field: 'file' });
  }
}

/** A list; an object of lists by name; a page with `items`; one thing by itself. */
function gather(found: Items, file: string, hint: string, json: unknown, lists: ReadonlySet<string>): void {
  if (Array.isArray(json)) return addAll(found, file, hint, json);
  if (!isObject(json)) {
    found.troubles.push({
      file,
      place: 0,
      number: '',
      name: '',
      reasons: [refused('nothingKnown', { field: 'file' })],
    });
    return undefined;
  }
  const wrapped = Object.entries(json).filter(([name, inner]) => lists.has(letters(name)) && typeof inner === 'object');
  if (Array.isArray(json['items'])) addAll(found, file, hint, json['items']);
  else if (isObject(json['assets'])) gather(found, file, hint, json['assets'], lists);
  else if (wrapped.length === 0 || 'id' in json) addAll(found, file, hint, [json]);
  else for (const [name, inner] of wrapped) addAll(found, file, letters(name), listOf(inner));
}

/** A list, or things by their ids. */
const listOf = (inner: unknown): readonly unknown[] =>
  Array.isArray(inner) ? inner : isObject(inner) ? Object.values(inner) : [];

function addAll({ items, troubles }: Items, file: string, hint: string, list: readonly unknown[]): void {
  list.forEach((value, index) => {
    const place = index + 1;
    if (isObject(value)) items.push({ file, place, hint, value });
    else troubles.push({ file, place, number: '', name: '', reasons: [refused('wrongKind')] });
  });
}

/** The thing in its shape, or what is wrong with it. */
export function shaped<T>(shape: z.ZodType<T>, item: Item): T | Trouble {
  const read = shape.safeParse(item.value, { reportInput: true });
  if (read.success) return read.data;
  const { file, place, value } = item;
  const said = (name: string) =>
    typeof value[name] === 'string' || typeof value[name] === 'number' ? value[name] : '';
  const number = String(said('number') || said('id')).slice(0, 60);
  return { file, place, number, name: '', reasons: refusalsOf(read.error) };
}
export const isTrouble = (value: object): value is Trouble => 'reasons' in value && !('item' in value);

// Two people change the same thing: the second is told and loses nothing.
// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useEdit, type Edit } from './use-edit.ts';

type Fields = { name: string; does: string };
let root: Root;
let edit: Edit<Fields>;
const Probe = ({ saved, version }: { saved: Fields; version: number }) => {
  edit = useEdit(saved, version);
  return null;
};
const show = (saved: Fields, version: number) => act(() => root.render(<Probe saved={saved} version={version} />));

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  root = createRoot(document.createElement('div'));
});
afterEach(() => act(() => root.unmount()));

test('only what was changed is sent, and a word typed back is no change', () => {
  show({ name: 'Aino', does: 'Desk' }, 1);
  act(() => edit.type('name', 'Aino K'));
  act(() => edit.type('does', 'Desk and bells'));
  act(() => edit.type('does', 'Desk'));
  expect(edit.change).toEqual({ name: 'Aino K' });
  expect(edit.version).toBe(1);
});

test('what somebody else changes in another field is simply there', () => {
  show({ name: 'Aino', does: 'Desk' }, 1);
  act(() => edit.type('name', 'Aino K'));
  show({ name: 'Aino', does: 'Kitchen' }, 2);
  expect(edit.fields).toEqual({ name: 'Aino K', does: 'Kitchen' });
  expect(edit.version).toBe(2);
  expect(edit.meanwhile).toEqual([]);
});

test('what somebody else changes in my field is told, and my words stay', () => {
  show({ name: 'Aino', does: 'Desk' }, 1);
  act(() => edit.type('name', 'Aino K'));
  show({ name: 'Aino V', does: 'Desk' }, 2);
  expect(edit.fields.name).toBe('Aino K');
  expect(edit.meanwhile).toEqual([{ field: 'name', now: 'Aino V' }]);
});

test('hearing of my own change before its answer is no clash', () => {
  show({ name: 'Aino', does: 'Desk' }, 1);
  act(() => edit.type('name', 'Aino K'));
  show({ name: 'Aino K', does: 'Desk' }, 2);
  expect(edit.meanwhile).toEqual([]);
  expect(edit.change).toEqual({});
});

test('an older answer that comes late changes nothing', () => {
  show({ name: 'Aino', does: 'Desk' }, 3);
  show({ name: 'Old', does: 'Old' }, 2);
  expect(edit.fields).toEqual({ name: 'Aino', does: 'Desk' });
});

test('after saving, the form begins from what is saved', () => {
  show({ name: 'Aino', does: 'Desk' }, 1);
  act(() => edit.type('name', 'Aino K'));
  act(() => edit.forget());
  expect(edit.fields.name).toBe('Aino');
});

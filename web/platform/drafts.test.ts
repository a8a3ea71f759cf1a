// @vitest-environment happy-dom
// Drafts survive, expire, belong to one person, and never break a page.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draft, draftsOf, forgetDrafts, keepDraft, sweepDrafts } from './drafts.ts';

const monday = new Date('2026-11-23T09:00:00Z');
const after = (days: number) => new Date(monday.getTime() + days * 86_400_000);

beforeEach(() => {
  localStorage.clear();
  draftsOf('aino');
});
afterEach(() => vi.unstubAllGlobals());

describe('a draft', () => {
  test('is there again after the tab was closed', () => {
    keepDraft('request.1', 'Morning!', monday);
    expect(draft('request.1', after(1))).toBe('Morning!');
  });
  test('is gone once its words are empty', () => {
    keepDraft('request.1', 'Morning!', monday);
    keepDraft('request.1', '  ', monday);
    expect(draft('request.1', monday)).toBe('');
    expect(localStorage.length).toBe(0);
  });
  test('lasts thirty days and no longer', () => {
    keepDraft('request.1', 'Morning!', monday);
    expect(draft('request.1', after(30))).toBe('Morning!');
    expect(draft('request.1', after(31))).toBe('');
    sweepDrafts(after(31));
    expect(localStorage.length).toBe(0);
  });
  test('is seen by nobody else on the same computer', () => {
    keepDraft('request.1', 'Morning!', monday);
    draftsOf('mika');
    expect(draft('request.1', monday)).toBe('');
    draftsOf('aino');
    expect(draft('request.1', monday)).toBe('Morning!');
  });
});

test('signing out forgets my drafts, not those of others or other things', () => {
  keepDraft('request.1', 'Mine', monday);
  draftsOf('mika');
  keepDraft('request.1', 'Yours', monday);
  localStorage.setItem('goodturn.language', 'fi');
  forgetDrafts();
  expect(draft('request.1', monday)).toBe('');
  draftsOf('aino');
  expect(draft('request.1', monday)).toBe('Mine');
  expect(localStorage.getItem('goodturn.language')).toBe('fi');
});

test('what is no draft is swept away rather than shown', () => {
  localStorage.setItem('goodturn.draft.aino.x', '{"words":7}');
  localStorage.setItem('goodturn.draft.aino.y', 'not json');
  expect(draft('x', monday)).toBe('');
  expect(draft('y', monday)).toBe('');
  sweepDrafts(monday);
  expect(localStorage.length).toBe(0);
});

test('without storage, nothing is kept and nothing breaks', () => {
  vi.stubGlobal('localStorage', undefined);
  keepDraft('request.1', 'Morning!', monday);
  expect(draft('request.1', monday)).toBe('');
  expect(() => sweepDrafts(monday)).not.toThrow();
});

// When a delivery is tried again, and what ends a webhook.
import { describe, expect, it } from 'vitest';
import { endOf, isSuccess, kept, lease, mostWebhooks, nextTry, overlap, patience } from './rules.ts';

const now = new Date('2026-11-24T08:00:00Z');
const seconds = (attempts: number, chance: number) =>
  ((nextTry(attempts, now, chance)?.getTime() ?? NaN) - now.getTime()) / 1000;

describe('a delivery that failed', () => {
  it('is tried ten times in about three days', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => seconds(attempts, 0.5));
    expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(nextTry(10, now, 0.5)).toBeNull();
  });
  it('waits up to a tenth more or less, so that not all come back together', () => {
    expect([0, 0.25, 1].map((chance) => seconds(2, chance))).toEqual([270, 285, 330]);
  });
  it('is one that was not answered with 2xx', () => {
    expect([199, 200, 204, 299, 300, 302, 404, 500].filter(isSuccess)).toEqual([200, 204, 299]);
  });
});

describe('a webhook', () => {
  const later = (ms: number) => new Date(now.getTime() + ms);
  it('ends when the other side says that it is gone, at once', () => {
    expect(endOf(410, now, now)).toBe('gone');
  });
  it('ends after five days of nothing but failures, whatever they were', () => {
    for (const status of [500, null]) {
      expect(endOf(status, now, later(patience - 1))).toBeNull();
      expect(endOf(status, now, later(patience))).toBe('failing');
    }
    expect(patience).toBe(5 * 86_400_000);
  });
  it('signs with an earlier secret for a day, leaves a claim alone for half a minute, and forgets after a fortnight', () => {
    expect([overlap, lease, kept]).toEqual([86_400_000, 30_000, 14 * 86_400_000]);
    expect(mostWebhooks).toBe(20);
  });
});

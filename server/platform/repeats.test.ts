// Which writes are the same, and what the one who sends again is told. Through HTTP and the database: answers.test.ts.
import { describe, expect, it } from 'vitest';
import { claimOf, keptSince, toldAgain } from './repeats.ts';

const claim = claimOf('aino', 'key-1', 'POST', '/api/requests', '{"title":"A lamp"}');
const kept = { status: 201, body: '{"id":"1"}', etag: '"1"' };

describe('a write', () => {
  it('is the same by its sender, its key and its content', () => {
    expect(claimOf('aino', 'key-1', 'POST', '/api/requests', '{"title":"A lamp"}')).toEqual(claim);
    expect(claim).toMatchObject({ principal: 'aino', key: 'key-1' });
    expect(claim.hash).toMatch(/^[\w-]{43}$/);
    const others = [
      ['PATCH', '/api/requests', '{"title":"A lamp"}'],
      ['POST', '/api/request', 's{"title":"A lamp"}'],
      ['POST', '/api/requests', '{"title":"A lamb"}'],
      ['POST', '/api/requests', ''],
    ];
    for (const content of others) expect(claimOf('aino', 'key-1', ...content).hash).not.toBe(claim.hash);
  });
});

describe('who sends again', () => {
  it('goes on where nothing was kept and nobody is at work', () => {
    expect(toldAgain({ free: true, kept: null }, claim)).toBeNull();
  });
  it('waits while a twin is at work', () => {
    expect(toldAgain({ free: false, kept: null }, claim)).toEqual({ refused: 'twinRunning' });
  });
  it('is given the first answer, also one without a body, whoever is at work', () => {
    for (const free of [true, false])
      for (const answer of [kept, { status: 204, body: null, etag: null }])
        expect(toldAgain({ free, kept: { ...answer, hash: claim.hash } }, claim)).toStrictEqual(answer);
  });
  it('is refused who uses the key for something else', () => {
    const other = claimOf('aino', 'key-1', 'POST', '/api/requests', '{"title":"Two lamps"}');
    expect(toldAgain({ free: true, kept: { ...kept, hash: claim.hash } }, other)).toEqual({ refused: 'keyReused' });
  });
});

it('answers are kept for seven days', () => {
  expect(keptSince(new Date('2026-11-24T08:00:00Z'))).toEqual(new Date('2026-11-17T08:00:00Z'));
});

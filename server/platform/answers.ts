// Idempotency: the first answer to a write, kept in the transaction of its effect and given again to every repeat.
import { sql } from 'kysely';
import { keptSince, toldAgain, type Claim, type Kept } from './repeats.ts';
import type { Db } from './db.ts';
import type { Refused } from './outcome.ts';

declare module './db.ts' {
  interface Tables {
    platform_answer: {
      principal: string;
      key: string;
      request_hash: string;
      status: number;
      body: string | null;
      etag: string | null;
      created_at: Date;
    };
  }
}

/**
 * The kept answer, a refusal (a twin is running; the key was used for something else), or null when the way is free.
 * The lock only makes a twin's answer quick; that an effect happens once rests on the primary key.
 */
export async function earlierAnswer(tx: Db, claim: Claim): Promise<Kept | Refused | null> {
  const found = await sql<{ free: boolean; hash: string | null } & Kept>`
    select lock.free, a.request_hash as hash, a.status, a.body, a.etag
    from (select pg_try_advisory_xact_lock(hashtextextended(${claim.principal} || ' ' || ${claim.key}, 0)) as free) lock
    left join platform_answer a on a.principal = ${claim.principal} and a.key = ${claim.key}`.execute(tx);
  const [row] = found.rows;
  if (!row) throw new Error('The question for an earlier answer was not answered');
  const { free, hash, ...kept } = row;
  return toldAgain({ free, kept: hash === null ? null : { hash, ...kept } }, claim);
}

export const keepAnswer = (tx: Db, claim: Claim, kept: Kept, now: Date) =>
  tx
    .insertInto('platform_answer')
    .values({ principal: claim.principal, key: claim.key, request_hash: claim.hash, ...kept, created_at: now })
    .execute();

/** Answers to this person, and to anybody in which one of these texts stands. */
export const forgetAnswersOf = (tx: Db, principal: string, texts: readonly string[]) =>
  tx
    .deleteFrom('platform_answer')
    .where((row) =>
      row.or([row('principal', '=', principal), ...texts.map((text) => sql<boolean>`position(${text} in body) > 0`)]),
    )
    .execute();

export const forgetAnswers = (db: Db, now: Date) =>
  db.deleteFrom('platform_answer').where('created_at', '<', keptSince(now)).execute();

// Which writes are the same, and what the one who sends again is told: pure. Where answers are kept: answers.ts.
import { createHash } from 'node:crypto';
import { refused, type Refused } from './outcome.ts';

export type Kept = { status: number; body: string | null; etag: string | null };
export type Claim = { principal: string; key: string; hash: string };

/** Names a write: who sends it, under which key, with which content. */
export const claimOf = (principal: string, key: string, ...content: string[]): Claim => ({
  principal,
  key,
  hash: createHash('sha256').update(content.join('\n')).digest('base64url'),
});

/** What is there under the key of a claim: the answer that was kept, if any; `free`: nobody is at work under it. */
export type Found = { free: boolean; kept: (Kept & { hash: string }) | null };

/** The kept answer, a refusal (the key was used for something else; a twin is running), or null when the way is free. */
export function toldAgain({ kept, free }: Found, claim: Claim): Kept | Refused | null {
  if (!kept) return free ? null : refused('twinRunning');
  const { hash, ...answer } = kept;
  return hash === claim.hash ? answer : refused('keyReused');
}

/** Answers from before are forgotten: they are kept for seven days. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - 7 * 86_400_000);

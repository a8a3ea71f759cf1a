// What becomes of an article when it is saved: pure.
import type { ArticleState, ArticleWords, Reading } from '../../contract/knowledge.ts';
import type { Language } from '../../contract/shapes.ts';
import { fileMark, type AttachmentRef } from '../../contract/attachments.ts';
import { refused, type Outcome } from '../platform/outcome.ts';

export type Words = { title: string; body: string; language: Language };
export type Kept = Words & {
  state: ArticleState;
  reading: Reading;
  staysInTeam: boolean;
  publishedAt: Date | null;
  checkedAt: Date | null;
};

export type Sent = Omit<ArticleWords, 'attachments' | 'services'>;

export type Saved = {
  words: Words;
  state: 'draft' | 'published';
  reading: Reading;
  publishedAt: Date | null;
  checkedAt: Date | null;
  /** The words are others than before: this is a version. */
  anew: boolean;
};

/**
 * What an article is after it was written anew; `before` is null for a new one. Writing it as published says that it is right now.
 * Refuses `staysInTeam` for everyone's reading of what began in a private request, `required` for a published page without words.
 */
export function saved(before: Kept | null, sent: Sent, now: Date): Outcome<Saved> {
  const { title, body, language, state, reading } = sent;
  if (before?.staysInTeam && reading === 'everyone') return refused('staysInTeam', { field: 'reading' });
  if (state === 'published' && body === '') return refused('required', { field: 'body' });
  const anew = before === null || before.title !== title || before.body !== body || before.language !== language;
  const published = state === 'published';
  const first = published && before?.state !== 'published';
  return {
    words: { title, body, language },
    state,
    reading,
    anew,
    publishedAt: published ? (before?.publishedAt ?? now) : (before?.publishedAt ?? null),
    checkedAt: published && (first || anew) ? now : (before?.checkedAt ?? null),
  };
}

const mention = /@\[([^\][\n]{1,120})\]\(person:[0-9a-f-]{36}\)/gi;

/** What somebody said in a conversation, as the beginning of an article: names instead of marks for people, and its files at the end. */
export const beginningFrom = (words: string, files: readonly AttachmentRef[] = []): string =>
  [words.replaceAll(mention, '$1').trim(), ...files.map(fileMark)].filter(Boolean).join('\n\n');

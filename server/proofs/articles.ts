// For tests of the whole: articles to try operations on, and the words in them that are not for everybody.
import type { ArticleState, Reading } from '../../contract/knowledge.ts';
import type { Caller, Cast, Someone } from './cast.ts';

const kinds: Record<string, { state: ArticleState; reading: Reading }> = {
  article: { state: 'published', reading: 'everyone' },
  ownArticle: { state: 'published', reading: 'team' },
  draft: { state: 'draft', reading: 'everyone' },
  putAway: { state: 'archived', reading: 'everyone' },
};
export const isArticle = (on: string): boolean => on in kinds;

export const articleWords = {
  title: 'When a projector shows no picture',
  body: 'Press Source twice.',
  language: 'en',
  state: 'published',
  reading: 'team',
} as const;

const made = async (cast: Cast, who: Someone, method: 'POST' | 'PUT', url: string, body: object, version = 1) => {
  const headers = { 'if-match': `"${version}"` };
  const answer = await cast.as(who, method, url, { body, headers });
  if (answer.status >= 300) throw new Error(`${url}: ${answer.text}`);
  return String(answer.body['id']);
};

/** An article of the serving team, written by a member. */
export async function newArticle(cast: Cast, on: string): Promise<string> {
  const { state, reading } = kinds[on] ?? { state: 'draft', reading: 'everyone' };
  const words = { ...articleWords, state: state === 'archived' ? 'published' : state, reading };
  const id = await made(cast, 'member', 'POST', '/api/articles', { team: cast.it, ...words });
  if (state === 'archived') await made(cast, 'lead', 'POST', `/api/articles/${id}/archival`, {});
  return id;
}

type Hide = (where: string, may: Iterable<Caller>, word?: string) => string;
const keepers = ['provider', 'member', 'lead', 'insider', 'helper'] as const;

/** Articles with a word of their own in every field that only their team may read; and one that was open for a while. */
export async function hideInArticles(cast: Cast, canary: Hide): Promise<string[]> {
  const write = async (more: object, note = '') =>
    made(cast, 'member', 'POST', '/api/articles', { team: cast.it, ...articleWords, note, ...more });
  const hidden = async (what: string, more: object) => {
    const id = await write(
      { title: canary(`heading of ${what}`, keepers), body: canary(`body of ${what}`, keepers), ...more },
      canary(`note on ${what} version`.replace('note', 'remark'), keepers),
    );
    canary(`id of ${what}`, keepers, id);
    return id;
  };
  const own = await hidden('an own article', { checkBy: '2026-11-01' });
  const draft = await hidden('a draft', { state: 'draft', reading: 'everyone' });
  const away = await hidden('an article put away', { reading: 'everyone' });
  await made(cast, 'lead', 'POST', `/api/articles/${away}/archival`, {});
  // Written for the team, opened later in other words: what it said before stays with the team.
  const open = await write({ title: canary('heading before it was open', keepers) });
  await made(cast, 'lead', 'PUT', `/api/articles/${open}`, { ...articleWords, reading: 'everyone' });
  await cast.as('named', 'PUT', `/api/articles/${open}/helped`, { body: { helped: true, spared: true } });
  return [own, draft, away, open];
}

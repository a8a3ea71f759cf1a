// For tests of the whole: files to try operations on, and words in their names and bytes that are not for everybody.
import type { Caller, Cast, Someone } from './cast.ts';

const inArticles = ['articleFile', 'draftFile', 'formerFile'];
const kinds = ['ownFile', 'otherFile', 'askFile', 'noteFile', ...inArticles];
export const isFile = (on: string): boolean => kinds.includes(on);

async function made(cast: Cast, who: Someone, url: string, body: unknown, headers = {}): Promise<string> {
  const answer = await cast.as(who, 'POST', url, { body, headers });
  if (answer.status >= 300) throw new Error(`${url}: ${answer.text}`);
  return String(answer.body['id']);
}

const sent = (cast: Cast, who: Someone, name: string, bytes: string) =>
  made(cast, who, `/api/attachments?name=${encodeURIComponent(name)}`, Buffer.from(bytes), {
    'content-type': 'text/plain',
  });

const asked = (cast: Cast, to: object, attachments: readonly string[] = []) =>
  made(cast, 'asker', '/api/requests', {
    title: 'With a file',
    onBehalfOf: cast.id.requester,
    participants: [cast.id.participant],
    attachments,
    ...to,
  });

const words = { title: 'With a picture', body: '', language: 'en', state: 'published', reading: 'everyone' } as const;

/** A file in an article of the serving team, its bytes with the given words: published, a draft, or gone from the words since. */
export async function fileInArticle(cast: Cast, on: string, name: string, bytes: string) {
  const file = await sent(cast, 'member', name, bytes);
  const shown = { ...words, body: `![${name}](/api/attachments/${file}?inline)`, attachments: [file] };
  const state = on === 'draftFile' ? 'draft' : 'published';
  const article = await made(cast, 'member', '/api/articles', { team: cast.it, ...shown, state });
  if (on === 'formerFile') {
    const headers = { 'if-match': '"1"' };
    const body = { ...words, body: 'Without it.' };
    const answer = await cast.as('member', 'PUT', `/api/articles/${article}`, { body, headers });
    if (answer.status !== 200) throw new Error(answer.text);
  }
  return { file, article };
}

/**
 * A file that goes with nothing yet, of the caller or of somebody else; one of an ask; one of a note to the serving team; one in an
 * article, see above.
 */
export async function newFile(cast: Cast, on: string, owner: Someone, named: boolean): Promise<string> {
  if (on === 'ownFile') return sent(cast, owner, 'own.txt', 'own');
  if (on === 'otherFile') return sent(cast, 'second', 'other.txt', 'other');
  if (inArticles.includes(on)) return (await fileInArticle(cast, on, 'held.txt', 'held')).file;
  const file = await sent(cast, on === 'askFile' ? 'asker' : 'provider', 'held.txt', 'held');
  if (on === 'askFile') await asked(cast, named ? { person: cast.id.named } : { team: cast.it }, [file]);
  else {
    const request = await asked(cast, { team: cast.it });
    await made(cast, 'provider', `/api/requests/${request}/messages`, {
      body: 'Us',
      kind: 'note',
      attachments: [file],
    });
  }
  return file;
}

type Hide = (where: string, may: Iterable<Caller>, word?: string) => string;
const servers = ['provider', 'member', 'lead', 'insider', 'helper'] as const;
const everybodyThere = ['requester', 'asker', 'participant', ...servers] as const;

/** Files with a word of their own in name and bytes; the request that holds them, too. */
export async function hideInFiles(
  cast: Cast,
  canary: Hide,
): Promise<{ files: string[]; request: string; articles: string[] }> {
  const hidden = (who: Someone, where: string, may: readonly Caller[]) =>
    sent(cast, who, `${canary(`${where} of a file`, may)}.txt`, `It says ${canary(`bytes (${where})`, may)}.`);
  const ofAsk = await hidden('asker', 'title', everybodyThere);
  const request = await asked(cast, { team: cast.it }, [ofAsk]);
  const say = (who: Someone, body: object) => made(cast, who, `/api/requests/${request}/messages`, body);
  const ofMessage = await hidden('provider', 'message', everybodyThere);
  await say('provider', { attachments: [ofMessage] });
  const ofNote = await hidden('member', 'note on', servers);
  await say('member', { body: 'For us', kind: 'note', attachments: [ofNote] });
  canary('id of a file of a note', servers, ofNote);
  const unsent = await hidden('participant', 'unsent', ['participant']);
  const inArticle = async (on: string) => {
    const name = `${canary(`name of a ${on}`, servers)}.txt`;
    return fileInArticle(cast, on, name, `It says ${canary(`bytes of a ${on}`, servers)}.`);
  };
  const articles = [await inArticle('draftFile'), await inArticle('formerFile')];
  const files = [ofAsk, ofMessage, ofNote, unsent, ...articles.map(({ file }) => file)];
  return { files, request, articles: articles.map(({ article }) => article) };
}

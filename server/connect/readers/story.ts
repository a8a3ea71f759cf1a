// Putting a request of an earlier system together: its words in order, none lost for being long, each file with the words it came with. Pure.
import { largestFile } from '../../../contract/attachments.ts';
import { refused, type Refused } from '../../platform/outcome.ts';
import type { OldFile, OldRequest, OldWords } from '../importing.model.ts';
import { plain, tidied } from './markup.ts';

/** As contract/requests has it. */
const longest = { title: 200, words: 20_000 } as const;

export type Draft = Omit<OldRequest, 'details' | 'messages' | 'files' | 'createdAt' | 'endedAt'> & {
  createdAt: Date;
  endedAt: Date | null;
};
/** `opening`: the words of the ask itself. */
export type Said = Omit<OldWords, 'at'> & { at: Date; opening?: boolean };

/** In pieces of at most so many letters, cut between words where there are any. */
export function pieces(text: string, most: number = longest.words): string[] {
  const found: string[] = [];
  for (let rest = text; rest !== '';) {
    if (rest.length <= most) return [...found, rest];
    const gap = rest.lastIndexOf(' ', most);
    const surrogate = /[\ud800-\udbff]/.test(rest[most - 1] ?? '') ? 1 : 0;
    const end = gap > most / 2 ? gap : most - surrogate;
    found.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return found;
}

/** The request whole: the opening words are its details, what does not fit there follows as messages. */
export function storyOf(draft: Draft, said: readonly Said[]): OldRequest {
  const inOrder = said.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const opening = inOrder.find((one) => one.opening && !one.private);
  const title = draft.title.replaceAll(/\s+/g, ' ').trim();
  const [short = ''] = pieces(title, longest.title - 1);
  const isCut = short !== title;
  const [details = '', ...more] = pieces([isCut ? title : '', opening?.body ?? ''].filter(Boolean).join('\n\n'));
  const rest = inOrder.filter((one) => one !== opening && (one.body !== '' || one.files.length > 0));
  const first = more.map((body) => ({
    author: draft.requester,
    at: draft.createdAt.toISOString(),
    body,
    private: false,
    files: [],
  }));
  return {
    ...draft,
    team: draft.team.replaceAll(/\s+/g, ' ').slice(0, 200).toWellFormed().trim(),
    title: isCut
      ? `${short}…`
      : short || (details.split('\n')[0] ?? '').slice(0, longest.title).toWellFormed() || `#${draft.number}`,
    details,
    createdAt: draft.createdAt.toISOString(),
    endedAt: draft.endedAt?.toISOString() ?? null,
    messages: [...first, ...rest.flatMap(messagesOf)],
    files: opening?.files ?? [],
  };
}

function messagesOf({ at: moment, author, private: isPrivate, files, body: whole }: Said): OldWords[] {
  const said = { author, at: moment.toISOString(), private: isPrivate };
  const [body = '', ...more] = pieces(whole);
  return [{ ...said, body, files }, ...more.map((piece) => ({ ...said, body: piece, files: [] }))];
}

export const bodyOf = (text: string, type: string | null | undefined): string =>
  type?.toLowerCase().startsWith('text/plain') && !/&#60;|&lt;/.test(text) ? tidied(text) : plain(text);

type Raw = { name: string | null | undefined; type: string | null | undefined; data: unknown };

/** Refuses `contentMissing` for a file that is only named, `fileTooLarge`, `emptyFile`, `unreadable`. */
export function fileOf({ name, type, data }: Raw): OldFile | Refused {
  const field =
    tidied(name ?? '')
      .replaceAll('\n', ' ')
      .slice(0, 200)
      .toWellFormed() || 'file';
  if (typeof data !== 'string') return refused('contentMissing', { field });
  if (data === '') return refused('emptyFile', { field });
  // Base64 is a third longer, and may be broken into lines.
  if (data.length > largestFile * 1.4) return refused('fileTooLarge', { field });
  if (!/^[\w+/=\s-]*$/.test(data)) return refused('unreadable', { field });
  return { name: field, type: tidied(type ?? '') || 'application/octet-stream', data: data.replaceAll(/\s+/g, '') };
}
export const isFile = (file: OldFile | Refused): file is OldFile => !('refused' in file);

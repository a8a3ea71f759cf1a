// Marks put around or before what is chosen in a text: pure. Putting the same mark again takes it away.

import { fileMark, type AttachmentRef } from '../../contract/attachments.ts';

type Marked = Pick<AttachmentRef, 'id' | 'name' | 'image'>;
export type Chosen = { text: string; from: number; to: number };
type Inline = 'bold' | 'italic';
type OfLines = 'heading' | 'list' | 'steps';
export type Mark = Inline | OfLines | 'link';

const around: Record<Inline, string> = { bold: '**', italic: '_' };

/** The text with the mark, and what is chosen then. */
export function withMark(chosen: Chosen, mark: Mark): Chosen {
  if (mark === 'bold' || mark === 'italic') return enclosed(chosen, around[mark]);
  return mark === 'link' ? linked(chosen) : lined(chosen, mark);
}

function enclosed({ text, from, to }: Chosen, sign: string): Chosen {
  const size = sign.length;
  if (text.slice(from - size, from) === sign && text.slice(to, to + size) === sign)
    return {
      text: text.slice(0, from - size) + text.slice(from, to) + text.slice(to + size),
      from: from - size,
      to: to - size,
    };
  return {
    text: text.slice(0, from) + sign + text.slice(from, to) + sign + text.slice(to),
    from: from + size,
    to: to + size,
  };
}

function linked({ text, from, to }: Chosen): Chosen {
  const words = text.slice(from, to);
  const at = from + words.length + 3;
  return { text: `${text.slice(0, from)}[${words}](https://)${text.slice(to)}`, from: at, to: at + 'https://'.length };
}

/** Files where the words are being written: pictures in a line of their own. Nothing that was chosen is lost. */
export function withFiles({ text, to }: Chosen, files: readonly Marked[]): Chosen {
  const before = text.slice(0, to);
  const after = text.slice(to);
  const own = files.some(({ image }) => image);
  const open = !own || before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const close = !own || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const put = open + files.map(fileMark).join(own ? '\n\n' : ' ') + close;
  const at = before.length + put.length;
  return { text: before + put + after, from: at, to: at };
}

/** Those of the files that the words show. */
export const shownIn = (words: string, ids: readonly string[]): string[] =>
  ids.filter((id) => words.includes(`/api/attachments/${id}`));

const signs = { heading: () => '## ', list: () => '- ', steps: (index: number) => `${index + 1}. ` };
const known = { heading: /^#{1,6} /, list: /^[-*+] /, steps: /^\d{1,9}[.)] / };

const bare = (line: string) => Object.values(known).reduce((words, sign) => words.replace(sign, ''), line);

function lined({ text, from, to }: Chosen, mark: OfLines): Chosen {
  // To look before the beginning would be to look at it.
  const begin = from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next < 0 ? text.length : next;
  const lines = text.slice(begin, end).split('\n');
  const off = lines.every((line) => known[mark].test(line));
  const marked = lines.map((line, index) => (off ? bare(line) : signs[mark](index) + bare(line))).join('\n');
  return { text: text.slice(0, begin) + marked + text.slice(end), from: begin, to: begin + marked.length };
}

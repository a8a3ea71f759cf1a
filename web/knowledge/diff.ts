// What changed between two texts, by words: pure. Lines first, then the words within lines that differ, so that long texts stay quick.

export type Part = { text: string; kind: 'same' | 'gone' | 'new' };

/** More pairs than this are not compared one by one: the whole stretch is told as changed. */
const most = 2_000_000;

const lines = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const words = (text: string) => text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];

/** Parts in order: `same` and `gone` are the old text, `same` and `new` the new one. */
export function changesBetween(before: string, after: string): Part[] {
  const parts: Part[] = [];
  let gone = '';
  let come = '';
  const settle = () => {
    if (gone && come) parts.push(...alike(gone, come));
    else if (gone || come) parts.push({ text: gone || come, kind: gone ? 'gone' : 'new' });
    gone = '';
    come = '';
  };
  for (const part of align(lines(before), lines(after))) {
    if (part.kind === 'gone') gone += part.text;
    else if (part.kind === 'new') come += part.text;
    else {
      settle();
      parts.push(part);
    }
  }
  settle();
  return joined(parts);
}

/** Stretches that share less than half are told whole: word by word nobody could read them. */
function alike(gone: string, come: string): Part[] {
  const parts = align(words(gone), words(come));
  const shared = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0);
  const longer = Math.max(gone.replaceAll(/\s/g, '').length, come.replaceAll(/\s/g, '').length);
  if (2 * shared >= longer) return parts;
  return [
    { text: gone, kind: 'gone' },
    { text: come, kind: 'new' },
  ];
}

function joined(parts: readonly Part[]): Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last?.kind === part.kind) out[out.length - 1] = { ...last, text: last.text + part.text };
    else if (part.text !== '') out.push(part);
  }
  return out;
}

/** The longest common run of pieces, after what both begin and end with. */
function align(one: readonly string[], other: readonly string[]): Part[] {
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < one.length - head && tail < other.length - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  const same = (pieces: readonly string[]): Part[] => pieces.map((text) => ({ text, kind: 'same' }));
  return [
    ...same(one.slice(0, head)),
    ...middle(one.slice(head, one.length - tail), other.slice(head, other.length - tail)),
    ...same(tail ? one.slice(-tail) : []),
  ];
}

function middle(one: readonly string[], other: readonly string[]): Part[] {
  const gone = (text: string): Part => ({ text, kind: 'gone' });
  const come = (text: string): Part => ({ text, kind: 'new' });
  if (one.length * other.length > most) return [gone(one.join('')), come(other.join(''))];
  const width = other.length + 1;
  const length = new Uint32Array((one.length + 1) * width);
  const at = (i: number, j: number) => length[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      length[i * width + j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: Part[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      parts.push({ text: one[i++] ?? '', kind: 'same' });
      j++;
    } else if (j >= other.length || (i < one.length && at(i + 1, j) >= at(i, j + 1))) parts.push(gone(one[i++] ?? ''));
    else parts.push(come(other[j++] ?? ''));
  }
  return parts;
}

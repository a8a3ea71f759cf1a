// Names and types of files as their senders tell them, made harmless. Pure.

const longest = 200;
const reserved = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|clock\$|conin\$|conout\$)$/i;
// Controls, marks that turn the direction of writing, what cannot be seen, and lone halves of letters.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const joiner = '\u200d';
const picture = /\p{Extended_Pictographic}/u;

/** A name to save under in every file system: no path, no tricks, at most 200 bytes, the extension kept. `file` when nothing is left. */
export function safeName(told: string): string {
  const last = told.split(/[/\\]/).findLast((part) => /[^\s.]/.test(part)) ?? '';
  const seen = withoutEnds(
    last
      .toWellFormed()
      .normalize('NFC')
      .replaceAll(unseen, (mark, at: number, whole: string) => (mark === joiner && joins(whole, at) ? mark : ''))
      .replaceAll(/[<>:"|?*]/g, '_')
      .replaceAll(/\s+/g, ' '),
  );
  if (!seen) return 'file';
  const dot = seen.lastIndexOf('.');
  const [stem, extension] = dot > 0 && seen.length - dot <= 16 ? [seen.slice(0, dot), seen.slice(dot)] : [seen, ''];
  const free = reserved.test(stem.split('.')[0]?.trim() ?? '') ? `_${stem}` : stem;
  return `${shortened(free, longest - bytesOf(extension)).trimEnd()}${extension}`;
}

/** Without dots and spaces around it. */
function withoutEnds(name: string): string {
  const from = name.search(/[^. ]/);
  let until = name.length;
  while (until > from && /[. ]/.test(name[until - 1] ?? '')) until -= 1;
  return from < 0 ? '' : name.slice(from, until);
}

/** An emoji may be held together by a joiner; outside of one it only hides something. */
const joins = (text: string, at: number) =>
  picture.test(text.slice(Math.max(0, at - 4), at)) && picture.test(text.slice(at + 1, at + 3));

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** As many whole letters, with their marks, as fit. */
function shortened(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  let kept = '';
  let left = most;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    left -= bytesOf(segment);
    if (left < 0) break;
    kept += segment;
  }
  return kept || 'file';
}

const anything = 'application/octet-stream';

/** The type as a label: what the bytes are, else what the sender says, unless that is untrue or no type at all. */
export function labelOf(told: string | undefined, sniffed: string | null): string {
  if (sniffed) return sniffed;
  const type = told?.split(';')[0]?.trim().toLowerCase() ?? '';
  const known = type.length <= 100 && /^[a-z]+\/[a-z\d][a-z\d!#$&^_.+-]*$/.test(type);
  const untrue = /^image\/(png|jpeg|jpg|gif|webp|avif|heic|heif)$|^application\/pdf$/.test(type);
  return known && !untrue ? type : anything;
}

/** Content-Disposition with the name in both spellings: plain letters for old clients, all letters for the rest (RFC 6266, 8187). */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replaceAll(/[^ !#$&+.0-9A-Z^_`a-z{}~()[\]=@,;-]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

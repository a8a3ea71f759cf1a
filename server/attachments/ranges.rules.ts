// Which part of a file is asked for (RFC 9110, 14). Pure.

/** From the first byte to the last, both included. */
type Span = { from: number; to: number };

/** The one part asked for; null when there is none, it cannot be read, or several are: then the whole is served. 'none' when there is no such part. */
export function spanIn(header: string | undefined, size: number): Span | 'none' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '')
    return Number(last) === 0 || size === 0 ? 'none' : { from: Math.max(0, size - Number(last)), to: size - 1 };
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  return from >= size ? 'none' : { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}

/** Whether a list of tags (If-None-Match) names this one. */
export const names = (header: string | undefined, tag: string): boolean =>
  header?.trim() === '*' || (header ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === tag);

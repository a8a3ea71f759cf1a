// A person's or team's face: the photo, or initials on a colour that stays theirs.
import css from './face.module.css';

/** Up to two initials: "Mercedes de la Cruz" → "MC", "Олег" → "О"; a short name in capitals stays whole: "IT", "HR". */
export function initials(name: string): string {
  if (/^\p{Lu}{2,3}$/u.test(name)) return name;
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const first = (word: string | undefined) => [...new Intl.Segmenter().segment(word ?? '')][0]?.segment ?? '';
  return ends.map(first).join('').toLocaleUpperCase() || '?';
}

/** One of six colours, always the same for the same id. */
export function colourOf(id: string): number {
  // FNV-1a, so that ids that differ in one place get unlike colours.
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return ((hash >>> 8) % 6) + 1;
}

export type FaceOf = { id: string; name: string; photo?: string | null };

/** `<Face of={person} size="small" />`. Silent to screen readers: the name always stands beside it. */
export function Face({
  of,
  size = 'normal',
  square = false,
}: {
  of: FaceOf;
  size?: 'small' | 'normal' | 'large';
  square?: boolean;
}) {
  const classes = `${css.face} ${css[size]} ${square ? css.square : ''}`;
  if (of.photo) return <img className={classes} src={of.photo} alt="" loading="lazy" decoding="async" />;
  return (
    <span className={classes} data-colour={colourOf(of.id)} aria-hidden="true">
      {initials(of.name)}
    </span>
  );
}

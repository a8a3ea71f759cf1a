// How large a file is and of which kind, in the reader's words.
import type { Speech } from '../platform/words.tsx';

/** "12 kB", "1.4 MB": thousands, as the systems that people use count. */
export function sizeInWords(bytes: number, { number }: Pick<Speech, 'number'>): string {
  const small = bytes < 999_500;
  const value = small ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1_000_000;
  const unit = small ? 'kilobyte' : 'megabyte';
  return number(value, { style: 'unit', unit, maximumFractionDigits: small || value >= 9.95 ? 0 : 1 });
}

/** The kind as people know it, by the end of the name: "PDF"; nothing when the name does not say. */
export const kindOf = (name: string): string => /\.([a-z\d]{1,8})$/i.exec(name)?.[1]?.toUpperCase() ?? '';

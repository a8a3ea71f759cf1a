// Numbers and amounts as people type them, as the plain decimals of the contract. Pure.

/** "2,5", "2.5" and " 2.5" are the same; what is no number stays as it was typed. */
export const plainNumber = (typed: string): string => typed.replaceAll(/\s/g, '').replace('−', '-').replace(',', '.');

/** Also with thousands: "1 250,50", "1.250,50" and "1,250.50" are 1250.50. The last sign with one or two digits after it is the decimal. */
export function plainAmount(typed: string): string {
  const bare = typed.replaceAll(/[\s€$£]/g, '');
  const [, whole = '', , part = ''] = /^(.*?)([.,](\d{1,2}))?$/.exec(bare) ?? [];
  const digits = whole.replaceAll(/[.,](?=\d{3}(?:\D|$))/g, '');
  return part === '' ? digits : `${digits}.${part}`;
}

// Which services a sentence may be about: by the beginnings of its words. Pure.
import type { ServiceItem } from '../../contract/catalog.ts';

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
const wordsIn = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);

/** So much of a word is the same however it is bent. */
const stemOf = (word: string) => word.slice(0, Math.max(3, Math.ceil(word.length * 0.7)));

/** The best few, those whose names match first; none when nothing but chance would match. */
export function matchingServices<S extends Pick<ServiceItem, 'name' | 'description'>>(
  title: string,
  services: readonly S[],
  most = 3,
): S[] {
  const typed = [...new Set(wordsIn(title))].filter((word) => word.length >= 4).map(stemOf);
  const score = ({ name, description }: S) => {
    const [named, described] = [wordsIn(name), wordsIn(description)];
    return typed.reduce(
      (sum, stem) =>
        sum +
        (named.some((word) => word.startsWith(stem)) ? 3 : 0) +
        (described.some((word) => word.startsWith(stem)) ? 1 : 0),
      0,
    );
  };
  return services
    .map((service) => ({ service, score: score(service) }))
    .filter((each) => each.score >= 3)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ service }) => service);
}

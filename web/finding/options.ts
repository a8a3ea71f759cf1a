// What the palette offers for what was typed, best first. Pure: findings, places, habits and words are given.
import type { Findings } from '../../contract/finding.ts';
import type { Language } from '../../contract/shapes.ts';
import type { PaletteProps } from '../platform/capability.ts';
import type { Theme } from '../platform/theme.ts';
import { whenInWords } from '../platform/time.ts';
import type { Speech } from '../platform/words.tsx';
import type { FaceOf } from '../ui/face.tsx';
import type { IconName } from '../ui/icons.tsx';
import { fold } from '../ui/match.ts';
import { ownPlaces, switches } from './commands.ts';
import { standingOf } from './standing.ts';

/** `text` is what stands in the field next: the palette stays open. */
export type Act = { to: string } | { number: number } | { theme: Theme } | { language: Language } | { text: string };
export type Option = {
  id: string;
  label: string;
  sub?: string;
  icon?: IconName;
  face?: FaceOf & { square?: boolean };
  /** The language of the label, when it is not the reader's. */
  lang?: Language;
  act: Act;
};
export type Group = { id: string; title?: string; options: readonly Option[] };
export type Found = Pick<Findings, 'people' | 'teams' | 'articles' | 'services' | 'promises' | 'files'> & {
  requests: readonly Findings['requests']['items'][number]['request'][];
};
/** How much one uses what, by `keyOf`. */
export type Weights = ReadonlyMap<string, number>;

type Given = {
  typed: string;
  /** What narrows the search is in it, or about to be. */
  filtered: boolean;
  /** A state or a day is not whole yet, and what it can be is known without asking. */
  unfinished: boolean;
  completions: readonly Option[];
  places: PaletteProps['places'];
  found: Found | null;
  weights: Weights;
  /** Whose palette it is. */
  me: string;
  now: Date;
  words: Speech;
};

/** Under what name it is remembered that an option was used. */
export const keyOf = ({ id, act }: Option): string => ('to' in act ? act.to : id);

/** Used ones first, the others stay in their order. */
const byUse = (options: readonly Option[], weights: Weights): Option[] =>
  options.toSorted((one, other) => (weights.get(keyOf(other)) ?? 0) - (weights.get(keyOf(one)) ?? 0));

/** For typed words. The first option never depends on an answer that is still on its way, so Enter is safe. */
export function optionsFor(given: Given): Group[] {
  const { typed, filtered, unfinished, completions, found, weights, me, now, words } = given;
  const number = /^#(\d{1,9})$/.exec(typed)?.[1];
  const { exact, other } = placesFor(given);
  const group = (id: GroupId, options: readonly Option[], most: number): Group => ({
    id,
    title: words.t(id === 'promises' ? 'promises.rail' : `finding.group.${id}`),
    options: byUse(options, weights).slice(0, most),
  });
  const requests = (found?.requests ?? []).filter((one) => one.number !== Number(number));
  const ask = filtered ? allOption(typed, words) : askOption(typed, words);
  const first: Group = { id: 'ask', options: number ? [] : [ask] };
  const narrowing: Group = { id: 'filters', title: words.t('finding.group.filters'), options: completions };
  const groups: Group[] = [
    { id: 'number', options: number ? [numberOption(Number(number), found, now, words)] : [] },
    { id: 'exact', options: byUse(exact, weights) },
    ...(unfinished ? [narrowing, first] : [first, narrowing]),
    group('places', other, 5),
    group(
      'services',
      (found?.services ?? []).map((one) => serviceOption(one, words)),
      3,
    ),
    group('people', (found?.people ?? []).map(personOption), 4),
    group('teams', (found?.teams ?? []).map(teamOption), 3),
    group('articles', (found?.articles ?? []).map(articleOption), 3),
    group(
      'requests',
      requests.map((one) => requestOption(one, now, words)),
      6,
    ),
    group(
      'promises',
      (found?.promises ?? []).map((one) => promiseOption(one, me, now, words)),
      4,
    ),
    group('files', (found?.files ?? []).map(fileOption), 3),
    { id: 'all', options: filtered ? [] : [allOption(typed, words)] },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

type GroupId = 'places' | 'people' | 'teams' | 'requests' | 'promises' | 'articles' | 'services' | 'files';

/** For an empty field: what one uses, then where one may go. */
export function optionsAtRest(given: Pick<Given, 'places' | 'words'> & { recent: readonly Option[] }): Group[] {
  const { recent, places, words } = given;
  const rest = ownPlaces(places, words).filter((place) => !recent.some((one) => one.id === place.id));
  const ask: Option = { id: 'ask', icon: 'plus', label: words.t('finding.ask.empty'), act: { to: '/ask' } };
  const groups: Group[] = [
    { id: 'recent', title: words.t('finding.group.recent'), options: recent },
    { id: 'ask', options: [ask] },
    { id: 'places', title: words.t('finding.group.places'), options: rest },
  ];
  return groups.filter((group) => group.options.length > 0);
}

export const personOption = (person: {
  id: string;
  name: string;
  photo: string | null;
  does: string;
  teams: readonly string[];
}): Option => ({
  id: `person-${person.id}`,
  label: person.name,
  sub: [person.teams.join(', '), person.does].filter(Boolean).join(' · '),
  face: { id: person.id, name: person.name, photo: person.photo },
  act: { to: `/people/${person.id}` },
});

export const teamOption = (team: { id: string; name: string; does: string }): Option => ({
  id: `team-${team.id}`,
  label: team.name,
  sub: team.does,
  face: { id: team.id, name: team.name, square: true },
  act: { to: `/teams/${team.id}` },
});

export const articleOption = (article: Found['articles'][number]): Option => ({
  id: `article-${article.id}`,
  icon: 'book',
  label: article.title,
  sub: article.team.name,
  act: { to: `/knowledge/${article.id}` },
});

export const requestOption = (request: Found['requests'][number], now: Date, words: Speech): Option => ({
  id: `request-${request.id}`,
  icon: 'requests',
  label: request.title,
  sub: `#${request.number} · ${standingOf(request, now, words)}`,
  act: { to: `/requests/${request.id}` },
});

/** Of one's own, by whoever it is between: `me` is one of the two. */
export function promiseOption(promise: Found['promises'][number], me: string, now: Date, words: Speech): Option {
  const { id, deliverable, by, to, due, outcome } = promise;
  const whose = by.id === me ? words.t('promises.above.me', { to: to.name }) : words.t('promises.above.toMe', by);
  const stands = outcome ? words.t(`promises.outcome.${outcome}`) : whenInWords(new Date(due), now, words);
  return {
    id: `promise-${id}`,
    icon: 'check',
    label: deliverable,
    sub: `${whose} · ${stands}`,
    act: { to: `/promises/${id}` },
  };
}

/** Choosing a service is asking for it. */
export const serviceOption = (
  service: { id: string; name: string; team: { name: string } },
  { t }: Speech,
): Option => ({
  id: `service-${service.id}`,
  icon: 'hand',
  label: service.name,
  sub: t('finding.service.of', { team: service.team.name }),
  act: { to: `/ask?${new URLSearchParams({ service: service.id })}` },
});

/** A file is read where it belongs. */
export const fileOption = (file: Found['files'][number]): Option => ({
  id: `file-${file.id}`,
  icon: 'file',
  label: file.name,
  sub: `#${file.request.number} · ${file.request.title}`,
  act: { to: `/requests/${file.request.id}` },
});

function numberOption(number: number, found: Found | null, now: Date, words: Speech): Option {
  const known = found?.requests.find((one) => one.number === number);
  const option = known ? requestOption(known, now, words) : null;
  return {
    id: 'number',
    icon: 'requests',
    label: words.t('finding.number', { number: String(number) }),
    ...(option ? { sub: option.label } : {}),
    act: option ? option.act : { number },
  };
}

const askOption = (typed: string, words: Speech): Option => ({
  id: 'ask',
  icon: 'plus',
  label: words.t('finding.ask', { words: typed }),
  sub: words.t('finding.ask.sub'),
  act: { to: `/ask?${new URLSearchParams({ title: typed })}` },
});

const allOption = (typed: string, words: Speech): Option => ({
  id: 'all',
  icon: 'search',
  label: words.t('finding.all', { words: typed }),
  act: { to: `/search?${new URLSearchParams({ q: typed })}` },
});

/** Places whose name begins with what was typed come before the ask; those that merely hold its words after it. */
function placesFor(given: Given): { exact: Option[]; other: Option[] } {
  const typed = fold(given.typed);
  const wanted = typed.split(/\s+/);
  const holds = ({ label }: Option) => {
    const own = fold(label).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((one) => own.some((word) => word.startsWith(one)));
  };
  const places = ownPlaces(given.places, given.words);
  const exact = typed.length < 2 ? [] : places.filter(({ label }) => fold(label).startsWith(typed)).slice(0, 3);
  const rest = [...places.filter((one) => !exact.includes(one)), ...(typed.length < 2 ? [] : switches(given.words))];
  return { exact, other: rest.filter(holds) };
}

// What the palette offers for what was typed, best first. Pure: findings, places and words are given.
import type { Findings } from '../../contract/finding.ts';
import { languages, type Language } from '../../contract/shapes.ts';
import type { PaletteProps } from '../platform/capability.ts';
import { languageNames } from '../platform/language.ts';
import { themes, type Theme } from '../platform/theme.ts';
import type { Speech } from '../platform/words.tsx';
import type { FaceOf } from '../ui/face.tsx';
import type { IconName } from '../ui/icons.tsx';
import { fold } from '../ui/match.ts';
import { standingOf } from './standing.ts';

export type Act = { to: string } | { number: number } | { theme: Theme } | { language: Language };
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
export type Found = {
  people: Findings['people'];
  teams: Findings['teams'];
  articles: Findings['articles'];
  requests: readonly Findings['requests']['items'][number]['request'][];
};

type Given = { typed: string; places: PaletteProps['places']; found: Found | null; now: Date; words: Speech };

/** For typed words. The first option never depends on an answer that is still on its way, so Enter is safe. */
export function optionsFor(given: Given): Group[] {
  const { typed, found, now, words } = given;
  const number = /^#(\d{1,9})$/.exec(typed)?.[1];
  const { exact, other } = placesFor(given);
  const title = (id: 'places' | 'people' | 'teams' | 'requests' | 'articles') => words.t(`finding.group.${id}`);
  const groups: Group[] = [
    { id: 'number', options: number ? [numberOption(Number(number), found, now, words)] : [] },
    { id: 'exact', options: exact },
    { id: 'ask', options: number ? [] : [askOption(typed, words)] },
    { id: 'places', title: title('places'), options: other },
    { id: 'people', title: title('people'), options: (found?.people ?? []).slice(0, 4).map(personOption) },
    { id: 'teams', title: title('teams'), options: (found?.teams ?? []).slice(0, 3).map(teamOption) },
    { id: 'articles', title: title('articles'), options: (found?.articles ?? []).slice(0, 3).map(articleOption) },
    {
      id: 'requests',
      title: title('requests'),
      options: (found?.requests ?? [])
        .filter((one) => one.number !== Number(number))
        .slice(0, 6)
        .map((one) => requestOption(one, now, words)),
    },
    { id: 'all', options: [allOption(typed, words)] },
  ];
  return groups.filter((group) => group.options.length > 0);
}

/** For an empty field: where one was lately, then where one may go. */
export function optionsAtRest(given: Omit<Given, 'typed' | 'found'> & { recent: readonly Option[] }): Group[] {
  const { recent, words } = given;
  const ask: Option = { id: 'ask', icon: 'plus', label: words.t('finding.ask.empty'), act: { to: '/ask' } };
  const groups: Group[] = [
    { id: 'recent', title: words.t('finding.group.recent'), options: recent },
    { id: 'ask', options: [ask] },
    { id: 'places', title: words.t('finding.group.places'), options: ownPlaces(given) },
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

const ownPlaces = ({ places, words }: Pick<Given, 'places' | 'words'>): Option[] => [
  ...places.map(({ to, label, icon }): Option => ({ id: `place-${to}`, icon, label, act: { to } })),
  { id: 'place-/search', icon: 'search', label: words.t('finding.search.go'), act: { to: '/search' } },
];

const switches = (words: Speech): Option[] => [
  ...themes.map((theme): Option => {
    const name = words.t(`platform.theme.${theme}`);
    return { id: `theme-${theme}`, icon: 'settings', label: words.t('finding.theme', { theme: name }), act: { theme } };
  }),
  ...languages.map((language): Option => ({
    id: `language-${language}`,
    icon: 'settings',
    label: words.t('finding.language', { language: languageNames[language] }),
    act: { language },
  })),
];

/** Places whose name begins with what was typed come before the ask; those that merely hold its words after it. */
function placesFor(given: Given): { exact: Option[]; other: Option[] } {
  const typed = fold(given.typed);
  const wanted = typed.split(/\s+/);
  const holds = ({ label }: Option) => {
    const own = fold(label).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((one) => own.some((word) => word.startsWith(one)));
  };
  const places = ownPlaces(given);
  const exact = typed.length < 2 ? [] : places.filter(({ label }) => fold(label).startsWith(typed)).slice(0, 3);
  const rest = [...places.filter((one) => !exact.includes(one)), ...(typed.length < 2 ? [] : switches(given.words))];
  return { exact, other: rest.filter(holds).slice(0, 5) };
}

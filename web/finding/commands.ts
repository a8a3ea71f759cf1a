// What the palette can do besides finding: go to places, change language and looks. Pure.
import { languages } from '../../contract/shapes.ts';
import type { PaletteProps } from '../platform/capability.ts';
import { languageNames } from '../platform/language.ts';
import { themes } from '../platform/theme.ts';
import type { Speech } from '../platform/words.tsx';
import type { Option } from './options.ts';

/** Everything in the rail and in one's own menu, and the search. */
export const ownPlaces = (places: PaletteProps['places'], words: Speech): Option[] => [
  ...places.map(({ to, label, icon }): Option => ({ id: `place-${to}`, icon, label, act: { to } })),
  { id: 'place-/search', icon: 'search', label: words.t('finding.search.go'), act: { to: '/search' } },
];

export const switches = (words: Speech): Option[] => [
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

export const commands = (places: PaletteProps['places'], words: Speech): Option[] => [
  ...ownPlaces(places, words),
  ...switches(words),
];

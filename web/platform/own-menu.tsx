// The panel under one's own face: own pages, language, theme, keys, signing out.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { languages, type Language } from '../../contract/shapes.ts';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icons.tsx';
import { Popup, PopupChoice, popupItem } from '../ui/popup.tsx';
import type { Capability, Inside } from './capability.ts';
import { languageNames } from './language.ts';
import { signOut } from './session.tsx';
import { chosenTheme, themes, wear } from './theme.ts';
import { useWords, type Speech } from './words.tsx';
import css from './shell.module.css';

type Parts = { inside: Inside; capabilities: readonly Capability[]; onKeys: () => void };

/** The places in one's own menu: those of the capabilities, and the settings for whoever may set something. */
export const ownLinks = (capabilities: readonly Capability[], inside: Inside, words: Speech) => [
  ...capabilities.flatMap((one) => one.menu?.(inside, words) ?? []),
  ...(capabilities.some((one) => (one.settings?.(inside, words) ?? []).length > 0)
    ? [{ to: '/settings', label: words.t('platform.settings'), icon: 'settings' as const }]
    : []),
];

export function OwnMenu({ inside, capabilities, onKeys }: Parts) {
  const words = useWords();
  const { t } = words;
  const me = inside.person;
  const links = ownLinks(capabilities, inside, words);
  const remember = (language: Language) => capabilities.forEach((one) => one.onLanguage?.(language, me));
  const trigger = (
    <span className={css.me}>
      <Face of={me} />
      <span className={css.myName}>{me.name}</span>
    </span>
  );
  return (
    <Popup wide label={t('platform.own', { name: me.name })} trigger={trigger}>
      {(close) => (
        <>
          {links.map((link) => (
            <Link key={link.to} to={link.to} className={popupItem} onClick={close}>
              <Icon name={link.icon} /> {link.label}
            </Link>
          ))}
          <button
            type="button"
            className={popupItem}
            onClick={() => {
              close();
              onKeys();
            }}
          >
            <Icon name="keyboard" /> {t('platform.keys.title')} <kbd>?</kbd>
          </button>
          <LanguageChoice onChosen={remember} />
          <ThemeChoice />
          <button type="button" className={popupItem} onClick={() => void signOut()}>
            <Icon name="out" /> {t('platform.signOut')}
          </button>
        </>
      )}
    </Popup>
  );
}

function LanguageChoice({ onChosen }: { onChosen?: (language: Language) => void }) {
  const { t, language, speakIn } = useWords();
  const options = languages.map((value) => ({ value, label: languageNames[value], lang: value }));
  const choose = (next: Language) => {
    void speakIn(next);
    onChosen?.(next);
  };
  return <PopupChoice label={t('platform.language')} value={language} options={options} onChoose={choose} />;
}

function ThemeChoice() {
  const { t } = useWords();
  const [theme, setTheme] = useState(chosenTheme);
  const options = themes.map((value) => ({ value, label: t(`platform.theme.${value}`) }));
  const choose = (next: typeof theme) => {
    wear(next);
    setTheme(next);
  };
  return <PopupChoice label={t('platform.theme')} value={theme} options={options} onChoose={choose} />;
}

/** For pages without a person: each language in its own words, and the theme. */
export function LanguageSwitch() {
  const { t, language } = useWords();
  const trigger = (
    <span className={css.language}>
      {languageNames[language]} <Icon name="down" />
    </span>
  );
  return (
    <Popup label={`${t('platform.language')}: ${languageNames[language]}`} trigger={trigger}>
      {() => (
        <>
          <LanguageChoice />
          <ThemeChoice />
        </>
      )}
    </Popup>
  );
}

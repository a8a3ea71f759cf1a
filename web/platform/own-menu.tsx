// The menu under one's own face: own pages, language, theme, keys, signing out.
import { useState } from 'react';
import { languages, type Language } from '../../contract/shapes.ts';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icons.tsx';
import { Menu, MenuAct, MenuChoice } from '../ui/menu.tsx';
import type { Capability, Inside } from './capability.ts';
import { languageNames } from './language.ts';
import { signOut } from './session.tsx';
import { chosenTheme, themes, wear } from './theme.ts';
import { useWords } from './words.tsx';
import css from './shell.module.css';

export function OwnMenu({
  inside,
  capabilities,
  onKeys,
}: {
  inside: Inside;
  capabilities: readonly Capability[];
  onKeys: () => void;
}) {
  const words = useWords();
  const { t, language, speakIn } = words;
  const [theme, setTheme] = useState(chosenTheme);
  const me = inside.person;
  const choose = (next: Language) => {
    void speakIn(next);
    for (const one of capabilities) one.onLanguage?.(next, me);
  };
  return (
    <Menu
      plain
      label={t('platform.own', { name: me.name })}
      placement="top start"
      trigger={
        <span className={css.me}>
          <Face of={me} />
          <span className={css.myName}>{me.name}</span>
        </span>
      }
    >
      {capabilities
        .flatMap((one) => one.menu?.(inside, words) ?? [])
        .map((link) => (
          <MenuAct key={link.to} href={link.to} icon={link.icon}>
            {link.label}
          </MenuAct>
        ))}
      <MenuAct icon="keyboard" onAct={onKeys} keys="?">
        {t('platform.keys.title')}
      </MenuAct>
      <MenuChoice
        label={t('platform.language')}
        value={language}
        options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
        onChoose={choose}
      />
      <MenuChoice
        label={t('platform.theme')}
        value={theme}
        options={themes.map((value) => ({ value, label: t(`platform.theme.${value}`) }))}
        onChoose={(next) => {
          wear(next);
          setTheme(next);
        }}
      />
      <MenuAct icon="out" onAct={() => void signOut()}>
        {t('platform.signOut')}
      </MenuAct>
    </Menu>
  );
}

/** For pages without a person: each language in its own words. */
export function LanguageSwitch() {
  const { t, language, speakIn } = useWords();
  return (
    <Menu
      label={t('platform.language')}
      trigger={
        <span className={css.language}>
          {languageNames[language]} <Icon name="down" />
        </span>
      }
    >
      <MenuChoice
        label={t('platform.language')}
        value={language}
        options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
        onChoose={(next) => void speakIn(next)}
      />
    </Menu>
  );
}

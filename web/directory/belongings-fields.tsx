// The fields of what people bring with them: languages, skills, hours of their own, further managers.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import { spokenCodes } from '../../contract/spoken-languages.ts';
import { usualWeek } from '../../contract/working-time.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Select } from '../ui/field.tsx';
import { Check } from '../ui/switch.tsx';
import { findPeople } from './find.ts';
import { AddWord, ListField } from './list-field.tsx';
import type { Typing } from './person-fields.tsx';
import { WeekEditor } from './week-editor.tsx';
import css from './directory.module.css';

/** "Finnish", in the words of the reader. */
export function useLanguageName(): (code: string) => string {
  const { locale } = useWords();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (code) => names.of(code) ?? code;
}

export function LanguagesField({ fields, type }: Typing) {
  const { t, locale } = useWords();
  const nameOf = useLanguageName();
  const left = spokenCodes()
    .filter((code) => !fields.languages.includes(code))
    .map((code) => ({ code, name: nameOf(code) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <ListField
      label={t('directory.languages')}
      name="languages"
      help={t('directory.languages.help')}
      items={fields.languages.map((code) => ({ key: code, name: nameOf(code) }))}
      onChange={(languages) => type('languages', languages)}
      ordered
    >
      <Select
        label={t('directory.languages.add')}
        quietLabel
        value=""
        onChange={(event) => event.target.value && type('languages', [...fields.languages, event.target.value])}
      >
        <option value="">{t('directory.languages.add')}</option>
        {left.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </ListField>
  );
}

export function SkillsField({ fields, type }: Typing) {
  const { t } = useWords();
  const used = useQuery(read(directoryApi.listSkills, { query: { limit: 200 } }));
  const has = (word: string) => fields.skills.some((one) => one.toLowerCase() === word.toLowerCase());
  const suggestions = used.data?.items.map(({ name }) => name).filter((name) => !has(name)) ?? [];
  return (
    <ListField
      label={t('directory.skills')}
      name="skills"
      help={t('directory.skills.help')}
      items={fields.skills.map((name) => ({ key: name, name }))}
      onChange={(skills) => type('skills', skills)}
    >
      <AddWord
        label={t('directory.skills.add')}
        suggestions={suggestions}
        onAdd={(word) => word && !has(word) && type('skills', [...fields.skills, word])}
      />
    </ListField>
  );
}

/** Further managers; each is found by name. */
export function DottedField({ fields, type }: Typing) {
  const { t } = useWords();
  const [count, setCount] = useState(0);
  const { dotted } = fields;
  return (
    <ListField
      label={t('directory.dotted')}
      name="dotted"
      help={t('directory.dotted.help')}
      items={dotted.map(({ id, name }) => ({ key: id, name }))}
      onChange={(keys) =>
        type(
          'dotted',
          dotted.filter(({ id }) => keys.includes(id)),
        )
      }
    >
      <Combobox
        key={count}
        label={t('directory.dotted.add')}
        of="people"
        search={findPeople}
        value={null}
        onChoose={(found) => {
          if (!found) return;
          if (!dotted.some(({ id }) => id === found.id))
            type('dotted', [...dotted, { id: found.id, name: found.name, photo: found.photo ?? null }]);
          setCount(count + 1);
        }}
      />
    </ListField>
  );
}

/** Hours over those of the team; without them, one works as the team does. */
export function OwnHours({ fields, type, mine = false }: Typing & { mine?: boolean }) {
  const { t } = useWords();
  const { week } = fields;
  return (
    <div className={css.tick} data-field="week">
      <Check
        checked={week !== null}
        onChange={(on) => type('week', on ? usualWeek : null)}
        description={t('directory.ownHours.help')}
      >
        {t(mine ? 'directory.ownHours.mine' : 'directory.ownHours.theirs')}
      </Check>
      {week && <WeekEditor week={week} onChange={(next) => type('week', next)} />}
    </div>
  );
}

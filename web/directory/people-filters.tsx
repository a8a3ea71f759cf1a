// Narrowing people to those who know something or speak a language.
import { useQuery } from '@tanstack/react-query';
import { directoryApi } from '../../contract/directory.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Select } from '../ui/field.tsx';
import { useLanguageName } from './belongings-fields.tsx';

type Filter = { value: string; onChoose: (value: string) => void };

export function SkillFilter({ value, onChoose }: Filter) {
  const { t } = useWords();
  const used = useQuery(read(directoryApi.listSkills, { query: { limit: 200 } }));
  const names = used.data?.items.map(({ name }) => name) ?? [];
  const all = value === '' || names.includes(value) ? names : [value, ...names];
  return (
    <Select
      label={t('directory.filter.skill')}
      quietLabel
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{t('directory.filter.anySkill')}</option>
      {all.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Select>
  );
}

export function SpeaksFilter({ value, onChoose }: Filter) {
  const { t } = useWords();
  const nameOf = useLanguageName();
  const used = useQuery(read(directoryApi.listSpoken, {}));
  return (
    <Select
      label={t('directory.filter.speaks')}
      quietLabel
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{t('directory.filter.anyLanguage')}</option>
      {used.data?.items.map(({ code }) => (
        <option key={code} value={code}>
          {nameOf(code)}
        </option>
      ))}
    </Select>
  );
}

// The fields of a person, for adding and editing; which of them may be changed depends on who asks.
import type { Person, PersonChange } from '../../contract/directory-people.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Week } from '../../contract/working-time.ts';
import { useWords, type WordId } from '../platform/words.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { Check } from '../ui/switch.tsx';
import { findPeople } from './find.ts';
import { DottedField, LanguagesField, OwnHours, SkillsField } from './belongings-fields.tsx';
import { LanguageSelect, ZoneSelect } from './place-fields.tsx';
import css from './directory.module.css';

export type PersonDraft = {
  name: string;
  said: string;
  language: Language;
  place: string;
  zone: string;
  does: string;
  email: string;
  manager: Findable | null;
  administrator: boolean;
  pronouns: string;
  languages: string[];
  skills: string[];
  week: Week | null;
  dotted: Findable[];
};

export const draftOf = (person: Person): PersonDraft => ({
  name: person.name,
  said: person.said,
  language: person.language,
  place: person.place,
  zone: person.zone,
  does: person.does,
  email: person.email ?? '',
  manager: person.manager,
  administrator: person.administrator,
  pronouns: person.pronouns,
  languages: person.languages,
  skills: person.skills,
  week: person.week,
  dotted: person.dotted.map(({ id, name, photo }) => ({ id, name, photo })),
});

/** What is sent: a manager goes by their id. */
export function bodyOf({ manager, dotted, ...fields }: Partial<PersonDraft>): PersonChange {
  return {
    ...fields,
    ...(manager === undefined ? {} : { manager: manager?.id ?? null }),
    ...(dotted === undefined ? {} : { dotted: dotted.map(({ id }) => id) }),
  };
}

export const personLabels: Record<keyof PersonDraft, WordId> = {
  name: 'directory.name',
  said: 'directory.said',
  language: 'directory.language',
  place: 'directory.place',
  zone: 'directory.zone',
  does: 'directory.does',
  email: 'directory.email',
  manager: 'directory.manager',
  administrator: 'directory.administrator',
  pronouns: 'directory.pronouns',
  languages: 'directory.languages',
  skills: 'directory.skills',
  week: 'directory.ownHours',
  dotted: 'directory.dotted',
};

export type Typing = {
  fields: PersonDraft;
  type: <K extends keyof PersonDraft>(field: K, value: PersonDraft[K]) => void;
};

export function NameField({ fields, type, mine = false }: Typing & { mine?: boolean }) {
  const { t } = useWords();
  return (
    <TextField
      label={t('directory.name')}
      name="name"
      limit={120}
      value={fields.name}
      onChange={(event) => type('name', event.target.value)}
      autoComplete={mine ? 'name' : 'off'}
      required
    />
  );
}

/** What people themselves may change beside their name. `mine` speaks to them; without it, the words are about somebody else. */
export function OwnFields({ fields, type, mine = false }: Typing & { mine?: boolean }) {
  const { t } = useWords();
  return (
    <>
      <TextField
        label={t('directory.said')}
        name="said"
        limit={120}
        value={fields.said}
        onChange={(event) => type('said', event.target.value)}
        description={t('directory.said.help')}
        autoComplete="off"
        optional
      />
      <TextField
        label={t('directory.pronouns')}
        name="pronouns"
        limit={40}
        value={fields.pronouns}
        onChange={(event) => type('pronouns', event.target.value)}
        description={t('directory.pronouns.help')}
        autoComplete="off"
        optional
      />
      <TextArea
        label={t(mine ? 'directory.does.mine' : 'directory.does')}
        name="does"
        limit={400}
        rows={2}
        value={fields.does}
        onChange={(event) => type('does', event.target.value.replaceAll('\n', ' '))}
        description={t('directory.does.help')}
        optional
      />
      <TextField
        label={t('directory.place')}
        name="place"
        limit={120}
        value={fields.place}
        onChange={(event) => type('place', event.target.value)}
        description={t('directory.place.help')}
        autoComplete="off"
        optional
      />
      <LanguagesField fields={fields} type={type} />
      <SkillsField fields={fields} type={type} />
      <ZoneSelect value={fields.zone} onChoose={(zone) => type('zone', zone)} />
      <OwnHours fields={fields} type={type} mine={mine} />
    </>
  );
}

export function EmailField({ fields, type }: Typing) {
  const { t } = useWords();
  return (
    <TextField
      label={t('directory.email')}
      name="email"
      type="email"
      value={fields.email}
      onChange={(event) => type('email', event.target.value)}
      description={t('directory.email.help')}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      required
    />
  );
}

/** What only administrators change, beside the e-mail. */
export function GovernedFields({ fields, type }: Typing) {
  const { t } = useWords();
  return (
    <>
      <Combobox
        label={t('directory.manager')}
        description={t('directory.manager.help')}
        name="manager"
        of="people"
        search={findPeople}
        value={fields.manager}
        onChoose={(manager) => type('manager', manager)}
      />
      <DottedField fields={fields} type={type} />
      <div className={css.tick} data-field="administrator">
        <Check
          checked={fields.administrator}
          onChange={(on) => type('administrator', on)}
          description={t('directory.administrator.help')}
        >
          {t('directory.administrator')}
        </Check>
      </div>
    </>
  );
}

export const PersonLanguage = ({ fields, type }: Typing) => (
  <LanguageSelect value={fields.language} onChoose={(language) => type('language', language)} />
);

// My own profile: how colleagues know me; and, at once, my language and the colours on this device.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { Person } from '../../contract/directory-people.ts';
import { read } from '../platform/query.ts';
import { refreshStanding, useMe } from '../platform/session.tsx';
import { chosenTheme, themes, wear, type Theme } from '../platform/theme.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Note, Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { Absences } from './absences.tsx';
import { PersonMeanwhile, usePersonEdit } from './edit-person.tsx';
import { keepLanguage } from './keep-language.ts';
import { NameField, OwnFields } from './person-fields.tsx';
import { Photo } from './photo.tsx';
import { LanguageSelect } from './place-fields.tsx';
import css from './directory.module.css';

export default function MyProfile() {
  const { id } = useMe();
  const person = useQuery(read(directoryApi.getPerson, { params: { id } }));
  return (
    <Loaded query={person} page>
      {(me) => <Profile person={me} />}
    </Loaded>
  );
}

function Profile({ person }: { person: Person }) {
  const { t } = useWords();
  const { edit, save, problem, pending } = usePersonEdit(person, () => {
    toast(t('directory.saved'));
    void refreshStanding();
  });
  return (
    <Page
      title={t('directory.me.title')}
      sub={t('directory.me.sub')}
      acts={<LinkButton to={`/people/${person.id}`}>{t('directory.me.look')}</LinkButton>}
      aside={<Here person={person} />}
    >
      <Form problem={problem} onSubmit={save}>
        <PersonMeanwhile edit={edit} />
        <Photo person={person} />
        <NameField {...edit} mine />
        <OwnFields {...edit} mine />
        <FormActs>
          <Button weight="main" type="submit" pending={pending}>
            {t('directory.save')}
          </Button>
        </FormActs>
      </Form>
      <Absences person={person} />
    </Page>
  );
}

/** What takes effect at once. */
function Here({ person }: { person: Person }) {
  const { t, language, speakIn } = useWords();
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <>
      <Note title={t('directory.me.reading')}>
        <div className={css.fields}>
          <LanguageSelect
            value={language}
            description={t('directory.me.language')}
            onChoose={(next) => {
              void speakIn(next);
              void keepLanguage(next, person.id);
            }}
          />
          <Select
            label={t('platform.theme')}
            value={theme}
            onChange={(event) => {
              const chosen = event.target.value as Theme;
              wear(chosen);
              setTheme(chosen);
            }}
          >
            {themes.map((one) => (
              <option key={one} value={one}>
                {t(`platform.theme.${one}`)}
              </option>
            ))}
          </Select>
        </div>
      </Note>
      <Note title={t('auth.security.title')}>
        <p className={css.quiet}>
          {t('directory.me.security')} <Link to="/security">{t('directory.me.toSecurity')}</Link>
        </p>
      </Note>
      {person.email && (
        <Note title={t('directory.email')}>
          <p>{person.email}</p>
          <p className={css.quiet}>{t('directory.me.email')}</p>
        </Note>
      )}
    </>
  );
}

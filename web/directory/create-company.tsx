// The first form of all: the company and its administrator. What the browser knows is filled in already.
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { Language } from '../../contract/shapes.ts';
import { useWrite } from '../platform/query.ts';
import { refreshStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Check } from '../ui/switch.tsx';
import { toast } from '../ui/toast.tsx';
import { guessCountry } from './guess.ts';
import { CountrySelect, LanguageSelect, useCountries, ZoneSelect } from './place-fields.tsx';
import css from './welcome.module.css';

export function CreateCompany({ onBack }: { onBack: () => void }) {
  const { t, language: spoken, zone: here, speakIn } = useWords();
  const create = useWrite(directoryApi.createCompany);
  const known = useCountries();
  const [zone, setZone] = useState(here);
  const [country, setCountry] = useState(() => guessCountry(here, navigator.languages));
  const [shown, setShown] = useState(false);
  const chosen = known.length === 0 || known.some(({ code }) => code === country) ? country : null;
  const submit = async (data: FormData) => {
    const said = (name: string) => String(data.get(name));
    const administrator = {
      name: said('administrator.name'),
      email: said('administrator.email'),
      password: said('administrator.password'),
    };
    const company = { name: said('name'), country: chosen ?? '', zone, language: spoken };
    if (!(await create.send({ body: { ...company, administrator } }))) return;
    toast(t('directory.create.done', { company: company.name }));
    await refreshStanding();
  };
  return (
    <Page
      title={t('directory.create.title')}
      sub={t('directory.create.sub')}
      acts={
        <Button weight="quiet" onClick={onBack}>
          {t('directory.back')}
        </Button>
      }
    >
      <Form problem={create.problem} onSubmit={submit}>
        <Section title={t('directory.create.company')}>
          <div className={css.fields}>
            <TextField
              label={t('directory.company.name')}
              name="name"
              limit={120}
              autoComplete="organization"
              autoFocus
              required
            />
            {/* What is chosen is spoken at once: the rest of the form reads easier. */}
            <LanguageSelect
              value={spoken}
              onChoose={(next: Language) => void speakIn(next)}
              description={t('directory.company.languageHelp')}
            />
            <CountrySelect value={chosen} onChoose={setCountry} description={t('directory.company.countryHelp')} />
            <ZoneSelect value={zone} onChoose={setZone} />
          </div>
        </Section>
        <Section title={t('directory.create.you')} note={t('directory.create.youNote')}>
          <div className={css.fields}>
            <TextField label={t('directory.name')} name="administrator.name" limit={120} autoComplete="name" required />
            <TextField
              label={t('directory.email')}
              name="administrator.email"
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
            />
            <TextField
              label={t('directory.password')}
              name="administrator.password"
              type={shown ? 'text' : 'password'}
              description={t('auth.password.help')}
              autoComplete="new-password"
              required
            />
            <Check checked={shown} onChange={setShown}>
              {t('auth.password.show')}
            </Check>
          </div>
        </Section>
        <FormActs>
          <Button weight="main" type="submit" pending={create.isPending}>
            {t('directory.create.go')}
          </Button>
        </FormActs>
      </Form>
    </Page>
  );
}

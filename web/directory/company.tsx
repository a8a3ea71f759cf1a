// The company, for its administrators: what it is called, where it is at home, when it works, and whether rates are counted.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { directoryApi, type Company } from '../../contract/directory.ts';
import { languageNames } from '../platform/language.ts';
import { invalidate, keyOf, queries, read, useWrite } from '../platform/query.ts';
import { refreshStanding } from '../platform/session.tsx';
import { cityOf } from '../platform/time.ts';
import { useWords, type WordId } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded, NotAllowed } from '../ui/states.tsx';
import { Switch } from '../ui/switch.tsx';
import { toast } from '../ui/toast.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { CountrySelect, LanguageSelect, RegionSelect, ZoneSelect } from './place-fields.tsx';
import { useEdit, type Edit } from '../platform/use-edit.ts';
import { WeekEditor } from './week-editor.tsx';
import css from './directory.module.css';

export default function CompanyPage() {
  const { t } = useWords();
  const company = useQuery(read(directoryApi.getCompany, {}));
  return (
    <Loaded query={company} page>
      {(found) =>
        found.can.includes('update') ? (
          <Page
            narrow
            above={<Link to="/settings">{t('platform.settings')}</Link>}
            title={t('directory.company.about')}
            sub={t('directory.company.sub')}
          >
            <CompanyForm company={found} />
          </Page>
        ) : (
          <NotAllowed />
        )
      }
    </Loaded>
  );
}

type Draft = Pick<Company, 'name' | 'language' | 'zone' | 'country' | 'region' | 'week' | 'rates'>;
const labels: Record<keyof Draft, WordId> = {
  name: 'directory.company.name',
  language: 'directory.language',
  zone: 'directory.zone',
  country: 'directory.country',
  region: 'directory.region',
  week: 'directory.week',
  rates: 'directory.company.rates',
};

function CompanyForm({ company }: { company: Company }) {
  const { t } = useWords();
  const { name, language, zone, country, region, week, rates } = company;
  const edit = useEdit<Draft>({ name, language, zone, country, region, week, rates }, company.version);
  const write = useWrite(directoryApi.updateCompany, {
    onDone: (saved) => {
      queries.setQueryData(keyOf(directoryApi.getCompany, {}), saved);
      edit.forget();
      toast(t('directory.saved'));
      void refreshStanding();
    },
  });
  const submit = async () => {
    if (!(await write.send({ body: edit.change, ifMatch: edit.version }))) await invalidate(directoryApi.getCompany);
  };
  const inWords = (field: keyof Draft, value: Draft[keyof Draft]) =>
    field === 'language'
      ? languageNames[value as Company['language']]
      : field === 'zone'
        ? cityOf(String(value))
        : null;
  return (
    <Form problem={write.problem} onSubmit={submit}>
      <Meanwhile edit={edit} label={(field) => t(labels[field])} inWords={inWords} />
      <Section title={t('directory.company.home')}>
        <Home {...edit} />
      </Section>
      <Section title={t('directory.company.hours')}>
        <div className={css.fields}>
          <p className={css.quiet}>{t('directory.company.hoursNote')}</p>
          <WeekEditor week={edit.fields.week} onChange={(next) => edit.type('week', next)} />
        </div>
      </Section>
      <Section title={t('directory.company.rates')}>
        <Switch
          name="rates"
          checked={edit.fields.rates}
          onChange={(on) => edit.type('rates', on)}
          description={t('directory.company.ratesHelp')}
        >
          {t('directory.company.ratesOn')}
        </Switch>
      </Section>
      <FormActs>
        <Button weight="main" type="submit" pending={write.isPending}>
          {t('directory.save')}
        </Button>
      </FormActs>
    </Form>
  );
}

function Home({ fields, type }: Pick<Edit<Draft>, 'fields' | 'type'>) {
  const { t } = useWords();
  const country = (next: string | null) => {
    if (!next) return;
    type('country', next);
    // Regions belong to their country.
    type('region', null);
  };
  return (
    <div className={css.fields}>
      <TextField
        label={t('directory.company.name')}
        name="name"
        limit={120}
        value={fields.name}
        onChange={(event) => type('name', event.target.value)}
        autoComplete="organization"
        required
      />
      <LanguageSelect
        value={fields.language}
        onChoose={(next) => type('language', next)}
        description={t('directory.company.languageHelp')}
      />
      <CountrySelect value={fields.country} onChoose={country} description={t('directory.company.countryHelp')} />
      <RegionSelect country={fields.country} value={fields.region} onChoose={(next) => type('region', next)} />
      <ZoneSelect
        value={fields.zone}
        onChoose={(next) => type('zone', next)}
        description={t('directory.company.zoneHelp')}
      />
    </div>
  );
}

// The company, for its administrators: what it is called, where it is, and the ways to add people and teams.
import { useQuery } from '@tanstack/react-query';
import { directoryApi, type Company } from '../../contract/directory.ts';
import { languageNames } from '../platform/language.ts';
import { invalidate, keyOf, queries, read, useWrite } from '../platform/query.ts';
import { refreshStanding } from '../platform/session.tsx';
import { cityOf } from '../platform/time.ts';
import { useWords, type WordId } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { Loaded, NotAllowed } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { CountrySelect, LanguageSelect, ZoneSelect } from './place-fields.tsx';
import { useEdit } from './use-edit.ts';
import css from './directory.module.css';

export default function CompanyPage() {
  const company = useQuery(read(directoryApi.getCompany, {}));
  return (
    <Loaded query={company} page>
      {(found) => (found.can.includes('update') ? <Shown company={found} /> : <NotAllowed />)}
    </Loaded>
  );
}

type Draft = Pick<Company, 'name' | 'language' | 'zone' | 'country'>;
const labels: Record<keyof Draft, WordId> = {
  name: 'directory.company.name',
  language: 'directory.language',
  zone: 'directory.zone',
  country: 'directory.country',
};

function Shown({ company }: { company: Company }) {
  const { t } = useWords();
  return (
    <Page
      narrow
      title={t('directory.company')}
      sub={t('directory.company.sub')}
      acts={
        <>
          {company.can.includes('addPerson') && (
            <LinkButton to="/people/new" weight="main">
              {t('directory.person.add')}
            </LinkButton>
          )}
          {company.can.includes('addTeam') && <LinkButton to="/teams/new">{t('directory.team.add')}</LinkButton>}
        </>
      }
    >
      <Section title={t('directory.company.inside')}>
        <RowList>
          <Row
            narrow
            time={<Icon name="person" large />}
            title={t('directory.people')}
            to="/people"
            sub={t('directory.company.people')}
          />
          <Row
            narrow
            time={<Icon name="team" large />}
            title={t('directory.teams')}
            to="/teams"
            sub={t('directory.company.teams')}
          />
        </RowList>
      </Section>
      <Section title={t('directory.company.about')}>
        <CompanyForm company={company} />
      </Section>
    </Page>
  );
}

function CompanyForm({ company }: { company: Company }) {
  const { t } = useWords();
  const { name, language, zone, country } = company;
  const edit = useEdit<Draft>({ name, language, zone, country }, company.version);
  const { fields, type } = edit;
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
  const inWords = (field: keyof Draft, value: string) =>
    field === 'language' ? languageNames[value as Company['language']] : field === 'zone' ? cityOf(value) : null;
  return (
    <div className={css.fields}>
      <Form problem={write.problem} onSubmit={submit}>
        <Meanwhile edit={edit} label={(field) => t(labels[field])} inWords={inWords} />
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
        <CountrySelect
          value={fields.country}
          onChoose={(next) => next && type('country', next)}
          description={t('directory.company.countryHelp')}
        />
        <ZoneSelect
          value={fields.zone}
          onChoose={(next) => type('zone', next)}
          description={t('directory.company.zoneHelp')}
        />
        <FormActs>
          <Button weight="main" type="submit" pending={write.isPending}>
            {t('directory.save')}
          </Button>
        </FormActs>
      </Form>
    </div>
  );
}

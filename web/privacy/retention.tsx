// How long the words of ended requests and promises are kept: a choice for the company, for each team, and for a service of its own where that differs.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { privacyApi, type RetentionRule } from '../../contract/privacy.ts';
import { read, useWrite } from '../platform/query.ts';
import { useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Select } from '../ui/field.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { EmptyState, Loaded, NotAllowed } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import css from './privacy.module.css';

export default function Retention() {
  const { t } = useWords();
  const { person } = useStanding();
  const rules = useQuery({ ...read(privacyApi.listRetention, {}), enabled: person?.administrator === true });
  if (!person?.administrator) return <NotAllowed />;
  return (
    <Loaded query={rules} page>
      {({ items }) => (
        <Page
          narrow
          above={<Link to="/settings">{t('platform.settings')}</Link>}
          title={t('privacy.retention')}
          sub={t('privacy.retention.why')}
        >
          <Section title={t('privacy.retention.company')} note={t('privacy.retention.companyNote')}>
            <Rules items={items.filter(({ kind }) => kind === 'company')} />
          </Section>
          <Section title={t('privacy.retention.teams')} note={t('privacy.retention.teamsNote')}>
            {!items.some(({ kind }) => kind === 'team') && (
              <EmptyState title={t('privacy.retention.none')}>{t('privacy.retention.noneWhy')}</EmptyState>
            )}
            <Rules items={items.filter(({ kind }) => kind === 'team')} />
          </Section>
          {items.some(({ kind }) => kind === 'service') && (
            <Section title={t('privacy.retention.services')} note={t('privacy.retention.servicesNote')}>
              <Rules items={items.filter(({ kind }) => kind === 'service')} />
            </Section>
          )}
        </Page>
      )}
    </Loaded>
  );
}

const Rules = ({ items }: { items: readonly RetentionRule[] }) => (
  <RowList>
    {items.map((rule) => (
      <Row key={rule.id} title={rule.name} sub={rule.team} acts={<Months rule={rule} />} />
    ))}
  </RowList>
);

/** What holds where nothing was said. */
const unsaid = {
  company: 'privacy.retention.ever',
  team: 'privacy.retention.asCompany',
  service: 'privacy.retention.asTeam',
} as const satisfies Record<RetentionRule['kind'], string>;

const usual = [3, 6, 12, 24, 36, 60, 120];

function Months({ rule }: { rule: RetentionRule }) {
  const { t } = useWords();
  const { kind, id, name, months } = rule;
  const write = useWrite(privacyApi.setRetention, {
    stale: [privacyApi.listRetention],
    onDone: () => toast(t('privacy.retention.saved', { name })),
  });
  const choices = [...new Set([...usual, ...(months === null ? [] : [months])])].toSorted((a, b) => a - b);
  return (
    <div className={css.months}>
      {write.problem && <ProblemNote problem={write.problem} />}
      <Select
        label={t('privacy.retention.of', { name })}
        quietLabel
        value={months ?? ''}
        onChange={(event) =>
          void write.send({ params: { kind, id }, body: { months: Number(event.target.value) || null } })
        }
      >
        <option value="">{t(unsaid[kind])}</option>
        {choices.map((each) => (
          <option key={each} value={each}>
            {each % 12 === 0
              ? t('privacy.retention.years', { n: each / 12 })
              : t('privacy.retention.months', { n: each })}
          </option>
        ))}
      </Select>
    </div>
  );
}

// My appointments: what is to come and what waits for a word, the next one first; then what is over.
import { useInfiniteQuery } from '@tanstack/react-query';
import { appointmentsApi, type AppointmentRow } from '../../contract/appointments.ts';
import { useSearchParam } from '../platform/address.ts';
import { problemOf } from '../platform/api.ts';
import { useNow } from '../platform/now.ts';
import { readPages } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { Page } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import css from './appointments.module.css';

export default function ListPage() {
  const { t } = useWords();
  const [which, setWhich] = useSearchParam('when');
  const when = which === 'over' ? 'over' : 'coming';
  return (
    <Page
      title={t('appointments.title')}
      sub={t('appointments.sub')}
      acts={
        <>
          <LinkButton to="/appointments/new" weight="main">
            {t('appointments.new')}
          </LinkButton>
          <LinkButton to="/me/calendar">{t('appointments.calendar')}</LinkButton>
        </>
      }
    >
      <div className={css.which}>
        <Chips
          label={t('appointments.which')}
          name="when"
          value={when}
          onChoose={(chosen) => setWhich(chosen === 'over' ? 'over' : '')}
          chips={[
            { value: 'coming', label: t('appointments.coming') },
            { value: 'over', label: t('appointments.over') },
          ]}
        />
      </div>
      <Listed when={when} />
    </Page>
  );
}

function Listed({ when }: { when: 'coming' | 'over' }) {
  const { t } = useWords();
  const list = useInfiniteQuery(readPages(appointmentsApi.listAppointments, { query: { when, limit: 30 } }));
  if (list.isPending) return <Loading />;
  if (!list.data) return <ErrorState problem={problemOf(list.error)} again={list.refetch} />;
  if (list.data.length === 0)
    return (
      <EmptyState icon="clock" title={t(`appointments.empty.${when}`)}>
        <p>{t('appointments.empty.teach')}</p>
      </EmptyState>
    );
  return (
    <>
      <RowList label={t(`appointments.${when}`)}>
        {list.data.map((one) => (
          <Line key={one.id} of={one} />
        ))}
      </RowList>
      {list.hasNextPage && (
        <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('appointments.more')}
        </Button>
      )}
    </>
  );
}

function Line({ of }: { of: AppointmentRow }) {
  const { t } = useWords();
  const me = useMe();
  const now = useNow();
  const iAsk = of.asks.id === me.id;
  const other = iAsk ? of.delivers : of.asks;
  // Its time has come and I have said my word: the other one has not.
  const waits = of.state === 'arranged' && of.awaits === null && Date.parse(of.at) < now.getTime();
  return (
    <Row
      time={<RelativeTime at={of.at} show="when" stacked />}
      title={<span dir="auto">{of.title}</span>}
      to={`/appointments/${of.id}`}
      late={of.awaits === 'word'}
      sub={
        <>
          {of.awaits && <Tag kind="risk">{t(`appointments.awaits.${of.awaits}`)}</Tag>}
          {waits && <Tag>{t('appointments.awaits.other', { name: other.name })}</Tag>}
          {of.state === 'cancelled' && <Tag>{t('appointments.state.cancelled')}</Tag>}
          {of.state === 'held' && <Tag kind="kept">{t('appointments.state.held')}</Tag>}
          <span>{t(iAsk ? 'appointments.line.ask' : 'appointments.line.deliver', { name: other.name })}</span>
          <span dir="auto">{of.deliverables.join(' · ')}</span>
        </>
      }
    />
  );
}

// My requests: everything, what I asked, what we serve, what I follow; open or ended, the newest change first.
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ViewFilter } from '../../contract/desk.ts';
import { requestsApi } from '../../contract/request-moves.ts';
import type { TodayPart } from '../../contract/requests.ts';
import { useSearchParam } from '../platform/address.ts';
import { readPages } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { Slot } from '../platform/slots.tsx';
import { useWords } from '../platform/words.tsx';
import { Select } from '../ui/field.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { Switch } from '../ui/switch.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { ActsHost } from './acts.tsx';
import { RequestRow } from './request-row.tsx';
import { partOf, titleOf } from './today-parts.ts';
import css from './list-page.module.css';

const roles = ['any', 'asked', 'serving', 'following', 'approving', 'open'] as const;
type Role = (typeof roles)[number];
const labelOf = (role: Role) => (role === 'open' ? 'requests.list.everyones' : (`requests.list.${role}` as const));
const roleOf = (word: string): Role => roles.find((role) => role === word) ?? 'any';

export default function ListPage() {
  const { t } = useWords();
  const [word, show] = useSearchParam('show');
  const [ended, showEnded] = useSearchParam('ended');
  const [team, filterTeam] = useSearchParam('team');
  const [late, filterLate] = useSearchParam('late');
  const [today] = useSearchParam('today');
  const me = useMe();
  const part = partOf(today);
  if (part) return <TodayPartPage part={part} />;
  const role = roleOf(word);
  const filter: ViewFilter = {
    role,
    open: ended === '',
    ...(team ? { team } : {}),
    ...(late ? { late: true } : {}),
  };
  const showView = (view: ViewFilter) => {
    show(view.role === 'any' ? '' : view.role);
    showEnded(view.open === false ? 'yes' : '');
    filterTeam(view.team ?? '');
    filterLate(view.late ? 'yes' : '');
  };
  return (
    <Page
      title={t('requests.list.title')}
      sub={t(ended ? 'requests.list.ended' : 'requests.list.open')}
      acts={
        <LinkButton to="/ask" weight="main">
          {t('requests.ask')}
        </LinkButton>
      }
    >
      <Slot of="list" filter={filter} show={showView} />
      <ActsHost>
        <Tabs
          label={t('requests.list.title')}
          chosen={role}
          onChoose={(next) => show(next === 'any' ? '' : next)}
          tabs={roles.map((one) => ({
            id: one,
            label: t(labelOf(one)),
            children: (
              <>
                <div className={css.which}>
                  {me.teams.length > 1 && (
                    <Select
                      label={t('requests.list.team')}
                      quietLabel
                      value={team}
                      onChange={(event) => filterTeam(event.currentTarget.value)}
                    >
                      <option value="">{t('requests.list.everyTeam')}</option>
                      {me.teams.map((one) => (
                        <option key={one.id} value={one.id}>
                          {one.name}
                        </option>
                      ))}
                    </Select>
                  )}
                  <Switch checked={late !== ''} onChange={(on) => filterLate(on ? 'yes' : '')}>
                    {t('requests.list.lateOnly')}
                  </Switch>
                  <Switch checked={ended !== ''} onChange={(on) => showEnded(on ? 'yes' : '')}>
                    {t('requests.list.showEnded')}
                  </Switch>
                </div>
                <Lines filter={{ ...filter, role: one }} />
              </>
            ),
          }))}
        />
      </ActsHost>
    </Page>
  );
}

/** One list of Today whole: what goes beyond what the day shows. */
function TodayPartPage({ part }: { part: TodayPart }) {
  const { t } = useWords();
  const title = t(titleOf[part]);
  return (
    <Page
      title={title}
      acts={
        <LinkButton to="/requests" weight="quiet">
          {t('requests.list.title')}
        </LinkButton>
      }
    >
      <ActsHost>
        <Listed label={title} query={{ today: part, limit: 30 }}>
          <EmptyState icon="check" title={t('requests.today.calm.title')} />
        </Listed>
      </ActsHost>
    </Page>
  );
}

function Lines({ filter }: { filter: ViewFilter & { role: Role } }) {
  const { t } = useWords();
  const { role, team } = filter;
  const open = filter.open !== false;
  const query = {
    role,
    open: open ? ('true' as const) : ('false' as const),
    limit: 30,
    ...(team ? { team } : {}),
    ...(filter.late ? { late: 'true' as const } : {}),
  };
  return (
    <Listed label={t(labelOf(role))} query={query}>
      <Nothing role={role} open={open} />
    </Listed>
  );
}

type ListedQuery = NonNullable<Parameters<typeof readPages<typeof requestsApi.listRequests>>[1]>['query'];

/** The requests of a query, page by page; `children` is what is said when there are none. */
function Listed({ label, query, children }: { label: string; query: ListedQuery; children: ReactNode }) {
  const { t } = useWords();
  const list = useInfiniteQuery(readPages(requestsApi.listRequests, { query }));
  if (list.isPending) return <Loading rows={5} />;
  if (!list.data) return <ErrorState problem={null} again={list.refetch} />;
  if (list.data.length === 0) return children;
  return (
    <>
      <RowList label={label}>
        {list.data.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </RowList>
      {list.hasNextPage && (
        <div className={css.more}>
          <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('requests.list.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function Nothing({ role, open }: { role: Role; open: boolean }) {
  const { t } = useWords();
  if (!open) return <EmptyState icon="check" title={t('requests.list.noneEnded')} />;
  return (
    <EmptyState
      icon="requests"
      title={t(`requests.list.none.${role}`)}
      acts={
        role === 'serving' ? undefined : (
          <LinkButton to="/ask" weight="main">
            {t('requests.ask')}
          </LinkButton>
        )
      }
    >
      {t(`requests.list.teach.${role}`)}
    </EmptyState>
  );
}

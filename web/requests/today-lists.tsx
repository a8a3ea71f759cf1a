// The four lists of a day. A list that has nothing is not shown; a row that is done folds away.
import { useMemo, useState, type ReactNode, type Ref } from 'react';
import type { RequestRow, Today, TodayPart } from '../../contract/requests.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { useFold, useLeaving } from './leaving-rows.ts';
import { titleOf } from './today-parts.ts';
import { AskedRow, AwaitingRow, PromisedRow, WaitingRow } from './today-rows.tsx';
import { YesRow } from './today-yes-row.tsx';

type RowOf = (props: { request: RequestRow; ref: Ref<HTMLLIElement> }) => ReactNode;

export function TodayLists({ today }: { today: Today }) {
  const unanswered = useMemo(() => risenFirst(today.unanswered), [today.unanswered]);
  return (
    <>
      <List part="promised" rows={today.promised} more={today.more} Of={PromisedRow} />
      <List part="awaitingMyYes" rows={today.awaitingMyYes} more={today.more} Of={YesRow} />
      <List part="awaitingMyWord" rows={today.awaitingMyWord} more={today.more} Of={AwaitingRow} />
      <List part="unanswered" rows={unanswered} more={today.more} Of={AskedRow} />
      <List part="waitingFor" rows={today.waitingFor} more={today.more} Of={WaitingRow} />
    </>
  );
}

/** Asks that nobody greeted in time rise to the top; otherwise the oldest is first, as it came. */
const risenFirst = (rows: readonly RequestRow[]) => rows.toSorted((a, b) => Number(b.ungreeted) - Number(a.ungreeted));

/** A day is read at a glance; what goes beyond is one press away. */
const glance = 7;

type ListOf = { part: TodayPart; rows: readonly RequestRow[]; more: Today['more']; Of: RowOf };

function List({ part, rows, more, Of }: ListOf) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const cut = useMemo(() => (all || rows.length <= glance + 1 ? rows : rows.slice(0, glance)), [rows, all]);
  const shown = useLeaving(cut);
  if (shown.length === 0) return null;
  const hidden = rows.length - cut.length;
  return (
    <Section title={t(titleOf[part])}>
      <RowList>
        {shown.map(({ row, gone }) => (
          <Leaving key={row.id} gone={gone} request={row} Of={Of} />
        ))}
      </RowList>
      {hidden > 0 && (
        <Button weight="quiet" onClick={() => setAll(true)}>
          {t('requests.today.more', { n: hidden })}
        </Button>
      )}
      {more[part] > 0 && (
        <LinkButton weight="quiet" to={`/requests?today=${part}`}>
          {t('requests.today.beyond', { n: more[part] })}
        </LinkButton>
      )}
    </Section>
  );
}

function Leaving({ gone, request, Of }: { gone: boolean; request: RequestRow; Of: RowOf }) {
  const ref = useFold(gone);
  return <Of request={request} ref={ref} />;
}

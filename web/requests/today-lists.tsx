// The four lists of a day. A list that has nothing is not shown; a row that is done folds away.
import { useMemo, useState, type ReactNode, type Ref } from 'react';
import type { RequestRow, Today } from '../../contract/requests.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { useFold, useLeaving } from './leaving-rows.ts';
import { AskedRow, AwaitingRow, PromisedRow, WaitingRow } from './today-rows.tsx';
import { YesRow } from './today-yes-row.tsx';

type RowOf = (props: { request: RequestRow; ref: Ref<HTMLLIElement> }) => ReactNode;

export function TodayLists({ today }: { today: Today }) {
  const { t } = useWords();
  const unanswered = useMemo(() => risenFirst(today.unanswered), [today.unanswered]);
  return (
    <>
      <List title={t('requests.today.promised.title')} rows={today.promised} Of={PromisedRow} />
      <List title={t('requests.today.yes.title')} rows={today.awaitingMyYes} Of={YesRow} />
      <List title={t('requests.today.awaiting.title')} rows={today.awaitingMyWord} Of={AwaitingRow} />
      <List title={t('requests.today.unanswered.title')} rows={unanswered} Of={AskedRow} />
      <List title={t('requests.today.waitingFor.title')} rows={today.waitingFor} Of={WaitingRow} />
    </>
  );
}

/** Asks that nobody greeted in time rise to the top; otherwise the oldest is first, as it came. */
const risenFirst = (rows: readonly RequestRow[]) => rows.toSorted((a, b) => Number(b.ungreeted) - Number(a.ungreeted));

/** A day is read at a glance; what goes beyond is one press away. */
const glance = 7;

function List({ title, rows, Of }: { title: string; rows: readonly RequestRow[]; Of: RowOf }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const cut = useMemo(() => (all || rows.length <= glance + 1 ? rows : rows.slice(0, glance)), [rows, all]);
  const shown = useLeaving(cut);
  if (shown.length === 0) return null;
  const hidden = rows.length - cut.length;
  return (
    <Section title={title}>
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
    </Section>
  );
}

function Leaving({ gone, request, Of }: { gone: boolean; request: RequestRow; Of: RowOf }) {
  const ref = useFold(gone);
  return <Of request={request} ref={ref} />;
}

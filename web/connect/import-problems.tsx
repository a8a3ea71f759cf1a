// What is left out of an import, whole or in part, each with its place and why.
import { useInfiniteQuery } from '@tanstack/react-query';
import { connectImportsApi, type ImportProblem, type RequestImport } from '../../contract/connect-imports.ts';
import { problemOf } from '../platform/api.ts';
import { readPages } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import css from './import.module.css';

export function ImportProblems({ one }: { one: RequestImport }) {
  const { t } = useWords();
  const rows = useInfiniteQuery(readPages(connectImportsApi.listImportProblems, { params: { id: one.id }, query: {} }));
  if (rows.isPending) return <Loading rows={3} />;
  if (rows.error) return <ErrorState problem={problemOf(rows.error)} again={rows.refetch} />;
  return (
    <section>
      <h2>{t('connect.import.left', { count: one.troubles })}</h2>
      <RowList label={t('connect.import.left', { count: one.troubles })}>
        {rows.data.map((row) => (
          <Problem key={row.no} row={row} table={one.source === 'table'} />
        ))}
      </RowList>
      {rows.hasNextPage && (
        <Button onClick={() => void rows.fetchNextPage()} pending={rows.isFetchingNextPage}>
          {t('connect.import.more')}
        </Button>
      )}
    </section>
  );
}

function Problem({ row, table }: { row: ImportProblem; table: boolean }) {
  const { t } = useWords();
  const what = [row.number && `#${row.number}`, row.name].filter(Boolean).join(' ');
  return (
    <Row
      time={row.place > 0 ? t(table ? 'connect.import.line' : 'connect.import.place', { place: row.place }) : undefined}
      title={what || row.file}
      sub={
        <>
          {what && row.file && <span>{row.file}</span>}
          {row.left === 'part' && <span>{t('connect.import.part')}</span>}
          {row.reasons.map(({ field, code, detail }) => (
            <span key={`${field}${code}`} className={css.reason}>
              {detail}
            </span>
          ))}
        </>
      }
    />
  );
}

// The rows of an import by their fate, each with its line, what changes, or why it is refused.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import { importFates, type ImportFate, type ImportRow, type PeopleImport } from '../../contract/directory-imports.ts';
import { addressOf, problemOf } from '../platform/api.ts';
import { readPages } from '../platform/query.ts';
import { useWords, type WordId } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs.tsx';
import css from './import.module.css';

export function ImportRows({ table }: { table: PeopleImport }) {
  const { t } = useWords();
  const there = importFates.filter((fate) => table.counts[fate] > 0);
  const [chosen, setChosen] = useState<ImportFate>(table.counts.refused > 0 ? 'refused' : (there[0] ?? 'added'));
  return (
    <Tabs
      label={t('directory.import.rows')}
      chosen={chosen}
      onChoose={setChosen}
      tabs={there.map((fate) => ({
        id: fate,
        label: t(`directory.import.fate.${fate}`),
        count: table.counts[fate],
        children: <Rows table={table} fate={fate} />,
      }))}
    />
  );
}

function Rows({ table, fate }: { table: PeopleImport; fate: ImportFate }) {
  const { t } = useWords();
  const { id } = table;
  const rows = useInfiniteQuery(readPages(directoryApi.listImportRows, { params: { id }, query: { fate } }));
  if (rows.isPending) return <Loading rows={5} />;
  if (rows.error) return <ErrorState problem={problemOf(rows.error)} again={rows.refetch} />;
  return (
    <>
      {fate === 'refused' && (
        <p className={css.download}>
          <a href={addressOf(directoryApi.getImportFile, { params: { id }, query: { fate } })} download>
            {t('directory.import.download')}
          </a>
        </p>
      )}
      <RowList label={t(`directory.import.fate.${fate}`)}>
        {rows.data.map((row) => (
          <One key={row.no} row={row} />
        ))}
      </RowList>
      {rows.hasNextPage && (
        <Button onClick={() => void rows.fetchNextPage()} pending={rows.isFetchingNextPage}>
          {t('directory.more')}
        </Button>
      )}
    </>
  );
}

const labels: Record<string, WordId> = {
  name: 'directory.name',
  said: 'directory.said',
  pronouns: 'directory.pronouns',
  language: 'directory.language',
  languages: 'directory.languages',
  place: 'directory.place',
  zone: 'directory.zone',
  does: 'directory.does',
  manager: 'directory.manager',
  dotted: 'directory.dotted',
  skills: 'directory.skills',
  teams: 'directory.teams',
  country: 'directory.holidays',
  greeting: 'directory.greeting',
  closing: 'directory.closing',
};

function One({ row }: { row: ImportRow }) {
  const { t, list } = useWords();
  const changed = row.changes.map((field) => (labels[field] ? t(labels[field]) : field));
  return (
    <Row
      time={<span className={css.line}>{t('directory.import.line', { line: row.line })}</span>}
      title={row.name || row.email || t('directory.import.nameless')}
      sub={
        <>
          {row.name && row.email && <span>{row.email}</span>}
          {changed.length > 0 && <span>{t('directory.import.changes', { fields: list(changed) })}</span>}
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

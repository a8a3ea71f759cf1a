// People and teams from a table: choose a file, look at the fate of every row, write it, see the report. Nothing is written before one says so.
import { useQuery } from '@tanstack/react-query';
import { directoryApi } from '../../contract/directory.ts';
import type { PeopleImport } from '../../contract/directory-imports.ts';
import { useSearchParam } from '../platform/address.ts';
import { read } from '../platform/query.ts';
import { useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, NotAllowed } from '../ui/states.tsx';
import { ChooseTable } from './import-choose.tsx';
import { ImportReport } from './import-report.tsx';
import { ImportRows } from './import-rows.tsx';
import { RunImport } from './import-run.tsx';
import css from './import.module.css';

export default function Import() {
  const { t } = useWords();
  const { can } = useStanding();
  const [id, setId] = useSearchParam('id');
  if (!can.includes('addPerson')) return <NotAllowed />;
  return (
    <Page
      title={t('directory.import.title')}
      sub={t('directory.import.sub')}
      acts={id && <Button onClick={() => setId('')}>{t('directory.import.another')}</Button>}
    >
      {id ? <Looked key={id} id={id} /> : <ChooseTable onLooked={setId} />}
    </Page>
  );
}

function Looked({ id }: { id: string }) {
  const found = useQuery({
    ...read(directoryApi.getPeopleImport, { params: { id } }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1000 : false),
  });
  return <Loaded query={found}>{(table) => <Shown table={table} />}</Loaded>;
}

function Shown({ table }: { table: PeopleImport }) {
  const { t, list } = useWords();
  const aside = table.columns.flatMap(({ title, field }) => (field === null && title ? [title] : []));
  return (
    <div className={css.looked}>
      {table.name && <p className={css.file}>{table.name}</p>}
      {table.state === 'ready' && <p className={css.lead}>{t('directory.import.ready', table.counts)}</p>}
      {aside.length > 0 && (
        <p className={css.quiet}>{t('directory.import.aside', { count: aside.length, columns: list(aside) })}</p>
      )}
      {table.newTeams.length > 0 && table.state !== 'done' && (
        <p className={css.quiet}>
          {t('directory.import.newTeams', { count: table.newTeams.length, teams: list(table.newTeams.slice(0, 20)) })}
        </p>
      )}
      {table.state === 'done' ? <ImportReport table={table} /> : <RunImport table={table} />}
      <ImportRows key={table.state} table={table} />
    </div>
  );
}

// The one act of an import: write what was looked at, and how far it is.
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { PeopleImport } from '../../contract/directory-imports.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Check } from '../ui/switch.tsx';
import css from './import.module.css';

export function RunImport({ table }: { table: PeopleImport }) {
  const { t } = useWords();
  const [skip, setSkip] = useState(false);
  const run = useWrite(directoryApi.runPeopleImport, { stale: [directoryApi.getPeopleImport] });
  const { refused } = table.counts;
  if (table.state === 'running')
    return (
      <div className={css.running} role="status">
        <p>{t('directory.import.running', { done: table.done, total: table.total })}</p>
        <progress aria-label={t('directory.import.progress')} value={table.done} max={Math.max(1, table.total)} />
      </div>
    );
  if (!table.can.includes('run')) return <p>{t('directory.import.nothing')}</p>;
  return (
    <div className={css.run}>
      {refused > 0 && (
        <Check checked={skip} onChange={setSkip} description={t('directory.import.skipHelp')}>
          {t('directory.import.skip', { count: refused })}
        </Check>
      )}
      <Button
        weight="main"
        pending={run.isPending}
        disabled={refused > 0 && !skip}
        onClick={() => void run.send({ params: { id: table.id }, body: { skipRefused: skip } })}
      >
        {t('directory.import.run', { count: table.total })}
      </Button>
      {run.problem && <ProblemNote problem={run.problem} />}
    </div>
  );
}

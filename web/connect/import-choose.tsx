// Which system one comes from.
import { useState } from 'react';
import { connectImportsApi, importSources, type ImportSource } from '../../contract/connect-imports.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { ProblemNote } from '../ui/form.tsx';
import css from './import.module.css';

export function ChooseSystem({ onChosen }: { onChosen: (id: string) => void }) {
  const { t } = useWords();
  const [source, setSource] = useState<ImportSource>('table');
  const [label, setLabel] = useState('');
  const begin = useWrite(connectImportsApi.createImport, { onDone: ({ id }) => onChosen(id) });
  return (
    <form
      className={css.choose}
      onSubmit={(event) => {
        event.preventDefault();
        void begin.send({ body: { source, label } });
      }}
    >
      <Select
        label={t('connect.import.from')}
        value={source}
        onChange={(event) => setSource(event.target.value as ImportSource)}
      >
        {importSources.map((one) => (
          <option key={one} value={one}>
            {t(`connect.import.source.${one}`)}
          </option>
        ))}
      </Select>
      <p className={css.quiet}>{t(`connect.import.help.${source}`)}</p>
      <TextField
        label={t('connect.import.label')}
        description={t('connect.import.labelHelp')}
        value={label}
        limit={60}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Button type="submit" weight="main" pending={begin.isPending}>
        {t('connect.import.begin')}
      </Button>
      {begin.problem && <ProblemNote problem={begin.problem} />}
    </form>
  );
}

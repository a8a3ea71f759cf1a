// The files of an import: dropped or chosen, one after another, and then looked at.
import { useRef, useState } from 'react';
import { connectImportsApi, type RequestImport } from '../../contract/connect-imports.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import css from './import.module.css';

export function ImportFiles({ one }: { one: RequestImport }) {
  const { t, list } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [left, setLeft] = useState(0);
  const params = { id: one.id };
  const stale = { stale: [connectImportsApi.getImport, connectImportsApi.listImportProblems] };
  const add = useWrite(connectImportsApi.addImportFile, stale);
  const look = useWrite(connectImportsApi.previewImport, stale);
  const problem = add.problem ?? look.problem;
  const send = async (files: readonly File[]) => {
    for (const [index, file] of files.entries()) {
      setLeft(files.length - index);
      const done = await add.send({ params, query: { name: file.name.slice(0, 200) }, body: new Blob([file]) });
      if (!done) break;
    }
    setLeft(0);
  };
  return (
    <div className={css.files}>
      <div
        className={css.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send([...event.dataTransfer.files]);
        }}
      >
        <Icon name="file" large />
        <p>{t('connect.import.drop')}</p>
        <Button pending={left > 0} onClick={() => input.current?.click()}>
          {t('connect.import.choose')}
        </Button>
        <p className={css.quiet}>{t(`connect.import.help.${one.source}`)}</p>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept=".csv,.tsv,.txt,.json"
          aria-label={t('connect.import.choose')}
          onChange={(event) => {
            void send([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      <p role="status" className={css.quiet}>
        {left > 0 && t('connect.import.sending', { count: left })}
        {left === 0 &&
          one.files.length > 0 &&
          t('connect.import.files', {
            count: one.files.length,
            files: list(one.files.slice(0, 8).map(({ name }) => name)),
          })}
      </p>
      <div role="alert">{problem && <ProblemNote problem={problem} />}</div>
      {one.can.includes('preview') && (
        <Button
          weight={one.state === 'open' ? 'main' : 'quiet'}
          pending={look.isPending}
          disabled={left > 0}
          onClick={() => void look.send({ params })}
        >
          {t(one.state === 'open' ? 'connect.import.look' : 'connect.import.lookAgain')}
        </Button>
      )}
    </div>
  );
}

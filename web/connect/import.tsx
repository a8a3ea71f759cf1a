// Moving in from an earlier system: choose it, send its files up, look at what would come, decide on teams, write it. Nothing is written before one says so.
import { useQuery } from '@tanstack/react-query';
import { connectImportsApi } from '../../contract/connect-imports.ts';
import { useSearchParam } from '../platform/address.ts';
import { read } from '../platform/query.ts';
import { useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, NotAllowed } from '../ui/states.tsx';
import { ChooseSystem } from './import-choose.tsx';
import { ImportFiles } from './import-files.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportReady } from './import-ready.tsx';
import css from './import.module.css';

export default function MoveIn() {
  const { t } = useWords();
  const { can } = useStanding();
  const [id, setId] = useSearchParam('id');
  if (!can.includes('update')) return <NotAllowed />;
  return (
    <Page
      title={t('connect.import.title')}
      sub={t('connect.import.sub')}
      acts={id && <Button onClick={() => setId('')}>{t('connect.import.another')}</Button>}
    >
      {id ? <One key={id} id={id} /> : <ChooseSystem onChosen={setId} />}
    </Page>
  );
}

function One({ id }: { id: string }) {
  const { t } = useWords();
  const found = useQuery({
    ...read(connectImportsApi.getImport, { params: { id } }),
    refetchInterval: ({ state }) => (['reading', 'running'].includes(state.data?.state ?? '') ? 1000 : false),
  });
  return (
    <Loaded query={found}>
      {(one) => (
        <div className={css.steps}>
          <p className={css.system}>
            {t(`connect.import.source.${one.source}`)}
            {one.label && ` · ${one.label}`}
          </p>
          {one.can.includes('addFile') && <ImportFiles one={one} />}
          {one.state === 'reading' && <p role="status">{t('connect.import.reading')}</p>}
          {one.state !== 'open' && one.state !== 'reading' && (
            <>
              <ImportReady key={one.state} one={one} />
              {one.troubles > 0 && <ImportProblems key={`${one.state}-problems`} one={one} />}
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}

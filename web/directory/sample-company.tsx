// Making the sample company to look around in: how far it is, and then whom one may be, without a reload.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sampleApi } from '../../contract/sample.ts';
import { read, useWrite } from '../platform/query.ts';
import { refreshStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import css from './welcome.module.css';

const lookAgainAfter = 700;

/** How the sample company stands; asked again and again only while it is being made. */
export const useSample = () =>
  useQuery({
    ...read(sampleApi.getSample, {}),
    refetchInterval: ({ state }) => (state.data?.state === 'making' ? lookAgainAfter : false),
  });

/** The choice on a fresh installation. */
export function SampleChoice() {
  const { t } = useWords();
  const start = useWrite(sampleApi.startSample, { stale: [sampleApi.getSample] });
  return (
    <>
      <h2>{t('directory.sample.title')}</h2>
      <p>{t('directory.sample.sub')}</p>
      <Button onClick={() => void start.send({})} pending={start.isPending}>
        {t('directory.sample.go')}
      </Button>
      {start.problem && <ProblemNote problem={start.problem} />}
    </>
  );
}

/** While it is being made; when it is ready, the page becomes the one of the sample company. */
export function Making() {
  const { t, number } = useWords();
  const { data } = useSample();
  const ready = data?.state === 'ready';
  const done = ready ? 1 : (data?.done ?? 0);
  useEffect(() => {
    if (ready) void refreshStanding();
  }, [ready]);
  return (
    <div className={css.making}>
      <progress max={1} value={done} aria-label={t('directory.sample.progress')} />
      <p>{number(Math.floor(done * 100) / 100, { style: 'percent' })}</p>
    </div>
  );
}

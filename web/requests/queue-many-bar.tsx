// What is selected and what may be done with all of it; while it is done, how far it is, and then what came of it.
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { bulkApi, type BulkBody } from '../../contract/request-bulk.ts';
import type { RequestRow } from '../../contract/requests.ts';
import { call, newKey } from '../platform/api.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { freshen } from './fresh.ts';
import { actsForAll, doMany, failureSentence, resultSentence, type ManyAct, type Outcome } from './queue-many.ts';
import css from './queue.module.css';

// The window brings fields and finding with it; selecting does not wait for them.
const ManyWindow = lazy(() => import('./queue-many-window.tsx'));

/** The call for some of them. */
export type BodyFor = (rows: readonly RequestRow[]) => BulkBody;
type Doing =
  | { step: 'choosing' }
  | { step: 'writing'; act: ManyAct; rows: readonly RequestRow[] }
  | { step: 'running'; act: ManyAct; behind: number; all: number }
  | { step: 'done'; act: ManyAct; outcome: Outcome };

/** `asked` is an act that a key asked for. */
export function ManyBar(props: {
  rows: readonly RequestRow[];
  asked: { act: ManyAct; count: number } | null;
  onClear: () => void;
}) {
  const { t } = useWords();
  const { rows, asked, onClear } = props;
  const [doing, setDoing] = useState<Doing>({ step: 'choosing' });
  const bar = useRef<HTMLElement>(null);
  const acts = actsForAll(rows);
  const write = (act: ManyAct) => setDoing({ step: 'writing', act, rows });
  useAsked(asked, (act) => acts.includes(act) && doing.step !== 'running' && write(act));

  const run = async (act: ManyAct, each: readonly RequestRow[], bodyFor: BodyFor, forget?: () => void) => {
    const running = (behind: number) => setDoing({ step: 'running', act, behind, all: each.length });
    running(0);
    requestAnimationFrame(() => bar.current?.focus());
    const outcome = await doMany(
      each,
      (some) => call(bulkApi.bulkMove, { body: bodyFor(some) }, { key: newKey() }),
      running,
    );
    for (const row of each) freshen(row.id);
    if (outcome.failed.length === 0) {
      forget?.();
      onClear();
    }
    setDoing({ step: 'done', act, outcome });
  };
  const over = () => {
    setDoing({ step: 'choosing' });
    document.querySelector<HTMLElement>('main li[aria-current] a')?.focus();
  };
  if (rows.length === 0 && doing.step === 'choosing') return null;
  return (
    <section ref={bar} className={css.many} aria-label={t('requests.queue.many.label')} tabIndex={-1}>
      {(doing.step === 'choosing' || doing.step === 'writing') && (
        <div className={css.manyActs}>
          <p role="status">{t('requests.queue.many.picked', { n: rows.length })}</p>
          {acts.length === 0 && <p className={css.quiet}>{t('requests.queue.many.noAct')}</p>}
          {acts.map((act, index) => (
            <Button key={act} weight={index === 0 ? 'main' : 'soft'} onClick={() => write(act)}>
              {t(`requests.queue.many.act.${act}`)}
            </Button>
          ))}
          <Button weight="quiet" onClick={onClear}>
            {t('requests.queue.many.clear')}
          </Button>
        </div>
      )}
      {doing.step === 'running' && <Progress behind={doing.behind} all={doing.all} />}
      {doing.step === 'done' && <Result act={doing.act} outcome={doing.outcome} onClose={over} />}
      <Suspense fallback={null}>
        {doing.step === 'writing' && (
          <ManyWindow
            act={doing.act}
            rows={doing.rows}
            onClose={() => setDoing({ step: 'choosing' })}
            onSend={(bodyFor, forget) => void run(doing.act, doing.rows, bodyFor, forget)}
          />
        )}
      </Suspense>
    </section>
  );
}

/** Begins the act that a key asked for, once each time it is pressed. */
function useAsked(asked: { act: ManyAct; count: number } | null, begin: (act: ManyAct) => unknown): void {
  const heard = useRef(asked?.count ?? 0);
  useEffect(() => {
    if (!asked || asked.count === heard.current) return;
    heard.current = asked.count;
    begin(asked.act);
  });
}

function Progress({ behind, all }: { behind: number; all: number }) {
  const { t } = useWords();
  const words = t('requests.queue.many.under', { behind, all });
  return (
    <div className={css.progress}>
      <p>{words}</p>
      <progress value={behind} max={all} aria-label={words} />
    </div>
  );
}

function Result({ act, outcome, onClose }: { act: ManyAct; outcome: Outcome; onClose: () => void }) {
  const words = useWords();
  return (
    <div className={css.result}>
      <div role="status">
        <p>
          <b>{resultSentence(act, outcome, words)}</b>
        </p>
        {outcome.failed.length > 0 && (
          <ul>
            {outcome.failed.map((failure) => (
              <li key={failure.row.id} dir="auto">
                {failureSentence(failure, words)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button onClick={onClose}>{words.t('requests.queue.many.close')}</Button>
    </div>
  );
}

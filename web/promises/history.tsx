// How a promise went, step by step: who said what, when, and what held from then on.
import type { PromiseWhole, Revision } from '../../contract/promises.ts';
import { useWords } from '../platform/words.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { OutcomeTag } from './rows.tsx';
import css from './promises.module.css';

export function History({ promise }: { promise: PromiseWhole }) {
  const { t } = useWords();
  return (
    <RowList label={t('promises.history')}>
      {promise.history.map((step, index) => (
        <Step key={`${step.at}${index}`} step={step} promise={promise} />
      ))}
    </RowList>
  );
}

const timed: readonly Revision['kind'][] = ['made', 'countered', 'proposed', 'accepted', 'returned'];

function Step({ step, promise }: { step: Revision; promise: PromiseWhole }) {
  const { t, rich } = useWords();
  const words =
    step.words ?? (step.kind === 'ended' ? promise.thanks : step.kind === 'delivered' ? promise.done : null);
  return (
    <Row
      time={<RelativeTime at={step.at} stacked />}
      title={
        step.kind === 'ended' && promise.outcome ? (
          <OutcomeTag outcome={promise.outcome} />
        ) : (
          t(`promises.step.${step.kind}`)
        )
      }
      sub={
        <>
          {step.by && <span>{step.by.name}</span>}
          {timed.includes(step.kind) && (
            <span>{rich('promises.step.due', { when: <RelativeTime at={step.due} show="when" inside /> })}</span>
          )}
          {step.kind === 'delivered' && !step.inTime && <span>{t('promises.step.late')}</span>}
          {words && (
            <q className={css.said} dir="auto">
              {words}
            </q>
          )}
        </>
      }
    />
  );
}

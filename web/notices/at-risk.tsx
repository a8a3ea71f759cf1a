// A promise of mine that may not hold: why, for my eyes alone, and the new time that would, asked for in one tap.
import { useQuery } from '@tanstack/react-query';
import { promisesApi } from '../../contract/promise-moves.ts';
import type { PromiseRisk, PromiseView } from '../../contract/promises.ts';
import { goOnFromAct } from '../platform/after-act.ts';
import { useNow } from '../platform/now.ts';
import { invalidate, read, useWrite } from '../platform/query.ts';
import { lengthInWords, whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import css from './notices.module.css';

type Known = Pick<PromiseView, 'risk' | 'suggestedDue'>;
type Props = {
  promise: string;
  /** What is known already of a promise that may be renegotiated; else it is looked up. */
  known?: Known;
  /** Only the button, where the reason has just been said. */
  bare?: boolean;
};

/** Nothing where the promise is not mine, or not at risk. */
export default function AtRisk({ promise: id, known, bare = false }: Props) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const found = useQuery(read(promisesApi.getPromise, { params: { id } }));
  const ask = useWrite(promisesApi.renegotiatePromise, {
    onDone: () => void invalidate(promisesApi.getPromise).then(goOnFromAct),
  });
  const { risk, suggestedDue } = known ?? found.data ?? {};
  if (!risk) return null;
  const may = known !== undefined || found.data?.can.includes('renegotiate');
  const offered = may && suggestedDue;
  if (bare && !offered) return null;
  const send = async (due: string) => {
    const { version = 0 } = found.data ?? (await found.refetch()).data ?? {};
    await ask.send({ params: { id }, ifMatch: version, body: { due, reason: t('notices.risk.words') } });
  };
  const when = (at: string) => whenInWords(new Date(at), now, words);
  return (
    <div className={css.risk}>
      {!bare && (
        <p>
          {t(
            `notices.risk.${risk.reason}`,
            factsOf(risk, (minutes) => lengthInWords(minutes, words).replaceAll(' ', '\u00a0'), when),
          )}{' '}
          {risk.reason !== 'timeShort' && <span>{t('notices.risk.private')}</span>}
        </p>
      )}
      {offered && (
        <Button weight={bare ? 'soft' : 'main'} wide={!bare} pending={ask.isPending} onClick={() => void send(offered)}>
          {t('notices.risk.propose', { when: when(offered) })}
        </Button>
      )}
      {ask.problem && <ProblemNote problem={ask.problem} />}
    </div>
  );
}

const factsOf = ({ facts }: PromiseRisk, length: (minutes: number) => string, when: (at: string) => string) => ({
  others: facts.others ?? 0,
  needed: length(facts.needed ?? 0),
  cases: facts.cases ?? 0,
  given: length(facts.given ?? 0),
  below: facts.belowDue ? when(facts.belowDue) : '',
});

// A promise of mine that may not hold: why, for my eyes alone, and the new time that would, asked for in one tap.
import { useQuery } from '@tanstack/react-query';
import { promisesApi } from '../../contract/promise-moves.ts';
import type { PromiseRisk } from '../../contract/promises.ts';
import { useNow } from '../platform/now.ts';
import { invalidate, read, useWrite } from '../platform/query.ts';
import { lengthInWords, whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import css from './notices.module.css';

/** `bare`: without the reason, where it has just been said. Nothing where the promise is not mine, or not at risk. */
export default function AtRisk({ promise: id, bare = false }: { promise: string; bare?: boolean }) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const found = useQuery(read(promisesApi.getPromise, { params: { id } }));
  const ask = useWrite(promisesApi.renegotiatePromise, { onDone: () => void invalidate(promisesApi.getPromise) });
  const { risk, suggestedDue, can, version } = found.data ?? {};
  if (!risk) return null;
  const offered = suggestedDue && can?.includes('renegotiate') ? suggestedDue : null;
  if (bare && !offered) return null;
  const send = (due: string) =>
    ask.send({ params: { id }, ifMatch: version ?? 0, body: { due, reason: t('notices.risk.words') } });
  return (
    <div className={css.risk}>
      {!bare && (
        <p>
          {t(
            `notices.risk.${risk.reason}`,
            factsOf(risk, (minutes) => lengthInWords(minutes, words)),
          )}
        </p>
      )}
      {offered && (
        <Button weight="soft" pending={ask.isPending} onClick={() => void send(offered)}>
          {t('notices.risk.propose', { when: whenInWords(new Date(offered), now, words) })}
        </Button>
      )}
      {ask.problem && <ProblemNote problem={ask.problem} />}
    </div>
  );
}

const factsOf = ({ facts }: PromiseRisk, length: (minutes: number) => string) => ({
  left: length(facts.left),
  others: facts.others ?? 0,
  needed: length(facts.needed ?? 0),
  cases: facts.cases ?? 0,
  most: length(facts.most ?? 0),
  given: length(facts.given ?? 0),
});

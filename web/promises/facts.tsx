// What the card says under the time: why, what was done, what got in the way, what comes next.
import type { ReactNode } from 'react';
import type { PromiseWhole } from '../../contract/promises.ts';
import { useWords } from '../platform/words.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';

const Inside = ({ at }: { at: string }) => <RelativeTime at={at} show="when" inside />;
const When = ({ at }: { at: string }) => <RelativeTime at={at} show="when" />;

export function Facts({ promise }: { promise: PromiseWhole }) {
  const { t, rich } = useWords();
  const { proposal, missReason } = promise;
  const facts: (readonly [string, ReactNode] | false | null)[] = [
    proposal && [t('promises.card.because'), proposal.reason],
    proposal && proposal.deliverable !== promise.deliverable && [t('promises.card.instead'), proposal.deliverable],
    proposal && [t('promises.card.until'), rich('promises.card.untilWords', { when: <Inside at={promise.due} /> })],
    promise.outcome !== null && [t('promises.card.promisedFor'), <When key="promised" at={promise.due} />],
    promise.renegotiations > 0 && [t('promises.card.first'), <When key="first" at={promise.firstDue} />],
    promise.done !== null && [t('promises.card.done'), promise.done],
    promise.closeBy !== null && [
      t('promises.card.silence'),
      rich('promises.card.silenceWords', { when: <Inside at={promise.closeBy} /> }),
    ],
    missReason !== null && [t('promises.card.missed'), promise.missWords ?? t(`requests.miss.${missReason}`)],
    promise.thanks !== null && [t('promises.card.thanks'), promise.thanks],
  ];
  const told = facts.filter((fact) => fact !== null && fact !== false);
  return (
    <>
      {told.length > 0 && (
        <dl>
          {told.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {promise.closedBySilence && <p>{t('promises.card.bySilence')}</p>}
      {promise.can.includes('accept') && !promise.overdue && <p>{t('promises.card.open')}</p>}
    </>
  );
}

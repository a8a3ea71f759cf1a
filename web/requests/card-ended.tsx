// What the card says once a request has ended. Silence is told as silence, never as satisfaction.
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Fact, InSentence, Punctual, sides, type Of } from './card-parts.tsx';

const rated = ['timing', 'quality', 'accuracy'] as const;

export function Closed({ request }: Of) {
  const { t } = useWords();
  const me = useMe();
  const { ratings, thanks, closedBySilence, promise } = request;
  // What ended in an earlier system was neither kept nor left in silence here.
  if (request.imported && !promise)
    return (
      <>
        <h2>{t('requests.card.closedElsewhere')}</h2>
        <p>{t('requests.card.closedElsewhereWords')}</p>
      </>
    );
  const held = promise?.outcome === 'kept' || promise?.outcome === 'keptRenegotiated';
  return (
    <>
      <h2>
        {t(closedBySilence ? 'requests.card.closedSilence' : held ? 'requests.card.kept' : 'requests.card.accepted')}
      </h2>
      {closedBySilence && <p>{t('requests.card.closedSilenceWords')}</p>}
      {thanks && (
        <blockquote dir="auto">
          {thanks}
          <cite>{request.requester.name}</cite>
        </blockquote>
      )}
      <Punctual request={request} />
      <dl>
        {request.provider && (
          <Fact name={t('requests.card.did', sides(request.provider, request.requester, me.id))}>
            {request.delivered}
          </Fact>
        )}
        {ratings &&
          rated.map((side) => {
            const step = ratings[side];
            return (
              step !== undefined && (
                <Fact key={side} name={t(`requests.rate.${side}`)}>
                  {t(`requests.rate.${side}.${stepOf(step)}`)}
                </Fact>
              )
            );
          })}
      </dl>
    </>
  );
}

const stepOf = (step: number): 1 | 2 | 3 | 4 | 5 => ([1, 2, 3, 4, 5] as const).find((one) => one === step) ?? 3;

export function Declined({ request }: Of) {
  const { t } = useWords();
  return (
    <>
      <h2>{t('requests.card.declined')}</h2>
      {request.declined && (
        <dl>
          <Fact name={t('requests.card.because')}>{request.declined.reason}</Fact>
          {request.declined.instead && <Fact name={t('requests.card.instead')}>{request.declined.instead}</Fact>}
        </dl>
      )}
      <Again request={request} />
    </>
  );
}

export function Withdrawn({ request }: Of) {
  const { t } = useWords();
  return (
    <>
      <h2>{t('requests.card.withdrawn')}</h2>
      <p>{t('requests.card.withdrawnWords')}</p>
      <Again request={request} />
    </>
  );
}

export function Revoked({ request }: Of) {
  const { t } = useWords();
  return (
    <>
      <h2>{t('requests.card.revoked')}</h2>
      <p>{t('requests.card.revokedWords')}</p>
      <Again request={request} />
    </>
  );
}

/** Until when it can be opened again, for whoever may. */
function Again({ request }: Of) {
  const { rich } = useWords();
  if (!request.reopenUntil || !request.can.includes('reopen')) return null;
  return <p>{rich('requests.card.reopen', { when: <InSentence at={request.reopenUntil} /> })}</p>;
}

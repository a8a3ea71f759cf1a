// What the card says in each state: the time as a title, then what, by whom, and what comes next. Ended ones: card-ended.tsx.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import type { RequestState } from '../../contract/requests.ts';
import { read } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { cityOf, lengthInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Tag } from '../ui/tag.tsx';
import { Closed, Declined, Revoked, Withdrawn } from './card-ended.tsx';
import { Fact, InSentence, Punctual, sides, When, type Of } from './card-parts.tsx';
import { askedOf, firstName } from './names.ts';
import css from './promise-card.module.css';

export function CardWords({ request }: Of) {
  const Words = says[request.state];
  return <Words request={request} />;
}

const says: Record<RequestState, (of: Of) => ReactNode> = {
  asked: Asked,
  countered: Countered,
  promised: Promised,
  delivered: Delivered,
  closed: Closed,
  declined: Declined,
  withdrawn: Withdrawn,
  revoked: Revoked,
};

function Asked({ request }: Of) {
  const { t, rich } = useWords();
  const me = useMe();
  if (request.waitsFor.length > 0)
    return (
      <>
        <h2>{t('requests.card.waitsYes', { mine: request.waitsFor.some(({ id }) => id === me.id) ? 'yes' : 'no' })}</h2>
        <p>{t('requests.card.waitsYesWords', { team: askedOf(request) })}</p>
      </>
    );
  if (request.greetedBy)
    return (
      <>
        <h2>
          {t('requests.card.greeted', {
            you: request.greetedBy.id === me.id ? 'yes' : 'no',
            name: firstName(request.greetedBy),
          })}
        </h2>
        <p>{t('requests.card.promiseNext')}</p>
      </>
    );
  return (
    <div className={request.ungreeted ? `${css.said} ${css.worried}` : css.said}>
      <h2>{t(request.ungreeted ? 'requests.card.ungreeted' : 'requests.card.asked')}</h2>
      <p>
        {rich(request.ungreeted ? 'requests.card.ungreetedWords' : 'requests.card.askedWords', {
          to: askedOf(request),
          when: <InSentence at={request.greetBy} />,
          team: request.team ? 'yes' : 'no',
        })}
      </p>
    </div>
  );
}

function Countered({ request }: Of) {
  const { t } = useWords();
  const me = useMe();
  const { counter } = request;
  if (!counter) return null;
  return (
    <>
      <h2>
        <When at={counter.due} />
        <small>
          <RelativeTime at={counter.due} show="distance" />
        </small>
      </h2>
      <dl>
        <Fact name={t('requests.card.offers', sides(counter.by, request.requester, me.id))}>{counter.deliverable}</Fact>
        <Fact name={t('requests.card.because')}>{counter.reason}</Fact>
      </dl>
    </>
  );
}

function Promised({ request }: Of) {
  const { t, rich } = useWords();
  const me = useMe();
  const { promise } = request;
  if (!promise) return null;
  const { proposal } = promise;
  return (
    <>
      <div className={request.overdue && !proposal ? css.missed : request.atRisk || proposal ? css.worried : undefined}>
        <h2>
          <When at={proposal?.due ?? promise.due} />
          <small>
            {proposal ? (
              <>
                {t('requests.card.newTime', sides(promise.by, promise.to, me.id))} ·{' '}
                <s>
                  <InSentence at={promise.due} />
                </s>
              </>
            ) : (
              <RelativeTime at={promise.due} show="distance" />
            )}
          </small>
        </h2>
      </div>
      {request.overdue ? (
        <div>
          <Tag kind="miss">{t('requests.tag.overdue')}</Tag>
        </div>
      ) : (
        (request.atRisk || request.mayNotHold) && (
          <div>
            <Tag kind="risk">{t('requests.tag.atRisk')}</Tag>
          </div>
        )
      )}
      <dl>
        {proposal && <Fact name={t('requests.card.because')}>{proposal.reason}</Fact>}
        <Fact name={t('requests.card.promised', sides(promise.by, promise.to, me.id))}>
          {proposal?.deliverable || promise.deliverable}
        </Fact>
        {!request.overdue && <TimeLeft request={request} due={proposal?.due ?? promise.due} />}
        {promise.renegotiations > 0 && (
          <Fact name={t('requests.card.first')}>
            <When at={promise.firstDue} />
          </Fact>
        )}
        {proposal && (
          <Fact name={t('requests.card.until')}>
            {rich('requests.card.untilWords', { when: <InSentence at={promise.due} /> })}
          </Fact>
        )}
      </dl>
    </>
  );
}

/** Working time of the serving side until the due instant, in words; nothing until it is known. */
function TimeLeft({ request, due }: Of & { due: string }) {
  const words = useWords();
  const { t } = words;
  const { data } = useQuery({
    ...read(requestsApi.listDueChoices, { params: { id: request.id }, query: { at: due } }),
    refetchInterval: 60_000,
  });
  const told = data?.items.find((choice) => choice.code === 'asked');
  if (!told) return null;
  const length =
    told.workingDays >= 2
      ? t('requests.due.days', { count: told.workingDays })
      : told.workingMinutes < 1
        ? t('requests.card.noWork')
        : t('requests.card.work', { length: lengthInWords(Math.max(0, Math.round(told.workingMinutes)), words) });
  const there =
    told.zone === words.zone
      ? ''
      : ` · ${t('requests.card.there', { time: clockThere(due, told.zone, words.locale) })}`;
  return (
    <Fact name={t('requests.card.left')}>
      {length}, {cityOf(told.zone)}
      {there}
    </Fact>
  );
}

const clockThere = (at: string, zone: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(
    new Date(at),
  );

function Delivered({ request }: Of) {
  const { t, rich } = useWords();
  const me = useMe();
  const mine = request.can.includes('accept');
  return (
    <>
      <h2>{t(mine ? 'requests.card.yourWord' : 'requests.card.delivered')}</h2>
      <Punctual request={request} />
      <dl>
        {request.provider && (
          <Fact name={t('requests.card.did', sides(request.provider, request.requester, me.id))}>
            {request.delivered}
          </Fact>
        )}
        {request.deliverable && <Fact name={t('requests.card.wasPromised')}>{request.deliverable}</Fact>}
        {request.closeBy && (
          <Fact name={t('requests.card.silence')}>
            {rich('requests.card.silenceWords', { when: <InSentence at={request.closeBy} /> })}
          </Fact>
        )}
      </dl>
    </>
  );
}

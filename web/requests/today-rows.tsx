// One row of each of the day's lists, said from where the reader stands: what I owe, what waits for my word, what I am asked, what I wait for.
import type { ReactNode, Ref } from 'react';
import type { RequestRow } from '../../contract/requests.ts';
import { useNow } from '../platform/now.ts';
import { useMe } from '../platform/session.tsx';
import { clock, dayNumber, whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row } from '../ui/row.tsx';
import { Tag } from '../ui/tag.tsx';
import { RowActs, useActs } from './acts.tsx';
import { AnswerActs } from './answer-acts.tsx';
import { askedOf, firstName, servedBy } from './names.ts';
import { saysAlready } from './nearly-same.ts';
import { offersOf } from './offers.ts';
import { needsWord } from './today-sentence.ts';
import { WaitsForYes } from './waits-for-yes.tsx';

type RowProps = { request: RequestRow; ref: Ref<HTMLLIElement> };

const toOf = (request: RequestRow) => `/requests/${request.id}`;
const Said = ({ children }: { children: ReactNode }) => <span dir="auto">{children}</span>;

const dayOf = (at: string | null, zone: string) => (at ? dayNumber(new Date(at), zone) : null);

/** What is told, and after it somebody's own words. */
const With = ({ children, words }: { children: ReactNode; words: string | null }) => (
  <Said>
    {children}
    {words && (
      <>
        {' · '}
        <q dir="auto">{words}</q>
      </>
    )}
  </Said>
);

/** "tomorrow 10:00": an instant for the middle of a sentence. */
function useWhen(): (at: string | null) => string {
  const words = useWords();
  const now = useNow();
  return (at) => (at ? whenInWords(new Date(at), now, words) : '');
}

export function PromisedRow({ request, ref }: RowProps) {
  const { t } = useWords();
  const when = useWhen();
  const what = request.deliverable ?? request.title;
  return (
    <Row
      ref={ref}
      to={toOf(request)}
      late={needsWord(request)}
      time={request.due && <RelativeTime at={request.due} stacked />}
      title={<Said>{what}</Said>}
      sub={
        <>
          <With words={saysAlready(what, request.title) ? null : request.title}>
            {t('requests.today.row.for', { name: firstName(request.requester) })}
          </With>
          {request.overdue && <Tag kind="miss">{t('requests.today.row.overdue')}</Tag>}
          {(request.atRisk || request.mayNotHold) && !request.overdue && (
            <Tag kind="risk">{t('requests.today.row.atRisk')}</Tag>
          )}
          {request.proposedDue && <Tag>{t('requests.today.row.proposed', { when: when(request.proposedDue) })}</Tag>}
        </>
      }
      acts={<RowActs request={request} most={needsWord(request) ? 2 : 1} />}
    />
  );
}

/** A delivery to thank for, a new time to agree to, or an offer to accept. */
export function AwaitingRow({ request, ref }: RowProps) {
  const words = useWords();
  const { t } = words;
  const when = useWhen();
  const name = servedBy(request);
  const sameDay = dayOf(request.due, words.zone) === dayOf(request.proposedDue, words.zone);
  const row = { ref, to: toOf(request), acts: <MyWord request={request} /> };
  const tell = (word: string, at: string | null) => (
    <>
      <span>{word}</span>
      {at && (
        <small>
          <RelativeTime at={at} show="when" inside />
        </small>
      )}
    </>
  );
  if (request.state === 'delivered')
    return (
      <Row
        {...row}
        time={tell(t('requests.today.row.delivered'), request.deliveredAt)}
        title={<Said>{request.title}</Said>}
        sub={
          <>
            <With words={request.delivered}>{t('requests.today.row.by', { name })}</With>
            <InTime request={request} />
          </>
        }
      />
    );
  if (request.state === 'countered')
    return (
      <Row
        {...row}
        time={tell(t('requests.today.row.offered'), null)}
        title={<Said>{request.title}</Said>}
        sub={
          <Said>
            {t('requests.today.row.counter', {
              name: firstName(request.provider ?? request.requester),
              what: request.deliverable ?? '',
              when: when(request.due),
            })}
          </Said>
        }
      />
    );
  return (
    <Row
      {...row}
      late
      time={tell(t('requests.today.row.newTimeAsked'), request.proposedDue)}
      title={<Said>{request.title}</Said>}
      sub={
        <With words={request.proposedReason}>
          {t('requests.today.row.newTime', {
            name: firstName(request.provider ?? request.requester),
            new: when(request.proposedDue),
            old: sameDay ? clock(new Date(request.due ?? 0), words) : when(request.due),
          })}
        </With>
      }
    />
  );
}

/** Yes or not yet: the two answers, and nothing else beside them; the rest is on the request's page. */
function MyWord({ request }: { request: RequestRow }) {
  const { t } = useWords();
  const { start, underWay } = useActs();
  const { main, others } = offersOf(request);
  const no = others.find((act) => act === 'return' || act === 'askAgain' || act === 'holdToTime');
  return (
    <>
      {main && (
        <Button
          weight={request.state === 'delivered' ? 'main' : 'soft'}
          pending={underWay === request.id}
          onClick={() => start(request, main)}
        >
          {t(`requests.act.${main}`)}
        </Button>
      )}
      {no && (
        <Button weight="quiet" onClick={() => start(request, no)}>
          {t(`requests.act.${no}`)}
        </Button>
      )}
    </>
  );
}

function InTime({ request }: { request: RequestRow }) {
  const { t } = useWords();
  if (!request.due || !request.deliveredAt) return null;
  const inTime = Date.parse(request.deliveredAt) <= Date.parse(request.due);
  return inTime ? (
    <Tag kind="kept">{t('requests.today.row.onTime')}</Tag>
  ) : (
    <Tag kind="miss">{t('requests.today.row.afterTime')}</Tag>
  );
}

/** Asked of me or my teams. The one that nobody greeted in time offers the greeting first. */
export function AskedRow({ request, ref }: RowProps) {
  const { t } = useWords();
  const me = useMe();
  const asked = request.person?.id === me.id ? null : askedOf(request);
  return (
    <Row
      ref={ref}
      to={toOf(request)}
      late={request.ungreeted}
      time={<RelativeTime at={request.createdAt} show="distance" />}
      title={<Said>{request.title}</Said>}
      sub={
        <>
          <span>
            {[t('requests.today.row.from', { name: request.requester.name }), asked].filter(Boolean).join(' · ')}
          </span>
          {request.ungreeted && <Tag kind="risk">{t('requests.today.row.ungreeted')}</Tag>}
          <WaitsForYes request={request} />
          {request.greetedBy && <span>{t('requests.today.row.greeted', { name: firstName(request.greetedBy) })}</span>}
        </>
      }
      acts={<AnswerActs request={request} />}
    />
  );
}

export function WaitingRow({ request, ref }: RowProps) {
  const { t } = useWords();
  const promised = request.due !== null && request.state === 'promised';
  return (
    <Row
      ref={ref}
      to={toOf(request)}
      time={
        promised && request.due ? (
          <RelativeTime at={request.due} stacked />
        ) : (
          <>
            <span>{t('requests.today.row.notYet')}</span>
            <small>
              <RelativeTime at={request.createdAt} show="distance" inside />
            </small>
          </>
        )
      }
      title={<Said>{request.title}</Said>}
      sub={
        <>
          <span>
            {promised
              ? t('requests.today.row.promisedBy', { name: servedBy(request) })
              : t('requests.today.row.to', { name: askedOf(request) })}
          </span>
          {request.greetedBy && !promised && (
            <span>{t('requests.today.row.greeted', { name: firstName(request.greetedBy) })}</span>
          )}
          {request.overdue && <Tag kind="miss">{t('requests.today.row.overdue')}</Tag>}
          {request.ungreeted && <Tag kind="risk">{t('requests.today.row.ungreeted')}</Tag>}
          <WaitsForYes request={request} />
        </>
      }
    />
  );
}

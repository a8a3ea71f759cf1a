// A request as one line of a list: when, what, with whom, how it stands, and the next acts. For Today, queues and lists alike.
import type { ReactNode, Ref } from 'react';
import type { RequestRow as Line } from '../../contract/requests.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row } from '../ui/row.tsx';
import { Tag } from '../ui/tag.tsx';
import { RowActs } from './acts.tsx';
import { askedOf, servedBy } from './names.ts';
import { WaitsForYes } from './waits-for-yes.tsx';

/**
 * Inside `<RowList>` and `<ActsHost>`. `acts` replaces the usual acts (null: none); `more` stands after the tags;
 * `current` is the row the keyboard is on; `pick` a checkbox before it. `ofTeam`: the page is the team's own and need not name it.
 */
export function RequestRow(props: {
  request: Line;
  acts?: ReactNode;
  more?: ReactNode;
  current?: boolean;
  pick?: ReactNode;
  ofTeam?: boolean;
  ref?: Ref<HTMLLIElement>;
}) {
  const { t } = useWords();
  const { request } = props;
  return (
    <Row
      time={<RowTime request={request} />}
      title={<span dir="auto">{request.title}</span>}
      to={`/requests/${request.id}`}
      late={request.atRisk || request.overdue || request.ungreeted || request.proposedDue !== null}
      sub={
        <>
          <Whom request={request} ofTeam={props.ofTeam ?? false} />
          <Standing request={request} />
          <WaitsForYes request={request} />
          {request.checklist && <span>{t('requests.checklist.progress', request.checklist)}</span>}
          {props.more}
        </>
      }
      acts={props.acts === undefined ? <RowActs request={request} /> : props.acts}
      {...(props.current ? { current: true } : {})}
      {...(props.pick ? { pick: props.pick } : {})}
      {...(props.ref ? { ref: props.ref } : {})}
    />
  );
}

/** The left column: the promised time, or in a word where it stands and since when. */
export function RowTime({ request }: { request: Line }) {
  const { t } = useWords();
  const word = (id: Parameters<typeof t>[0], at: string | null, show: 'when' | 'distance' = 'when') => (
    <>
      <span>{t(id)}</span>
      {at && (
        <small>
          <RelativeTime at={at} show={show} inside />
        </small>
      )}
    </>
  );
  if (request.state === 'asked')
    return word(request.greetedBy ? 'requests.row.greeted' : 'requests.row.asked', request.createdAt, 'distance');
  if (request.state === 'countered') return word('requests.row.countered', request.due);
  if (request.proposedDue) return word('requests.row.newTime', request.proposedDue);
  if (request.state === 'promised' && request.due) return <RelativeTime at={request.due} stacked />;
  if (request.state === 'delivered') return word('requests.row.delivered', request.deliveredAt);
  return word(`requests.row.${ended(request)}`, request.endedAt);
}

const ended = ({ state }: Line) => (state === 'promised' || state === 'asked' ? 'closed' : state);

/** With whom, from the reader's side. */
function Whom({ request, ofTeam }: { request: Line; ofTeam: boolean }) {
  const { t } = useWords();
  const me = useMe();
  const mine = (request.provider ?? request.person)?.id === me.id;
  const asked = mine ? '' : askedOf(ofTeam ? { person: request.person, team: null } : request);
  const whom =
    request.requester.id === me.id
      ? t('requests.row.with', { name: servedBy(request) })
      : [t('requests.row.for', { name: request.requester.name }), mine ? '' : (request.provider?.name ?? asked)]
          .filter(Boolean)
          .join(' · ');
  return (
    <span dir="auto">
      {whom}
      {request.proposedReason && (
        <>
          {' · '}
          <q dir="auto">{request.proposedReason}</q>
        </>
      )}
    </span>
  );
}

/** Tags for what needs to be seen at once. */
function Standing({ request }: { request: Line }) {
  const { t } = useWords();
  if (request.ungreeted) return <Tag kind="risk">{t('requests.tag.ungreeted')}</Tag>;
  if (request.overdue) return <Tag kind="miss">{t('requests.tag.overdue')}</Tag>;
  if (request.atRisk) return <Tag kind="risk">{t('requests.tag.atRisk')}</Tag>;
  if (request.state === 'delivered' && request.due && request.deliveredAt)
    return request.deliveredAt <= request.due ? (
      <Tag kind="kept">{t('requests.tag.inTime')}</Tag>
    ) : (
      <Tag kind="miss">{t('requests.tag.late')}</Tag>
    );
  return null;
}

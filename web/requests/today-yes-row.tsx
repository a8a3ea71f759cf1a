// A row of the day: an ask that waits for the reader's yes before anybody may promise.
import type { Ref } from 'react';
import type { RequestRow } from '../../contract/requests.ts';
import { useWords } from '../platform/words.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row } from '../ui/row.tsx';
import { RowActs } from './acts.tsx';
import { askedOf } from './names.ts';

export function YesRow({ request, ref }: { request: RequestRow; ref: Ref<HTMLLIElement> }) {
  const { t } = useWords();
  return (
    <Row
      ref={ref}
      to={`/requests/${request.id}`}
      time={<RelativeTime at={request.createdAt} show="distance" />}
      title={<span dir="auto">{request.title}</span>}
      sub={
        <span>{[t('requests.today.row.from', { name: request.requester.name }), askedOf(request)].join(' · ')}</span>
      }
      acts={<RowActs request={request} />}
    />
  );
}

// Beside a request: what whoever serves it may promise along, unasked; and whether whoever needs it wanted what was promised along.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { anticipationApi, type Inclusion, type RequestAnticipations } from '../../contract/anticipation.ts';
import type { Request } from '../../contract/requests.ts';
import type { Slots } from '../platform/capability.ts';
import { keyOf, queries, read, useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Note } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import css from './anticipation.module.css';
import { Reasons } from './told.tsx';

export default function RequestNote({ request }: Slots['request']) {
  const { t } = useWords();
  const { data } = useQuery(read(anticipationApi.listRequestAnticipations, { params: { id: request.id } }));
  const items = data?.items.filter(({ can }) => can.includes('include')) ?? [];
  if (!data || (items.length === 0 && data.included.length === 0)) return null;
  return (
    <Note title={t('anticipation.title')}>
      <ul className={css.lines}>
        {data.included.map((one) => (
          <Included key={one.service.id} request={request} one={one} />
        ))}
        {items.map((item) => (
          <Includable key={item.service.id} request={request} item={item} />
        ))}
      </ul>
    </Note>
  );
}

/** Puts the answer of an act in its place. */
const settle = (request: Request, now: RequestAnticipations) =>
  queries.setQueryData(keyOf(anticipationApi.listRequestAnticipations, { params: { id: request.id } }), now);

function Includable({ request, item }: { request: Request; item: RequestAnticipations['items'][number] }) {
  const words = useWords();
  const { t } = words;
  const { id: needed, name } = item.service;
  const include = useWrite(anticipationApi.includeAnticipation, {
    onDone: (now) => {
      settle(request, now);
      const when = request.due ? whenInWords(new Date(request.due), new Date(), words) : '';
      toast(t('anticipation.included', { name, when }));
    },
  });
  return (
    <li className={css.line}>
      <p>{name}</p>
      <small>
        <Reasons of={item} />
      </small>
      <Button pending={include.isPending} onClick={() => void include.send({ params: { id: request.id, needed } })}>
        {t('anticipation.include')}
      </Button>
      {include.problem && <ProblemNote problem={include.problem} />}
    </li>
  );
}

function Included({ request, one }: { request: Request; one: Inclusion }) {
  const { t } = useWords();
  const me = useMe();
  const answer = useWrite(anticipationApi.answerInclusion, { onDone: (now) => settle(request, now) });
  const say = (wanted: boolean) =>
    void answer.send({ params: { id: request.id, needed: one.service.id }, body: { wanted } });
  const mine = one.by.id === me.id;
  const state = one.wanted === null ? 'open' : one.wanted ? 'yes' : 'no';
  return (
    <li className={css.line}>
      <p>
        <Link to={`/promises/${one.promise}`}>{one.service.name}</Link>
      </p>
      <small role="status">
        {mine ? t(`anticipation.mine.${state}`) : t(`anticipation.theirs.${state}`, { name: one.by.name })}
      </small>
      {one.can.includes('answer') && (
        <div className={css.acts}>
          {one.wanted === null && (
            <Button onClick={() => say(true)} pending={answer.isPending}>
              {t('anticipation.yes')}
            </Button>
          )}
          <Button weight="quiet" onClick={() => say(false)} pending={answer.isPending}>
            {t(one.wanted === null ? 'anticipation.no' : 'anticipation.no.after')}
          </Button>
        </div>
      )}
      {answer.problem && <ProblemNote problem={answer.problem} />}
    </li>
  );
}

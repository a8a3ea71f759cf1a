// Beside a request, for whoever serves it: how much time is left until a goal of their team is missed.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { goalsApi, type RequestGoal } from '../../contract/goals.ts';
import type { Slots } from '../platform/capability.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Note } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { everyMinute, useFresh } from './fresh.ts';
import { leftInWords } from './in-words.ts';
import css from './goals.module.css';

export default function RequestGoals({ request }: Slots['request']) {
  const { t } = useWords();
  useFresh();
  const { data } = useQuery({
    ...read(goalsApi.listRequestGoals, { params: { id: request.id } }),
    // Whose goals it does not run by need not be asked again and again.
    refetchInterval: (query) => (query.state.data?.items.length ? everyMinute.refetchInterval : false),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Note title={t('goals.request.title')}>
      <ul className={css.beside}>
        {data.items.map((item) => (
          <Line key={item.goal.id} item={item} />
        ))}
      </ul>
    </Note>
  );
}

function Line({ item }: { item: RequestGoal }) {
  const words = useWords();
  return (
    <li>
      <Link to={`/goals/${item.goal.id}`}>
        <span dir="auto">{item.goal.sentence}</span>
      </Link>
      <small>
        {leftInWords(item.left, item, words)} · <RelativeTime at={item.due} show="when" inside />
      </small>
    </li>
  );
}

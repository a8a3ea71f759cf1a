// On Today: promises outside of requests that are due soon or wait for my word. Renders nothing, and fetches no more, when there are none.
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { promisesApi } from '../../contract/promise-moves.ts';
import { read } from '../platform/query.ts';
import { later } from '../platform/words.tsx';

const TodayList = lazy(later(() => import('./today-list.tsx')));

export default function TodayFill() {
  const { data } = useQuery(read(promisesApi.getPromisesToday, {}));
  const seen = new Set<string>();
  const rows = [...(data?.waiting ?? []), ...(data?.due ?? [])].filter(
    ({ id }) => !seen.has(id) && seen.add(id) !== undefined,
  );
  return rows.length > 0 ? <TodayList promises={rows} /> : null;
}

// Reads and writes for components, on TanStack Query: what is on the page stays fresh, and a repeated write keeps its key.
import {
  infiniteQueryOptions,
  QueryClient,
  queryOptions,
  useMutation,
  type UseMutationResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { Answer, Route } from '../../contract/route.ts';
import { call, newKey, problemOf, type Problem, type Sent } from './api.ts';

/** Everything that was read. Live changes mark it stale; `invalidate` does so by hand. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, gcTime: 10 * 60_000, retry: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** The key under which answers of a route are kept; without `sent`, of all calls of that route. */
export const keyOf = (route: Route, sent?: { params?: unknown; query?: unknown }) =>
  sent
    ? ([route.method, route.path, sent.params ?? null, sent.query ?? null] as const)
    : ([route.method, route.path] as const);

/** `useQuery(read(peopleApi.getPerson, { params: { id } }))` */
export const read = <R extends Route>(route: R, sent: Sent<R>) =>
  queryOptions<Answer<R>, Problem>({
    queryKey: keyOf(route, sent),
    queryFn: ({ signal }) => call(route, sent, { signal }),
  });

type Paged<R extends Route> = Answer<R> extends { items: unknown[]; next: string | null } ? R : never;

/** `useInfiniteQuery(readPages(requestsApi.listRequests, { query }))` for lists with a cursor; `data` is all items so far. */
export const readPages = <R extends Route>(route: Paged<R>, sent: Sent<R>) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(route, sent), 'pages'] as const,
    initialPageParam: null as string | null,
    queryFn: async ({ signal, pageParam }) => {
      const query = { ...(sent.query as object | undefined), ...(pageParam ? { cursor: pageParam } : {}) };
      return (await call(route, { ...sent, query } as Sent<R>, { signal })) as Answer<R> & {
        items: unknown[];
        next: string | null;
      };
    },
    getNextPageParam: (last) => last.next,
    select: (all) =>
      all.pages.flatMap((one) => one.items) as (Answer<R> extends { items: (infer Item)[] } ? Item : never)[],
  });

/** Marks all answers of these routes stale; those on the page are read again at once. */
export const invalidate = (...routes: Route[]) =>
  Promise.all(routes.map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })));

export type Write<R extends Route> = Omit<UseMutationResult<Answer<R>, Problem, Sent<R>>, 'error'> & {
  /** What the server refused, or null. Give it to `<Form problem>`. */
  problem: Problem | null;
  /** Sends; resolves with the answer, or with null when refused (then `problem` says why). */
  send: (sent: Sent<R>) => Promise<Answer<R> | null>;
};

/**
 * One write of a form. Sending the same content again after a failure keeps the Idempotency-Key, so that it takes effect once;
 * other content, or a success, begins a new key. `stale` are the routes to read again afterwards.
 */
export function useWrite<R extends Route>(
  route: R,
  options: { stale?: readonly Route[]; onDone?: (answer: Answer<R>, sent: Sent<R>) => void } = {},
): Write<R> {
  const attempt = useRef<{ content: string; key: string } | null>(null);
  const mutation = useMutation<Answer<R>, Problem, Sent<R>>({
    mutationFn: (sent) => {
      const content = contentOf(sent);
      if (attempt.current?.content !== content) attempt.current = { content, key: newKey() };
      return call(route, sent, { key: attempt.current.key });
    },
    onSuccess: async (answer, sent) => {
      attempt.current = null;
      options.onDone?.(answer, sent);
      await invalidate(...(options.stale ?? []));
    },
  });
  const { error, mutateAsync } = mutation;
  const send = async (sent: Sent<R>) => {
    try {
      return await mutateAsync(sent);
    } catch {
      return null;
    }
  };
  return { ...mutation, problem: problemOf(error), send };
}

// A file has no content in JSON; its name, size and time tell two of them apart.
const contentOf = (sent: unknown) =>
  JSON.stringify(sent, (_key, value: unknown) =>
    value instanceof File
      ? [value.name, value.size, value.lastModified]
      : value instanceof Blob
        ? [value.type, value.size]
        : value,
  );

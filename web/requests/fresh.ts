// Keeping what is on the page true: news of requests, and answers of one's own moves, reach every list and page that shows them.
import { linksApi } from '../../contract/request-links.ts';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request } from '../../contract/requests.ts';
import { onChange } from '../platform/live.ts';
import { keyOf, queries } from '../platform/query.ts';

const lists = [requestsApi.getToday, requestsApi.getQueue, requestsApi.listRequests];
const soon = 250;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Reads the lists again, once for a burst of news. */
function freshenLists(): void {
  clearTimeout(waiting);
  waiting = setTimeout(
    () => lists.forEach((route) => void queries.invalidateQueries({ queryKey: keyOf(route) })),
    soon,
  );
}

/** Reads again all that is shown of one request. */
export function freshen(id: string): void {
  freshenOne(id);
  freshenLists();
}

function freshenOne(id: string): void {
  const params = { id };
  void queries.invalidateQueries({ queryKey: keyOf(requestsApi.getRequest, { params }) });
  for (const route of [requestsApi.listMessages, requestsApi.listDueChoices, linksApi.listRequestLinks])
    void queries.invalidateQueries({ queryKey: [route.method, route.path, params] });
}

/** Puts the answer of a move in its place, and reads again what else it touches. */
export function settle(request: Request): void {
  queries.setQueryData(keyOf(requestsApi.getRequest, { params: { id: request.id } }), request);
  freshen(request.id);
}

/** Listens as long as the app runs. An open request that is none of ours is read again only where it is shown. */
export function hearRequests(): void {
  onChange('request', ({ id }) => freshen(id));
  onChange('openRequest', ({ id }) => freshenOne(id));
}

// Finding a request among those one sees: by words, or the newest when nothing is typed yet.
import { findingApi } from '../../contract/finding.ts';
import { requestsApi } from '../../contract/request-moves.ts';
import type { RequestRow } from '../../contract/requests.ts';
import { call } from '../platform/api.ts';
import type { Findable, Search } from '../ui/combobox.tsx';

const most = 8;

/** Only those that `fits`. */
export const findRequests =
  (fits: (request: RequestRow) => boolean): Search<Findable> =>
  async (text, signal) => {
    const found: RequestRow[] = text
      ? (await call(findingApi.search, { query: { q: text, limit: 50 } }, { signal })).requests.items.map(
          (item) => item.request,
        )
      : (await call(requestsApi.listRequests, { query: { limit: 50 } }, { signal })).items;
    return found
      .filter(fits)
      .slice(0, most)
      .map(({ id, title, number, requester }) => ({ id, name: title, does: `#${number} · ${requester.name}` }));
  };

// The words of a service with which its team says hello or goodbye: offered where one writes, never sent unread.
import { useQuery } from '@tanstack/react-query';
import { catalogApi } from '../../contract/catalog.ts';
import type { Request, RequestRow } from '../../contract/requests.ts';
import { read } from '../platform/query.ts';
import { firstName } from './names.ts';

/** Empty when there are none, or the request is of no service. A team may write {name} where the colleague's name goes. */
export function useStandard(request: RequestRow | Request, which: 'greetingStandard' | 'closingStandard'): string {
  const service = 'service' in request ? request.service : null;
  const { data } = useQuery({
    ...read(catalogApi.getService, { params: { id: service?.id ?? '' } }),
    enabled: service !== null,
    retry: false,
  });
  return (data?.[which] ?? '').replaceAll('{name}', firstName(request.requester));
}

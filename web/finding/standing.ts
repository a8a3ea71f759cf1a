// How a request stands, in half a sentence: "Mika Korhonen promised it by Tuesday 12:00". Pure.
import type { RequestRow } from '../../contract/requests.ts';
import { whenInWords } from '../platform/time.ts';
import type { Speech } from '../platform/words.tsx';

/** `now` only decides how the due time is said; whether it has passed is the server's word. */
export function standingOf(request: RequestRow, now: Date, words: Speech): string {
  const { state, requester, greetedBy, overdue } = request;
  const by = request.provider?.name ?? request.person?.name ?? request.team?.name ?? '';
  const values = {
    requester: requester.name,
    provider: by,
    greeter: greetedBy?.name ?? '',
    due: request.due ? whenInWords(new Date(request.due), now, words) : '',
  };
  if (state === 'asked') return words.t(`finding.state.${greetedBy ? 'greeted' : 'asked'}`, values);
  if (state === 'promised') return words.t(`finding.state.${overdue ? 'overdue' : 'promised'}`, values);
  return words.t(`finding.state.${state}`, values);
}

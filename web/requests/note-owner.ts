// Whose team-only notes the reader sees here. A note belongs for ever to the team that wrote it. Pure.
import type { Entry, Request } from '../../contract/requests.ts';

/** The team's name where there can be no doubt, else null. */
export function noteOwner(
  request: Pick<Request, 'team'>,
  entries: readonly Entry[],
  mine: readonly { id: string; name: string }[],
): string | null {
  const [only, ...more] = mine;
  if (only && more.length === 0) return only.name;
  const moved = entries.some((entry) => entry.kind === 'event' && entry.what === 'handedOver');
  return moved ? null : (request.team?.name ?? null);
}

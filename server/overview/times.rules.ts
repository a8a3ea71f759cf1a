// How long one request took, from its history: pure. Working time is the team's.
import type { EntryKind } from '../../contract/requests.ts';
import { workingMinutes, type WorkingCalendar } from '../platform/working-time.ts';

export type Happening = { what: EntryKind; at: Date };

export type History = {
  askedAt: Date;
  /** In the order in which it happened. */
  happenings: readonly Happening[];
  /** The promise that it was delivered on, if it was. */
  promise: { madeAt: Date; firstDue: Date; deliveredAt: Date } | null;
};

export type Times = {
  /** From the ask, or from its being handed to this team, to the first hello. */
  greetMinutes: number | null;
  /** Null while there is still time. */
  greetedInTime: boolean | null;
  promiseMinutes: number | null;
  offeredMinutes: number | null;
  askMinutes: number | null;
  returned: boolean;
  reopened: boolean;
};

const hellos = new Set<EntryKind>(['greeted', 'promised', 'countered', 'declined']);

/** Only the first hello of the first opening counts: who asks again is known by then. */
export function timesOf({ askedAt, happenings, promise }: History, calendar: WorkingCalendar): Times {
  const over = happenings.findIndex(({ what }) => what === 'reopened');
  const first = over < 0 ? happenings : happenings.slice(0, over);
  const handed = first.findLastIndex(({ what }) => what === 'handedOver');
  const opening = first.slice(handed + 1);
  const start = first[handed]?.at ?? askedAt;
  const hello = opening.find(({ what }) => hellos.has(what));
  const late = opening.find(({ what }) => what === 'ungreeted');
  const taking = (from: Date, to: Date) => Math.max(0, workingMinutes(calendar, from, to));
  return {
    greetMinutes: hello ? taking(start, hello.at) : null,
    greetedInTime: late && (!hello || late.at <= hello.at) ? false : hello ? true : null,
    promiseMinutes: promise && taking(promise.madeAt, promise.deliveredAt),
    offeredMinutes: promise && taking(promise.madeAt, promise.firstDue),
    askMinutes: promise && taking(askedAt, promise.deliveredAt),
    returned: happenings.some(({ what }) => what === 'returned'),
    reopened: over >= 0,
  };
}

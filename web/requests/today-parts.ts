// What the lists of a day are called, on Today and where one of them stands whole.
import { todayParts, type TodayPart } from '../../contract/requests.ts';

export const titleOf = {
  promised: 'requests.today.promised.title',
  awaitingMyYes: 'requests.today.yes.title',
  awaitingMyWord: 'requests.today.awaiting.title',
  unanswered: 'requests.today.unanswered.title',
  waitingFor: 'requests.today.waitingFor.title',
} as const satisfies Record<TodayPart, string>;

/** The list that an address names, or null. */
export const partOf = (word: string): TodayPart | null => todayParts.find((part) => part === word) ?? null;

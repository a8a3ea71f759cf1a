// How the timeline is told: what belongs together is one entry on the page. Pure.
import type { Entry } from '../../contract/requests.ts';

/** Something that happened, rather than something that was said. */
export type Happening = Extract<Entry, { kind: 'event' }>;

export type Shown = {
  entry: Entry;
  /** What the other side said to an offered new time. */
  answer?: Happening;
  /** These words were the hello. */
  hello?: boolean;
  /** Another minute than the entry before. */
  timed: boolean;
};

/** What belongs together is told in one breath: a new time and its answer, a hello and its words. */
export function toldTogether(entries: readonly Entry[]): Shown[] {
  const shown: Shown[] = [];
  for (const entry of entries) {
    const last = shown.at(-1);
    if (last && entry.kind === 'event' && answers(entry, last)) last.answer = entry;
    else if (last && entry.kind === 'event' && entry.what === 'greeted' && isHello(last.entry, entry))
      last.hello = true;
    else shown.push({ entry, timed: minuteOf(last?.entry) !== minuteOf(entry) });
  }
  return shown;
}

const minuteOf = (entry: Entry | undefined) => entry?.at.slice(0, 16);

const answers = (entry: Happening, { entry: last, answer }: Shown): boolean =>
  (entry.what === 'proposalAccepted' || entry.what === 'proposalHeld') &&
  last.kind === 'event' &&
  last.what === 'proposed' &&
  !answer;

const isHello = (last: Entry, greeted: Happening): boolean =>
  last.kind === 'message' && last.at === greeted.at && last.by.id === greeted.by?.id;

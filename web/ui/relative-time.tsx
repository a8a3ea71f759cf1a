// An instant as people say it, kept true while the page is open; the exact one with its zone on hover and for screen readers.
import { useNow } from '../platform/now.ts';
import { capital, distanceInWords, exactInWords, whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Hidden } from './hidden.tsx';

/**
 * `show` both: "Today 12:00 · in 2 h 10" · when: "Today 12:00" · distance: "40 min ago".
 * `stacked` puts the distance under the time, for a row's left column. `inside` begins with a small letter, for the middle of a sentence.
 */
export function RelativeTime(props: {
  at: string | Date;
  show?: 'both' | 'when' | 'distance';
  stacked?: boolean;
  inside?: boolean;
}) {
  const words = useWords();
  const now = useNow();
  const at = new Date(props.at);
  const show = props.show ?? 'both';
  const exact = exactInWords(at, words);
  const when = whenInWords(at, now, words, !props.inside);
  const distance = distanceInWords(at, now, words);
  return (
    <time dateTime={at.toISOString()} title={exact}>
      {show !== 'distance' && when}
      {show === 'both' && (props.stacked ? <small>{distance}</small> : ` · ${distance}`)}
      {show === 'distance' && (props.inside ? distance : capital(distance, words.locale))}
      <Hidden>, {exact}</Hidden>
    </time>
  );
}

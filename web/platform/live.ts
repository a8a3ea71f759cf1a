// News from the server while the page is open: one stream, and when it fails, reading again every 15 seconds.
import { queries } from './query.ts';

/** One change. `subject` and `kind` are words of the capability that announced it. */
export type Change = { subject: string; id: string; kind: string };
type Listener = (change: Change) => void;

const listeners = new Map<string, Set<Listener>>();

/** Calls `listen` for each change of a subject ('request', 'notice', or '*' for all). Answers with how to stop. */
export function onChange(subject: string, listen: Listener): () => void {
  const those = listeners.get(subject) ?? new Set();
  listeners.set(subject, those.add(listen));
  return () => those.delete(listen);
}

function tell(change: Change): void {
  for (const listen of [...(listeners.get(change.subject) ?? []), ...(listeners.get('*') ?? [])]) listen(change);
}

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' &&
  value !== null &&
  'subject' in value &&
  typeof value.subject === 'string' &&
  'id' in value &&
  typeof value.id === 'string';

const readAllAgain = () => void queries.invalidateQueries({ refetchType: 'active' });
const pollEvery = 15_000;
const pollHidden = 60_000;
/** A hidden page keeps its stream for so long. */
const grace = 5000;

/**
 * Opens the stream after the place `since`, which was read before anything else on the page, so that nothing is missed between the
 * reading and the stream; answers with how to close it. The browser resumes a dropped stream from the last event by itself.
 * `onEnded` is told when the server closes it because the session is over.
 * A hidden page lets its stream go, because browsers allow one site only six connections however many pages are open;
 * it resumes where it was as soon as it is seen again.
 */
export function listenLive(since: string | null, onEnded: () => void, address = '/api/events'): () => void {
  let stream: EventSource | null = null;
  let polling: ReturnType<typeof setInterval> | undefined;
  let resting: ReturnType<typeof setInterval> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let last = since ?? '';
  let failures = 0;

  const open = () => {
    stream = new EventSource(last ? `${address}?after=${encodeURIComponent(last)}` : address);
    stream.addEventListener('open', () => {
      // After silence that the stream could not bridge, what is on the page may be old.
      if (polling) readAllAgain();
      clearInterval(polling);
      polling = undefined;
      failures = 0;
    });
    stream.addEventListener('change', (event) => {
      last = event.lastEventId || last;
      const change: unknown = JSON.parse(event.data);
      if (isChange(change)) tell(change);
    });
    stream.addEventListener('hello', (event) => {
      last = event.lastEventId || last;
    });
    // The server no longer knows what was missed, or it was too much to tell.
    stream.addEventListener('resync', (event) => {
      last = event.lastEventId || last;
      readAllAgain();
    });
    stream.addEventListener('ended', () => {
      close();
      onEnded();
      // Reading meets the end of the session, and asks to sign in again; then the stream goes on.
      readAllAgain();
      again = setTimeout(open, pollEvery);
    });
    // So many of my pages are open that this one, the oldest, makes room: it reads again until it is looked at anew.
    stream.addEventListener('crowded', () => {
      close();
      polling = setInterval(readAllAgain, pollEvery);
    });
    stream.addEventListener('error', () => {
      failures++;
      if (failures >= 2) polling ??= setInterval(readAllAgain, pollEvery);
      // A refused stream stays closed; one that dropped is opened again by the browser.
      if (stream?.readyState === EventSource.CLOSED) again = setTimeout(open, Math.min(30_000, 1000 * 2 ** failures));
    });
  };
  const close = () => {
    stream?.close();
    stream = null;
    clearInterval(polling);
    polling = undefined;
    clearTimeout(again);
  };
  const onSight = () => {
    clearTimeout(leaving);
    clearInterval(resting);
    resting = undefined;
    if (document.visibilityState === 'visible') {
      if (!stream) open();
      return;
    }
    leaving = setTimeout(
      () => {
        close();
        resting = setInterval(readAllAgain, pollHidden);
      },
      stream ? grace : 0,
    );
  };
  onSight();
  document.addEventListener('visibilitychange', onSight);
  return () => {
    document.removeEventListener('visibilitychange', onSight);
    clearTimeout(leaving);
    clearInterval(resting);
    close();
  };
}

// The stream as a page hears it: from where the session stood, and from where it was after a rest.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenLive, onChange } from './live.ts';
import { queries } from './query.ts';

class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static readonly all: Stream[] = [];
  readyState = 0;
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    Stream.all.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  says(kind: string, lastEventId: string, data: object = {}) {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data), lastEventId }));
  }
}
const latest = () => Stream.all.at(-1)!;
let seen: DocumentVisibilityState;
const see = (now: DocumentVisibilityState) => {
  seen = now;
  document.dispatchEvent(new Event('visibilitychange'));
};

let close: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  seen = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => seen);
  close = listenLive('7-1', () => undefined);
});
afterEach(() => {
  close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('it begins where the session stood, and goes on after what was heard last', () => {
  expect(latest().address).toBe('/api/events?after=7-1');
  const heard: string[] = [];
  const stop = onChange('request', ({ kind }) => void heard.push(kind));
  latest().says('change', '9-4', { subject: 'request', id: 'a', kind: 'message' });
  stop();
  expect(heard).toEqual(['message']);
  see('hidden');
  vi.advanceTimersByTime(5000);
  expect(latest().readyState).toBe(Stream.CLOSED);
  see('visible');
  expect(latest().address).toBe('/api/events?after=9-4');
});

test('it reads everything again when the server no longer knows what was missed', () => {
  const again = vi.spyOn(queries, 'invalidateQueries');
  latest().says('change', '9-5', { subject: 'notice', id: 'b', kind: 'news' });
  expect(again).not.toHaveBeenCalled();
  latest().says('resync', '12-1');
  expect(again).toHaveBeenCalledTimes(1);
});

test('it makes room where too many pages of one person listen, reads again meanwhile, and listens once it is looked at', () => {
  const again = vi.spyOn(queries, 'invalidateQueries');
  latest().says('change', '9-6', { subject: 'notice', id: 'c', kind: 'news' });
  const opened = Stream.all.length;
  latest().says('crowded', '');
  expect(latest().readyState).toBe(Stream.CLOSED);
  vi.advanceTimersByTime(60_000);
  expect(again).toHaveBeenCalledTimes(4);
  expect(Stream.all).toHaveLength(opened);
  see('hidden');
  see('visible');
  expect(Stream.all).toHaveLength(opened + 1);
  expect(latest().address).toBe('/api/events?after=9-6');
  latest().says('open', '');
  vi.advanceTimersByTime(60_000);
  expect(again).toHaveBeenCalledTimes(5);
});

// A process of its own that holds many open streams as browsers do, and writes down when it heard what. Started by live.ts.
import { connect, type Socket } from 'node:net';

export type ToListeners =
  | { tell: 'open'; port: number; each: number; people: { id: string; cookie: string }[]; atOnce: number }
  | { tell: 'judge'; changes: JudgedChange[]; opened: number }
  | { tell: 'state' };
/** A change of the log: when its write was acknowledged (null: never, it was cut off), in which part of the run, and who may hear of it. */
export type JudgedChange = { cursor: string; acknowledged: number | null; part: 0 | 1; hearers: string[] };
export type Spread = { count: number; p50: number; p95: number; p99: number; max: number };
export type Verdict = {
  heard: number;
  expected: number;
  missed: number;
  doubled: number;
  wrong: number;
  resyncs: number;
  ended: number;
  latency: [usual: Spread, across: Spread];
};
export type State = {
  open: number;
  heard: number;
  lastOpened: number;
  refused: Record<string, number>;
  connecting: number;
};

type Stream = {
  person: number;
  socket: Socket | null;
  /** The last event id that was heard. */
  last: string;
  rest: string;
  retry: number;
  /** Indexes of cursors, and when each was heard. */
  heard: number[];
  at: number[];
};

const clock = () => performance.timeOrigin + performance.now();
const cursors = new Map<string, number>();
const streams: Stream[] = [];
let people: { id: string; cookie: string }[] = [];
let port = 0;
let open = 0;
let heard = 0;
let lastOpened = 0;
const refused: Record<string, number> = {};
let resyncs = 0;
let ended = 0;

function openStream(stream: Stream, opened: () => void = () => undefined): void {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  stream.socket = socket;
  stream.rest = '';
  let answered = false;
  const { cookie } = people[stream.person] ?? { cookie: '' };
  const resume = stream.last ? `last-event-id: ${stream.last}\r\n` : '';
  socket.write(
    `GET /api/events HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\ncookie: ${cookie}\r\n${resume}\r\n`,
  );
  socket.on('data', (part) => {
    if (!answered) {
      answered = true;
      const status = part.toString('latin1', 9, 12);
      if (status !== '200') {
        answered = false;
        refused[status] = (refused[status] ?? 0) + 1;
        return void socket.destroy();
      }
      open += 1;
      lastOpened = clock();
      opened();
    }
    read(stream, part.toString('latin1'));
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    stream.socket = null;
    if (answered) open -= 1;
    setTimeout(() => openStream(stream), stream.retry);
  });
}

/** Whole blocks; what frames them on the wire (sizes of chunks) stands on lines before them and says nothing. */
function read(stream: Stream, text: string): void {
  const blocks = (stream.rest + text).split('\n\n');
  stream.rest = blocks.pop() ?? '';
  const now = clock();
  for (const block of blocks) {
    const event = /^(?:id: (\S+)\n)?event: (\w+)$/m.exec(block);
    // A place without news: everything before it has been told.
    const place = event ? null : /^id: (\S+)$/m.exec(block);
    if (place) stream.last = place[1] ?? '';
    if (event) hear(stream, event[2] ?? '', event[1] ?? '', now);
    const retry = /^retry: (\d+)/m.exec(block);
    if (retry) stream.retry = Number(retry[1]);
  }
}

function hear(stream: Stream, event: string, id: string, now: number): void {
  if (id) stream.last = id;
  if (event === 'resync') resyncs += 1;
  if (event === 'ended') ended += 1;
  if (event !== 'change') return;
  let index = cursors.get(id);
  if (index === undefined) cursors.set(id, (index = cursors.size));
  stream.heard.push(index);
  stream.at.push(now);
  heard += 1;
}

async function openAll(each: number, atOnce: number): Promise<void> {
  for (let n = 0; n < people.length * each; n += 1)
    streams.push({ person: n % people.length, socket: null, last: '', rest: '', retry: 2000, heard: [], at: [] });
  const waiting = [...streams];
  const lane = async () => {
    for (let stream = waiting.pop(); stream; stream = waiting.pop()) {
      const next = stream;
      await new Promise<void>((done) => openStream(next, done));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

const spreadOf = (times: Float64Array): Spread => {
  times.sort();
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return { count: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
};

/** Compares what each stream heard with what the ledger says that its person was to hear. */
function judge(changes: readonly JudgedChange[]): Verdict {
  const known = new Map(changes.map((change, index) => [cursors.get(change.cursor) ?? -1 - index, change]));
  const due = new Map<string, Set<JudgedChange>>();
  for (const change of changes)
    for (const person of change.hearers) due.set(person, (due.get(person) ?? new Set()).add(change));
  const verdict = { heard, expected: 0, missed: 0, doubled: 0, wrong: 0, resyncs, ended };
  const late: [number[], number[]] = [[], []];
  for (const stream of streams) {
    const theirs = due.get(people[stream.person]?.id ?? '') ?? new Set();
    const once = new Set<JudgedChange>();
    stream.heard.forEach((index, n) => {
      const change = known.get(index);
      if (!change || !theirs.has(change)) return void (verdict.wrong += 1);
      if (once.has(change)) return void (verdict.doubled += 1);
      once.add(change);
      if (change.acknowledged !== null) late[change.part].push(Math.max(0, (stream.at[n] ?? 0) - change.acknowledged));
    });
    verdict.expected += theirs.size;
    verdict.missed += theirs.size - once.size;
  }
  return { ...verdict, latency: [spreadOf(Float64Array.from(late[0])), spreadOf(Float64Array.from(late[1]))] };
}

process.on('message', (message: ToListeners) => {
  if (message.tell === 'open') {
    ({ people, port } = message);
    void openAll(message.each, message.atOnce).then(() => process.send?.({ open } satisfies Partial<State>));
  } else if (message.tell === 'state')
    process.send?.({
      open,
      heard,
      lastOpened,
      refused,
      connecting: streams.filter(({ socket }) => socket?.connecting).length,
    } satisfies State);
  else process.send?.(judge(message.changes));
});
process.on('disconnect', () => process.exit(0));

// A reader of the stream of changes over real HTTP, for the tests of it. What it reads is kept; what it waits for is told at once.
import { get, type IncomingMessage } from 'node:http';

export type Heard = { id: string; event: string; data: { subject: string; id: string; kind: string } };
export type Stream = {
  heard: Heard[];
  /** Waits until something like this has been heard. */
  until: (wanted: (heard: Heard) => boolean) => Promise<Heard>;
  ended: Promise<void>;
  close: () => void;
};

/** Opens a stream as a browser does: from now on, or after the last id that it heard. */
export async function follow(port: number, cookie: string, after?: string): Promise<Stream> {
  const headers = { cookie, ...(after ? { 'last-event-id': after } : {}) };
  const answer = await new Promise<IncomingMessage>((done, failed) => {
    get({ host: '127.0.0.1', port, path: '/api/events', headers }, done).on('error', failed);
  });
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  let rest = '';
  answer.setEncoding('utf8').on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    heard.push(...blocks.flatMap(read));
    for (const look of waiting) look();
  });
  const until: Stream['until'] = (wanted) =>
    new Promise((done) => {
      const look = () => {
        const found = heard.find(wanted);
        if (!found) return;
        waiting.delete(look);
        done(found);
      };
      waiting.add(look);
      look();
    });
  const ended = new Promise<void>((done) => answer.on('close', done));
  // From nowhere in particular it begins with its hello: what happens before that need not be told.
  if (!after && answer.statusCode === 200) {
    await until(({ event }) => event === 'hello');
    heard.length = 0;
  }
  return { heard, until, ended, close: () => void answer.destroy() };
}

function read(block: string): Heard[] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
  return field('event') ? [{ id: field('id'), event: field('event'), data: JSON.parse(field('data')) }] : [];
}

export const about =
  (thing: { id: string }, kind?: string) =>
  ({ data }: Heard): boolean =>
    data.id === thing.id && (kind === undefined || data.kind === kind);

export const kindsOf = (stream: Stream, thing: { id: string }): string[] =>
  stream.heard.filter(about(thing)).map(({ data }) => data.kind);

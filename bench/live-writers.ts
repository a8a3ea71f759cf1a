// A process of its own that writes at a steady pace, whatever the server answers, and writes down what was acknowledged when. Started by live.ts.
import { Agent, request } from 'node:http';
import type { Team } from './live-company.ts';

export type ToWriters = {
  port: number;
  perSecond: number;
  seconds: number;
  teams: Team[];
  requests: { id: string; team: number }[];
};
/** One write: its number is part of what was written. `acknowledged` in milliseconds since the epoch; `tries` counts what was cut off. */
export type Written = { number: number; acknowledged: number | null; took: number; tries: number; status: number };

const clock = () => performance.timeOrigin + performance.now();
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const patience = 60_000;
const mostUnderWay = 64;

function send(port: number, cookie: string, path: string, key: string, body: unknown): Promise<number> {
  return new Promise((done, fail) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: {
          cookie,
          'content-type': 'application/json',
          'idempotency-key': key,
          'sec-fetch-site': 'same-origin',
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => (answer.complete ? done(answer.statusCode ?? 0) : fail(new Error('cut off'))));
        answer.on('error', fail);
      },
    );
    sent.on('error', fail);
    sent.end(JSON.stringify(body));
  });
}

/** Four of five are messages, the fifth is a new ask to another team. */
function writeOf({ teams, requests }: ToWriters, number: number) {
  const one = requests[number % requests.length];
  const team = teams[number % 5 === 0 ? number % teams.length : (one?.team ?? 0)];
  const writer = team?.writers[number % team.writers.length];
  if (number % 5 !== 0)
    return {
      cookie: writer?.cookie ?? '',
      path: `/api/requests/${one?.id}/messages`,
      body: { body: `Message ${number} of many` },
    };
  const other = teams[(number + 1) % teams.length];
  return {
    cookie: writer?.cookie ?? '',
    path: '/api/requests',
    body: { title: `Ask ${number} of many`, team: other?.id },
  };
}

async function write(order: ToWriters, number: number): Promise<Written> {
  const { cookie, path, body } = writeOf(order, number);
  const began = clock();
  for (let tries = 1; ; tries += 1) {
    const status = await send(order.port, cookie, path, `live-${number}`, body).catch(() => 0);
    if (status > 0 && status < 500) return { number, acknowledged: clock(), took: clock() - began, tries, status };
    if (clock() - began > patience) return { number, acknowledged: null, took: clock() - began, tries, status };
    await new Promise((done) => setTimeout(done, 200));
  }
}

async function run(order: ToWriters): Promise<Written[]> {
  const written: Promise<Written>[] = [];
  let under = 0;
  const began = clock();
  for (let number = 1; number <= order.perSecond * order.seconds; number += 1) {
    const due = began + (number / order.perSecond) * 1000;
    while (clock() < due || under >= mostUnderWay)
      await new Promise((done) => setTimeout(done, Math.max(1, due - clock())));
    under += 1;
    written.push(write(order, number).finally(() => (under -= 1)));
  }
  return Promise.all(written);
}

process.on('message', (order: ToWriters) => void run(order).then((written) => process.send?.(written)));
process.on('disconnect', () => process.exit(0));

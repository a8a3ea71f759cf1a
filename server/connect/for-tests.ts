// For tests: a real receiver of webhooks on this machine. It remembers what it was sent, and answers as it is told to.
import { sql } from 'kysely';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Db } from '../platform/db.ts';
import type { WebhookEvent } from '../../contract/connect.ts';

type Answer = { status: number; body?: string; headers?: Record<string, string> };
export type Receiver = {
  url: string;
  heard: { headers: IncomingHttpHeaders; body: string; event: WebhookEvent }[];
  /** Everything that it was sent, as one text. */
  text: () => string;
  answer: (how: (count: number) => Answer) => void;
  forget: () => void;
  close: () => Promise<void>;
};

export async function openReceiver(): Promise<Receiver> {
  let how: (count: number) => Answer = () => ({ status: 200 });
  const heard: Receiver['heard'] = [];
  let count = 0;
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      heard.push({ headers: request.headers, body, event: JSON.parse(body) });
      const { status, body: said = '', headers = {} } = how((count += 1));
      reply.writeHead(status, headers).end(said);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`,
    heard,
    text: () => heard.map(({ body }) => body).join('\n'),
    answer: (next) => (how = next),
    forget: () => void heard.splice(0),
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** Whether the log holds something that is still to be read, because a transaction anywhere on the server was running. */
export async function isBehind(db: Db): Promise<boolean> {
  const found = await sql<{ behind: boolean }>`
    select exists (
      select 1 from platform_change c, connect_cursor k
      where (c.xid, c.seq) > (split_part(k.cursor, '-', 1)::xid8, regexp_replace(k.cursor, '^\\d+-', '')::bigint)
    ) and exists (
      select 1 from connect_webhook w join directory_person p on p.id = w.owner_id where w.active and p.active
    ) as behind`.execute(db);
  return found.rows[0]?.behind ?? false;
}

// A mail server that takes everything and remembers under which Message-ID it came.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Mailbox = {
  /** For GOODTURN_SMTP_URL. */
  address: string;
  /** How often a mail came, by its Message-ID. */
  came: ReadonlyMap<string, number>;
  close: () => Promise<void>;
};

export async function openMailbox(): Promise<Mailbox> {
  const came = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const id = /^message-id:\s*(\S+)/im.exec(Buffer.concat(parts).toString())?.[1] ?? 'without';
        came.set(id, (came.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as AddressInfo;
  return {
    address: `smtp://127.0.0.1:${port}?tls=none`,
    came,
    close: () => new Promise((done) => server.close(done)),
  };
}

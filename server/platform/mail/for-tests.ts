// For tests: a real SMTP server on a socket of this machine, with the moods that real ones have.
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Server } from './smtp.ts';

/** Of localhost, until 2126; guards nothing. */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUYXY4dDkHsaWTFpXQYgMncIsy9+4wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjAwMTE1NFoYDzIxMjYxMDI5
MDAxMTU0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQVZ2AJLiveotHJ9vxRdGBNV0AZHXMOnFdspK8TdbbBq/xUg9uCeFzm
lpcg6OSngOs08lNeX+hKlzpyTdP9p4t0o28wbTAdBgNVHQ4EFgQUhZVHtKnegjuJ
L9zWCW/d7hiKLXIwHwYDVR0jBBgwFoAUhZVHtKnegjuJL9zWCW/d7hiKLXIwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhALdjCaBT7O9pZYVB2zj7g/lskDX0rNd5BLMBPuWnzbtyAiEA
3AFjRPBSKLBFZUmnHkiDFDhVMKKNqBttZXUnXkMrCVI=
-----END CERTIFICATE-----`;
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgZq/4UZ2HVVgaE4eZ
ozml+nI6nEuRcO+aLYtnCXXqt1ChRANCAAQVZ2AJLiveotHJ9vxRdGBNV0AZHXMO
nFdspK8TdbbBq/xUg9uCeFzmlpcg6OSngOs08lNeX+hKlzpyTdP9p4t0
-----END PRIVATE KEY-----`;

export type Received = { from: string; to: string[]; raw: string; secure: boolean; mail: Email };
export type Mailbox = { received: Received[]; server: Server; close: () => Promise<void> };

const refusal = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });

export type Moods = {
  tls?: Server['tls'];
  /** The name and password that are asked for; none means that anybody may send. */
  account?: [user: string, password: string];
  /** What to answer to a sender, a recipient, a content: a code of 400 and above, or nothing for yes. */
  sender?: (address: string) => number | undefined;
  recipient?: (address: string) => number | undefined;
  content?: (raw: string) => number | undefined | Promise<number | undefined>;
};

/** A mail server that keeps what it takes. */
export async function openMailbox(moods: Moods = {}): Promise<Mailbox> {
  const { tls = 'none', account } = moods;
  const received: Received[] = [];
  const answer = (code: number | undefined, done: (error?: Error | null) => void) =>
    code ? done(refusal(code, code >= 500 ? 'not here' : 'later, perhaps')) : done();
  const options: SMTPServerOptions = {
    secure: tls === 'implicit',
    key,
    cert: certificate,
    authOptional: account === undefined,
    disabledCommands: [...(tls === 'none' ? ['STARTTLS' as const] : []), ...(account ? [] : ['AUTH' as const])],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: (given, _session, done) =>
      given.username === account?.[0] && given.password === account?.[1]
        ? done(null, { user: given.username })
        : done(refusal(535, 'wrong name or password')),
    onMailFrom: (address, _session, done) => answer(moods.sender?.(address.address), done),
    onRcptTo: (address, _session, done) => answer(moods.recipient?.(address.address), done),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const raw = Buffer.concat(parts).toString();
        const code = await moods.content?.(raw);
        if (code) return done(refusal(code, code >= 500 ? 'not wanted' : 'later, perhaps'));
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw,
          secure: session.secure,
          mail: await PostalMime.parse(raw),
        });
        done(null);
      });
    },
  };
  const smtp = new SMTPServer(options);
  smtp.on('error', () => undefined);
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done));
  return {
    received,
    server: serverAt((smtp.server.address() as AddressInfo).port, tls, account),
    close: () => new Promise((done) => smtp.close(done)),
  };
}

const serverAt = (port: number, tls: Server['tls'], account?: [string, string]): Server => ({
  host: '127.0.0.1',
  port,
  tls,
  username: account?.[0] ?? '',
  password: account?.[1] ?? '',
  fromName: 'Aurinko · Goodturn',
  fromAddress: 'goodturn@example.com',
});

/**
 * A line through which one reaches a mailbox, and which somebody cuts: `cut` is asked about every part that either side says,
 * and the answer true ends both sides before that part arrives. `wait` holds up the greeting, in milliseconds.
 */
export async function openCable(
  to: Mailbox,
  { cut = () => false, wait = 0 }: { cut?: (side: 'we' | 'server', text: string) => boolean; wait?: number },
): Promise<Mailbox> {
  const sockets = new Set<Socket>();
  const cable = createServer((near) => {
    const far = createConnection(to.server.port, '127.0.0.1');
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const [from, into, side] of [
      [near, far, 'we'],
      [far, near, 'server'],
    ] as const) {
      sockets.add(from);
      let greeted = side === 'we';
      from.on('data', (part) => {
        if (cut(side, part.toString('latin1'))) return end();
        const write = () => into.destroyed || into.write(part);
        if (greeted) write();
        else setTimeout(write, wait);
        greeted = true;
      });
      from.on('close', end);
      from.on('error', end);
    }
  });
  await new Promise<void>((done) => cable.listen(0, '127.0.0.1', done));
  return {
    received: to.received,
    server: { ...to.server, port: (cable.address() as AddressInfo).port },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => cable.close(done));
      await to.close();
    },
  };
}

// A line between two sides that we can cut at the worst moment: when the answer is on its way and has not arrived.
import { connect, createServer, type AddressInfo, type NetConnectOpts, type Server, type Socket } from 'node:net';

export type Proxy = {
  /** The port, when it listens on one. */
  port: number;
  /** Cuts off answers while it is set: the share of those that match, 0 to 1. */
  cutting: (share: number) => void;
  cuts: () => number;
  close: () => Promise<void>;
};

/**
 * Listens on a free port, or on the path of a socket, and leads to `target`. `isAnswer` says which parts from there may be
 * cut off: then neither they nor anything after them arrives, and both sides lose the line.
 */
export async function openProxy(
  target: () => NetConnectOpts,
  isAnswer: (part: Buffer) => boolean,
  { path, happens }: { path?: string; happens: (share: number) => boolean },
): Promise<Proxy> {
  let share = 0;
  let cuts = 0;
  const sockets = new Set<Socket>();
  const server: Server = createServer({ noDelay: true }, (near) => {
    const far = connect(target());
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    near.on('data', (part) => far.write(part));
    far.on('data', (part: Buffer) => {
      if (share > 0 && isAnswer(part) && happens(share)) {
        cuts += 1;
        end();
      } else near.write(part);
    });
  });
  await new Promise<void>((done) => (path ? server.listen(path, done) : server.listen(0, '127.0.0.1', done)));
  return {
    port: path ? 0 : (server.address() as AddressInfo).port,
    cutting: (of) => void (share = of),
    cuts: () => cuts,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** What the server says first of an answer over HTTP: by then it has been committed. */
export const startsHttp = (part: Buffer): boolean => part.subarray(0, 5).toString('latin1') === 'HTTP/';

/** PostgreSQL's word that a transaction is committed. */
export const tellsCommit = (part: Buffer): boolean => part.includes('COMMIT\0');

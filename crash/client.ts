// One keep-alive client of the interface. An answer that did not come whole is no answer: then nobody knows what became of the call.
import { Agent, request } from 'node:http';

export type Call = {
  method: string;
  path: string;
  body?: unknown;
  cookie?: string;
  /** The Idempotency-Key of a write. */
  key?: string;
};
export type Answer = { status: number; text: string; cookie: string | undefined };
export type Client = {
  /** The answer, or null when the line broke or it took too long. */
  send: (call: Call) => Promise<Answer | null>;
  close: () => void;
};

/** `base` is asked before every call: where the server listens may change on the way. */
export function openClient(base: () => URL, patience = 60_000): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = ({ method, path, body, cookie, key }: Call) =>
    new Promise<Answer | null>((done) => {
      const { hostname: host, port } = base();
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        ...(payload ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } : {}),
        ...(cookie ? { cookie } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      };
      const sent = request({ agent, host, port, path, method, headers, timeout: patience }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', () => done(null));
        answer.on('close', () => {
          if (!answer.complete) return done(null);
          const given = answer.headers['set-cookie']?.[0]?.split(';')[0];
          done({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString(), cookie: given });
        });
      });
      sent.on('timeout', () => sent.destroy());
      sent.on('error', () => done(null));
      sent.end(payload);
    });
  return { send, close: () => agent.destroy() };
}

/** The answer to a call that must succeed. */
export async function must<T>(answer: Promise<Answer | null>): Promise<T> {
  const got = await answer;
  if (!got || got.status >= 300) throw new Error(`A call failed: ${got ? `${got.status} ${got.text}` : 'no answer'}`);
  return (got.text ? JSON.parse(got.text) : null) as T;
}

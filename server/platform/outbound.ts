// Calls to addresses that people have given us (webhooks, push services): https, to the public internet, once resolved, nowhere else.
// What is sent and how often it is tried again is the caller's.
import ipaddr from 'ipaddr.js';
import { lookup } from 'node:dns/promises';
import { request as plainRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

/** Why nothing was reached; `privateAddress` and `badAddress` will never be otherwise, the rest may. */
export type Unreached =
  | 'badAddress'
  | 'privateAddress'
  | 'unknownHost'
  | 'unreachable'
  | 'untrusted'
  | 'timedOut'
  | 'broken';

export type Outbound = {
  url: string;
  method?: 'POST' | 'GET';
  headers?: Record<string, string>;
  body?: string | Buffer;
};

/** What came back: at most `limits.bytes` of the body (`cut` when there was more). A redirect is an answer like any other, never followed. */
export type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer; cut: boolean };

export type Reach = (call: Outbound) => Promise<Reply | { unreached: Unreached; because: string }>;

type Limits = { milliseconds: number; bytes: number };
type Guard = {
  /** Whether an address may be connected to. Tests let in the one they listen on. */
  may?: (address: string) => boolean;
  /** Lets `http:` through too; for tests. */
  plain?: boolean;
  resolve?: (host: string) => Promise<{ address: string; family: number }[]>;
} & Partial<Limits>;

/**
 * Makes the one way out: `const reach = createReach(); const reply = await reach({ url, method: 'POST', headers, body })`.
 * Never throws. The name is resolved once, every address that it has must be public, and the connection goes to exactly
 * those addresses (a name that changes its mind in between gains nothing). No proxy, no redirect, no kept connection;
 * 10 s for everything together and 64 KiB of the answer unless said otherwise.
 */
export function createReach(guard: Guard = {}): Reach {
  const { may = isPublic, plain = false, resolve = resolveAll, milliseconds = 10_000, bytes = 65_536 } = guard;
  return async (call) => {
    const url = URL.parse(call.url);
    if (!url || !isFitting(url, plain)) return { unreached: 'badAddress', because: 'not an https address' };
    const ends = AbortSignal.timeout(milliseconds);
    const found = await Promise.race([addressesOf(url, resolve), aborted(ends)]);
    if ('unreached' in found) return found;
    const shut = found.addresses.find(({ address }) => !may(address));
    if (shut) return { unreached: 'privateAddress', because: 'the address is not on the public internet' };
    return send(call, url, found.addresses, ends, bytes);
  };
}

/** Whether an address that somebody typed could ever be called: https, a name or a public address, no password in it. */
export function isCallable(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !isFitting(url, false)) return false;
  const host = hostOf(url);
  if (isIP(host)) return isPublic(host);
  return host.includes('.') && !/(^|\.)(localhost|local|internal|home\.arpa|invalid|test|onion)\.?$/i.test(host);
}

const globalUnicast = ipaddr.parseCIDR('2000::/3');
/** Looks public, and is what Azure tells its machines: secrets among it. */
const azureHost = '168.63.129.16';

/** Whether an IP address belongs to the public internet: no loopback, private, link-local, shared, reserved, tunnelled or mapped one. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast' || parsed.toString() === azureHost) return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
}

const isFitting = (url: URL, plain: boolean): boolean =>
  (url.protocol === 'https:' || (plain && url.protocol === 'http:')) &&
  url.hostname !== '' &&
  url.username === '' &&
  url.password === '';

const hostOf = (url: URL): string => url.hostname.replaceAll(/^\[|\]$/g, '');

const resolveAll = (host: string) => lookup(host, { all: true, verbatim: true });

type Failed = { unreached: Unreached; because: string };
type Addresses = { addresses: { address: string; family: number }[] };

async function addressesOf(url: URL, resolve: NonNullable<Guard['resolve']>): Promise<Addresses | Failed> {
  const host = hostOf(url);
  const family = isIP(host);
  if (family) return { addresses: [{ address: host, family }] };
  const unknown: Failed = { unreached: 'unknownHost', because: 'the name has no address' };
  const addresses = await resolve(host).catch(() => []);
  return addresses.length > 0 ? { addresses } : unknown;
}

const tooSlow: Failed = { unreached: 'timedOut', because: 'no answer in time' };
const aborted = (signal: AbortSignal): Promise<Failed> =>
  new Promise((done) => {
    if (signal.aborted) done(tooSlow);
    signal.addEventListener('abort', () => done(tooSlow), { once: true });
  });

function send(
  { url: _url, method = 'POST', headers = {}, body }: Outbound,
  url: URL,
  addresses: Addresses['addresses'],
  signal: AbortSignal,
  most: number,
): Promise<Reply | Failed> {
  const given: LookupFunction = (_host, options, done) => {
    const [first] = addresses;
    if (options.all || !first) done(null, addresses);
    else done(null, first.address, first.family);
  };
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  // Without an agent there is neither a kept connection to another address nor a proxy.
  const options: RequestOptions = { method, headers: { ...headers, ...length }, lookup: given, agent: false, signal };
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((done) => {
    const fail = (error: Error) => done(signal.aborted ? tooSlow : failureOf(error));
    const sent = request(url, options, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      const finish = (cut: boolean) =>
        done({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts).subarray(0, most),
          cut,
        });
      answer.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size <= most) return;
        finish(true);
        answer.destroy();
      });
      answer.on('end', () => finish(false));
      answer.on('error', fail);
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

const untrusted = /CERT|SELF_SIGNED|UNABLE_TO|TLS|SSL|EPROTO/;
const unreachable = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT)$/;

function failureOf(error: Error): Failed {
  const code = 'code' in error ? String(error.code) : '';
  if (untrusted.test(code)) return { unreached: 'untrusted', because: `no trusted connection (${code})` };
  if (unreachable.test(code)) return { unreached: 'unreachable', because: `nobody answers there (${code})` };
  return { unreached: 'broken', because: code ? `the connection broke (${code})` : 'the connection broke' };
}

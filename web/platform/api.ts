// The one way from the browser to the server: typed by the contract, repeated safely, its refusals as `Problem`.
import type { Answer, BodySent, ParamsOf, QuerySent, Route } from '../../contract/route.ts';
import { currentLanguage } from './words.tsx';

export type FieldProblem = { path: string; code: string; detail: string };

/** A refusal. `status` 0 and code `offline` when the server could not be reached at all. `detail` is in the reader's language. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields: readonly FieldProblem[];

  constructor(said: { status: number; code: string; detail: string; fields?: readonly FieldProblem[] }) {
    super(`${said.status} ${said.code}`);
    this.status = said.status;
    this.code = said.code;
    this.detail = said.detail;
    this.fields = said.fields ?? [];
  }
}

/** The problem in an error of any kind, or null when nothing went wrong. */
export const problemOf = (error: unknown): Problem | null => {
  if (!error) return null;
  return error instanceof Problem ? error : new Problem({ status: 0, code: 'unexpected', detail: '' });
};

type Given<Name extends string, T> = [T] extends [undefined]
  ? { [N in Name]?: undefined }
  : Partial<T> extends T
    ? { [N in Name]?: T }
    : { [N in Name]: T };

/** What one call carries; `params`, `query` and `body` only where the route declares them. */
export type Sent<R extends Route> = Given<'params', ParamsOf<R>> &
  Given<'query', QuerySent<R>> &
  (R['consumes'] extends readonly string[] ? { body: Blob } : Given<'body', BodySent<R>>) & {
    /** The version that the person saw, for routes with If-Match. */
    ifMatch?: number;
  };

export type Manner = {
  /** Idempotency-Key; the same key and body never take effect twice. Made anew when absent. */
  key?: string;
  signal?: AbortSignal;
};

type Over = () => Promise<boolean>;
let sessionOver: Over | null = null;

/** Tells what to do when the session is over: resolve true after signing in again (the call is repeated), false to give up. */
export const whenSessionIsOver = (ask: Over | null) => {
  sessionOver = ask;
};

/** Asks to sign in again, when something else than a refused call has found the session over. False without anybody to ask. */
export const askToSignInAgain = (): Promise<boolean> => sessionOver?.() ?? Promise.resolve(false);

const patience = [300, 1200];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Calls one endpoint and answers with its body. Throws `Problem`.
 * Reads, and writes that carry a key, are tried up to three times when the way breaks; a 401 asks to sign in and then goes on.
 */
export async function call<R extends Route>(route: R, sent: Sent<R>, manner: Manner = {}): Promise<Answer<R>> {
  const request = requestOf(route, sent as Loose, manner);
  const repeatable = route.method === 'GET' || route.idempotent !== false;
  let signedInAgain = false;
  for (let attempt = 0; ; attempt++) {
    try {
      return (await answerOf(await send(request, manner.signal))) as Answer<R>;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 401 && route.for !== 'anyone' && sessionOver && !signedInAgain) {
        signedInAgain = await sessionOver();
        if (signedInAgain) continue;
        throw error;
      }
      const wait = patience[attempt];
      if (wait === undefined || !repeatable || !mayPass(error)) throw error;
      await pause(wait);
    }
  }
}

// A twin may still be running when the first try broke on the way back.
const mayPass = (problem: Problem) =>
  problem.status === 0 || problem.status === 502 || problem.status === 503 || problem.code === 'twinRunning';

type Loose = { params?: unknown; query?: unknown; body?: unknown; ifMatch?: number };

function requestOf(route: Route, sent: Loose, manner: Manner): [string, RequestInit] {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': currentLanguage() };
  if (route.method !== 'GET' && route.idempotent !== false) headers['Idempotency-Key'] = manner.key ?? newKey();
  if (sent.ifMatch !== undefined) headers['If-Match'] = `"${sent.ifMatch}"`;
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin' };
  const { body } = sent;
  if (body instanceof Blob) {
    headers['Content-Type'] = body.type;
    init.body = body;
  } else if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  return [addressOf(route, sent), init];
}

/** The address of an endpoint with its parameters filled in; also good for links to photos and files. */
export function addressOf(route: Route, sent: { params?: unknown; query?: unknown }): string {
  const params = (sent.params ?? {}) as Record<string, string>;
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((sent.query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

async function send([address, init]: [string, RequestInit], signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, signal ? { ...init, signal } : init);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem({ status: 0, code: 'offline', detail: '' });
  }
}

async function answerOf(response: Response): Promise<unknown> {
  if (response.ok) return response.status === 204 ? undefined : await response.json();
  const said = (await response.json().catch(() => null)) as Partial<Problem> | null;
  throw new Problem({
    status: response.status,
    code: said?.code ?? 'unexpected',
    detail: said?.detail ?? '',
    ...(said?.fields ? { fields: said.fields } : {}),
  });
}

/** A new Idempotency-Key. `randomUUID` exists only in secure contexts, and a company may well serve plain http inside. */
export const newKey = (): string => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

// The shape of one endpoint, said once: the server implements it, the web calls it, OpenAPI lists it.
import type { z } from 'zod';

/** Structural slot for a schema: far cheaper for the compiler than `z.ZodType`. */
type Schema = { _zod: { input: unknown; output: unknown } };

/** Who may knock: anybody, a signed-in person, or an administrator of the company. Finer rights follow from relations. */
export type Door = 'anyone' | 'person' | 'administrator';

/** What a personal token may be made for. */
export const scopes = ['read', 'write', 'admin', 'mail'] as const;
export type Scope = (typeof scopes)[number];
/** What only administrators give to a program. */
export const administratorScopes: readonly Scope[] = ['admin', 'mail'];

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for each parameter. */
  path: `/${string}`;
  summary: string;
  for?: Door;
  params?: Schema;
  query?: Schema;
  body?: Schema;
  status: 200 | 201 | 202 | 204;
  response?: Schema;
  /** What a raw answer may be besides: a part of it, or nothing because the caller has it. */
  also?: readonly (206 | 304)[];
  /** Set when the answer is not JSON of ours (a photo, a page, a stream): its media type, or several with `, ` between. */
  produces?: string;
  /** Set when the body is not JSON. */
  consumes?: readonly string[];
  /** Set when the body may be large: it is not read before the operation does, and comes as a stream. Such a write keeps its own keys. */
  streams?: true;
  /** 'required' answers 428 without If-Match; both answer 412 when the version has moved on. */
  ifMatch?: 'optional' | 'required';
  /** False when the effect lives outside our transaction (sign-in, streams). Default: every write is idempotent by key. */
  idempotent?: false;
  /** The scope that a personal token needs, where it is not the usual one; 'never' is for people themselves alone. */
  scope?: Scope | 'never';
};

/** What a personal token needs for an operation: `read` to read, `write` to write, `admin` for what only administrators do. */
export const scopeOf = ({ scope, method, for: door }: Pick<Route, 'scope' | 'method' | 'for'>): Scope | 'never' =>
  scope ?? (door === 'administrator' ? 'admin' : method === 'GET' ? 'read' : 'write');

export type Api = Record<string, Route>;

export type ParamsOf<R extends Route> = R['params'] extends Schema ? z.output<R['params']> : undefined;
export type QueryOf<R extends Route> = R['query'] extends Schema ? z.output<R['query']> : undefined;
export type BodyOf<R extends Route> = R['body'] extends Schema ? z.output<R['body']> : undefined;
export type BodySent<R extends Route> = R['body'] extends Schema ? z.input<R['body']> : undefined;
export type QuerySent<R extends Route> = R['query'] extends Schema ? z.input<R['query']> : undefined;
export type Answer<R extends Route> = R['response'] extends Schema ? z.output<R['response']> : void;

/** Declares one endpoint; keeps the literal types so that client and server are checked against it. */
export const route = <const R extends Route>(declared: R): R => declared;

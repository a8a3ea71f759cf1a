// Calls of the interface with a person's own cookies: for what a story presupposes rather than tells.
import type { APIRequestContext } from 'playwright-core';
import type { Answer, BodySent, ParamsOf, QuerySent, Route } from '../contract/route.ts';

export type Sent<R extends Route> = { params?: ParamsOf<R>; query?: QuerySent<R>; body?: BodySent<R> };

/** One call, typed by the contract. @throws what the server refused */
export async function call<R extends Route>(
  context: APIRequestContext,
  origin: string,
  route: R,
  sent: Sent<R> = {},
): Promise<Answer<R>> {
  const params = (sent.params ?? {}) as Record<string, string>;
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams(Object.entries((sent.query ?? {}) as Record<string, string>));
  const response = await context.fetch(`${origin}${path}${query.size > 0 ? `?${query}` : ''}`, {
    method: route.method,
    headers: { origin, 'idempotency-key': crypto.randomUUID() },
    ...(sent.body === undefined ? {} : { data: sent.body }),
  });
  const text = await response.text();
  if (!response.ok()) throw new Error(`${route.method} ${path} answered ${response.status()}: ${text}`);
  return (text ? JSON.parse(text) : undefined) as Answer<R>;
}

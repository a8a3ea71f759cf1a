// The question to the server behind the palette and the page; while the next answer is on its way the last one stays.
import { keepPreviousData } from '@tanstack/react-query';
import { findingApi } from '../../contract/finding.ts';
import { queries, read } from '../platform/query.ts';

const few = 8;

/** A short answer for the palette. An answer to words that are no longer typed is dropped: each question has its own place. */
export const findAsTyped = (q: string, enabled: boolean) => ({
  ...read(findingApi.search, { query: { q, limit: few } }),
  enabled,
  placeholderData: keepPreviousData,
});

/** The address of the request with this number, or null where the reader sees none. Throws `Problem`. */
export async function pathOfNumber(number: number): Promise<string | null> {
  const found = await queries.fetchQuery(read(findingApi.search, { query: { q: `#${number}`, limit: few } }));
  const request = found.requests.items.find((one) => one.request.number === number)?.request;
  return request ? `/requests/${request.id}` : null;
}

// Requests that belong together. A link is nothing about either request to whoever does not see both: no version, no time of change,
// no line of history, no news of it reaches them.
import type { LinkKind, RequestLinks } from '../../contract/request-links.ts';
import { announceAll, type Announced } from '../platform/changes.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { relationOf, type Relation } from './access.ts';
import { newsOf } from './act.ts';
import { deleteLink, linkBetween, linkedWith, saveLink } from './links.queries.ts';
import { keptAs, turned } from './links.rules.ts';
import { findRequest, recordEvent, type Found } from './queries.ts';
import { audienceOf, readersOf } from './sight.queries.ts';
import { namesFor, rowView, subjectOf, tiesOf } from './view.ts';

type Linking = { tx: Db; who: Who; id: string; other: string; now: Date };

/** Asks or serves: only reading along makes no links. */
const holds = ({ asker, asksAlong, serving }: Relation): boolean => asker || asksAlong || serving;
const relation = (found: Found, who: Who, now: Date) => relationOf(who, subjectOf(found, now), tiesOf(found, who));

/** What belongs together with a request, as far as `who` sees it. */
export async function read(db: Db, who: Who, id: string, now: Date): Promise<Outcome<RequestLinks>> {
  const found = await findRequest(db, who, id);
  if (!found) return refused('notFound');
  const mayLink = holds(relation(found, who, now));
  const linked = await linkedWith(db, who, id);
  const names = await namesFor(db, linked);
  const items = linked.map((row) => ({
    kind: row.link,
    request: rowView(row, names, who, now),
    mayUnlink: mayLink || holds(relation(row, who, now)),
  }));
  return { items, mayLink };
}

/** Both requests, if `who` sees both and asks or serves one of them at least. Refuses `notFound`, `linkToItself`, `notYours`. */
async function both({ tx, who, id, other, now }: Linking): Promise<Outcome<{ one: Found; two: Found }>> {
  const one = await findRequest(tx, who, id);
  const two = await findRequest(tx, who, other);
  if (!one || !two) return refused('notFound');
  if (one.id === two.id) return refused('linkToItself');
  return holds(relation(one, who, now)) || holds(relation(two, who, now)) ? { one, two } : refused('notYours');
}

/** Says how the two stand to each other, seen from the first; in place of what was said before. */
export async function link(linking: Linking, kind: LinkKind): Promise<Outcome<RequestLinks>> {
  const { tx, who, id, other, now } = linking;
  const seen = await both(linking);
  if (isRefused(seen)) return seen;
  if ((await linkBetween(tx, id, other)) !== kind) {
    await saveLink(tx, { ...keptAs(id, kind, other), by: who.id, at: now });
    await record(linking, seen, 'linked', kind);
  }
  return read(tx, who, id, now);
}

/** Refuses `notFound` when they are not linked. */
export async function unlink(linking: Linking): Promise<Outcome<void>> {
  const { tx, id, other } = linking;
  const seen = await both(linking);
  if (isRefused(seen)) return seen;
  const kind = await linkBetween(tx, id, other);
  if (!kind) return refused('notFound');
  await deleteLink(tx, id, other);
  await record(linking, seen, 'unlinked', kind);
}

async function record(
  { tx, who, now }: Linking,
  { one, two }: { one: Found; two: Found },
  what: 'linked' | 'unlinked',
  kind: LinkKind,
): Promise<void> {
  const event = (from: Found, to: Found, link: LinkKind) =>
    recordEvent(tx, { request: from.id, by: who.id, what, facts: { request: to.id, link }, at: now });
  await event(one, two, kind);
  await event(two, one, turned(kind));
  await announceAll(tx, await newsForBoth(tx, one.id, two.id, what));
}

/** The news for those alone who see both, as the colleagues concerned of each or as readers of an open one. */
export async function newsForBoth(tx: Db, one: string, two: string, kind: string): Promise<Announced[]> {
  const concerned = await audienceOf(tx, [one, two]);
  const readers = await readersOf(tx, [one, two]);
  if (readers.has(one) && readers.has(two)) return [one, two].flatMap((id) => newsOf({ id, sight: 'open' }, kind));
  // Only those whom a request that is not open concerns can see both.
  const [closed, other] = readers.has(one) ? [two, one] : [one, two];
  const people = [...(concerned.get(closed) ?? [])].filter(
    (person) => concerned.get(other)?.has(person) || readers.get(other)?.has(person),
  );
  return [one, two].flatMap((id) =>
    people.map((to) => ({ subject: concerned.get(id)?.has(to) ? 'request' : 'openRequest', id, kind, to })),
  );
}

// What Zammad's REST API answers: /tickets?expand=true, /ticket_articles/by_ticket/…, /users, /groups; or an export of these lists in one.
// With attachments when their bytes were put in as `data`. See https://docs.zammad.org/en/latest/api/intro.html
import { z } from 'zod';
import { refused } from '../../platform/outcome.ts';
import type { Around, OldRequest, OldState, Old, Read, Trouble, Upload } from '../importing.model.ts';
import { flag, ident, maybe, moment, words } from './fields.ts';
import { isTrouble, itemsIn, shaped, type Item } from './items.ts';
import { people, type People } from './people.ts';
import { bodyOf, fileOf, isFile, storyOf, type Said } from './story.ts';

const lists = new Set([
  'tickets',
  'ticket',
  'ticketarticles',
  'ticketarticle',
  'articles',
  'users',
  'user',
  'groups',
  'group',
]);
const named = z.union([words, z.object({ name: words }).transform(({ name }) => name)]);

const ticketOf = (around: Around) =>
  z.object({
    id: ident,
    number: maybe(ident),
    title: maybe(words),
    group: maybe(named),
    group_id: maybe(ident),
    state: maybe(named),
    state_id: maybe(ident),
    customer: maybe(words),
    customer_id: maybe(ident),
    owner: maybe(words),
    owner_id: maybe(ident),
    created_at: moment(around),
    close_at: maybe(moment(around)),
    updated_at: maybe(moment(around)),
    articles: maybe(z.array(z.record(z.string(), z.unknown()))),
  });
const articleOf = (around: Around) =>
  z.object({
    id: maybe(ident),
    ticket_id: ident,
    from: maybe(words),
    sender: maybe(named),
    subject: maybe(words),
    body: words,
    content_type: maybe(words),
    internal: flag,
    created_by: maybe(words),
    created_by_id: maybe(ident),
    origin_by: maybe(words),
    origin_by_id: maybe(ident),
    created_at: moment(around),
    attachments: maybe(z.array(z.record(z.string(), z.unknown()))),
  });
const User = z.object({
  id: ident,
  login: maybe(words),
  firstname: maybe(words),
  lastname: maybe(words),
  email: maybe(words),
  active: flag.default(true),
});
const Group = z.object({ id: ident, name: words });

type Ticket = z.infer<ReturnType<typeof ticketOf>>;
type Article = z.infer<ReturnType<typeof articleOf>>;

const kindOf = ({ hint, value }: Item): 'ticket' | 'article' | 'user' | 'group' | null => {
  if ('ticket_id' in value && 'body' in value) return 'article';
  if ('title' in value || 'customer_id' in value) return 'ticket';
  if ('login' in value || 'firstname' in value) return 'user';
  if (hint.startsWith('group') || ('name' in value && 'email_address_id' in value)) return 'group';
  if (hint.startsWith('ticketart') || hint.startsWith('art')) return 'article';
  return hint.startsWith('ticket') ? 'ticket' : hint.startsWith('user') ? 'user' : null;
};

/** The ids that a fresh Zammad gives: closed, merged. */
const closedIds = new Set(['4', '5']);
function stateOf({ state, state_id: id }: Ticket): OldState {
  const name = state?.toLowerCase() ?? '';
  if (name === '') return closedIds.has(id ?? '') ? 'closed' : 'asked';
  return /^(?:closed|merged|removed|solved|geschlossen)/.test(name) ? 'closed' : 'asked';
}

/** One article as words; `wrong` gathers files that are only named. */
function saidIn(article: Article, roll: People, wrong: Trouble['reasons']): Said {
  const { sender, from, created_by_id: byId, created_by: by, origin_by_id: originId, origin_by: origin } = article;
  const writes = sender?.toLowerCase() === 'customer' ? [from] : [];
  const handles = [originId && `id:${originId}`, origin, ...writes, byId && byId !== '1' && `id:${byId}`, by];
  const files = (article.attachments ?? []).map((file) => {
    const preferences = z.record(z.string(), z.unknown()).catch({}).parse(file['preferences']);
    const type = z.string().nullish().catch(null);
    return fileOf({
      name: type.parse(file['filename']),
      type:
        type.parse(file['mime-type']) ??
        type.parse(preferences['Mime-Type']) ??
        type.parse(preferences['Content-Type']),
      data: file['data'],
    });
  });
  for (const file of files) if (!isFile(file)) wrong.push(file);
  return {
    author: roll.named(
      handles.map((handle) => (handle && handle !== '-' ? handle : null)),
      from,
    ),
    at: article.created_at,
    body: bodyOf(article.body, article.content_type),
    private: article.internal,
    files: files.filter(isFile),
  };
}

/** Reads what Zammad tells; whatever is wrong is told, and the rest comes along. */
export function readZammad(uploads: readonly Upload[], around: Around): Old {
  const { items, troubles } = itemsIn(uploads, lists);
  const roll = people();
  const groups = new Map<string, string>();
  const tickets: { item: Item; ticket: Ticket }[] = [];
  const articles: Item[] = [];
  const take = <T extends object>(shape: z.ZodType<T>, item: Item, use: (value: T) => void) => {
    const read = shaped(shape, item);
    if (isTrouble(read)) troubles.push(read);
    else use(read);
  };
  const Ticket = ticketOf(around);
  for (const item of items) {
    const kind = kindOf(item);
    if (kind === 'ticket') take(Ticket, item, (ticket) => tickets.push({ item, ticket }));
    else if (kind === 'article') articles.push(item);
    else if (kind === 'group') take(Group, item, ({ id, name }) => groups.set(id, name));
    else if (kind === 'user')
      take(User, item, ({ id, login, firstname, lastname, email, active }) =>
        roll.learn([`id:${id}`, login], {
          name: [firstname, lastname].filter(Boolean).join(' '),
          email: email ?? null,
          active,
        }),
      );
    else troubles.push({ ...item, number: '', name: '', reasons: [refused('nothingKnown')] });
  }
  for (const { item, ticket } of tickets)
    for (const value of ticket.articles ?? []) articles.push({ ...item, value: { ticket_id: ticket.id, ...value } });
  const said = new Map<string, { articles: Article[] }>(tickets.map(({ ticket }) => [ticket.id, { articles: [] }]));
  const Article = articleOf(around);
  for (const item of articles)
    take(Article, item, (article) => {
      const of = said.get(article.ticket_id);
      if (of) of.articles.push(article);
      else troubles.push({ ...item, number: article.ticket_id, name: '', reasons: [refused('requestMissing')] });
    });
  const requests = tickets.map(({ item, ticket }): Read<OldRequest> => {
    const reasons: Trouble['reasons'] = [];
    const told = (said.get(ticket.id)?.articles ?? []).map((article) => saidIn(article, roll, reasons));
    const first = told.toSorted((a, b) => a.at.getTime() - b.at.getTime()).find((one) => !one.private);
    const state = stateOf(ticket);
    const draft = {
      key: ticket.id,
      number: ticket.number ?? ticket.id,
      title: ticket.title ?? '',
      requester: roll.named([ticket.customer_id && `id:${ticket.customer_id}`, ticket.customer]),
      owner: ownerOf(ticket, roll),
      team: ticket.group ?? groups.get(ticket.group_id ?? '') ?? '',
      state,
      reason: '',
      createdAt: ticket.created_at,
      endedAt: state === 'asked' ? null : (ticket.close_at ?? ticket.updated_at ?? ticket.created_at),
    };
    return {
      file: item.file,
      place: item.place,
      item: storyOf(
        draft,
        told.map((one) => ({ ...one, opening: one === first })),
      ),
      reasons,
    };
  });
  return { people: roll.all(), requests, troubles };
}

/** "-" and the first user are nobody. */
const ownerOf = ({ owner, owner_id: id }: Ticket, roll: People): string | null =>
  (id && id !== '1') || (owner && owner !== '-') ? roll.named([id && `id:${id}`, owner]) : null;

// What Request Tracker's REST 2 answers: tickets, their transactions (history), attachments, users and queues, as lists or as pages of `items`.
// Words and files come as attachments of transactions, in base64. See https://docs.bestpractical.com/rt/latest/RT/REST2.html
import { z } from 'zod';
import { refused } from '../../platform/outcome.ts';
import type { Around, Old, OldRequest, OldState, Read, Trouble, Upload } from '../importing.model.ts';
import { flag, ident, maybe, moment, words } from './fields.ts';
import { isTrouble, itemsIn, shaped, type Item } from './items.ts';
import { people, type People } from './people.ts';
import { bodyOf, fileOf, isFile, storyOf, type Said } from './story.ts';

const lists = new Set([
  'tickets',
  'ticket',
  'transactions',
  'transaction',
  'history',
  'attachments',
  'attachment',
  'users',
  'user',
  'queues',
  'queue',
]);

/** A reference is an object with an id, or the id itself. */
const ref = z.union([ident, z.object({ id: ident }).transform(({ id }) => id)]);
const queue = z.union([
  z.object({ Name: words }).transform(({ Name }) => ({ id: '', name: Name })),
  ref.transform((id) => ({ id, name: '' })),
]);
const ticketOf = (around: Around) =>
  z.object({
    id: ident,
    Subject: maybe(words),
    Status: maybe(words),
    Queue: maybe(queue),
    Owner: maybe(ref),
    Creator: maybe(ref),
    Requestor: maybe(z.union([z.array(ref), ref.transform((one) => [one])])),
    Created: moment(around),
    Resolved: maybe(moment(around)),
    LastUpdated: maybe(moment(around)),
  });
const transactionOf = (around: Around) =>
  z.object({
    id: ident,
    Type: words,
    Creator: maybe(ref),
    Created: moment(around),
    Object: maybe(ref),
    ObjectId: maybe(ident),
    TicketId: maybe(ident),
    Content: maybe(words),
    ContentType: maybe(words),
  });
const Attachment = z.object({
  id: maybe(ident),
  TransactionId: ref,
  Filename: maybe(words),
  ContentType: maybe(words),
  Content: maybe(z.string()),
});
const User = z.object({
  id: maybe(ident),
  Name: maybe(words),
  RealName: maybe(words),
  EmailAddress: maybe(words),
  Disabled: flag.default(false),
});
const Queue = z.object({ id: ident, Name: words });

type Ticket = z.infer<ReturnType<typeof ticketOf>>;
type Transaction = z.infer<ReturnType<typeof transactionOf>>;
type Attachment = z.infer<typeof Attachment>;

function kindOf({ hint, value }: Item): 'ticket' | 'transaction' | 'attachment' | 'user' | 'queue' | null {
  if ('TransactionId' in value) return 'attachment';
  if ('Subject' in value || 'Requestor' in value) return 'ticket';
  if ('EmailAddress' in value || 'RealName' in value) return 'user';
  if ('Type' in value && ('Creator' in value || 'Object' in value)) return 'transaction';
  const told = z.string().catch('').parse(value['type']) || hint;
  if (told.startsWith('queue')) return 'queue';
  if (told.startsWith('ticket')) return 'ticket';
  if (told.startsWith('user')) return 'user';
  return told.startsWith('transaction') || told.startsWith('history') ? 'transaction' : null;
}

const states: Record<string, OldState> = {
  resolved: 'closed',
  rejected: 'declined',
  closed: 'closed',
  deleted: 'withdrawn',
};
/** What people wrote; everything else that happened to a ticket is no words. */
const spoken = new Set(['create', 'correspond', 'comment']);

const textOf = (base64: string) => new TextDecoder().decode(Buffer.from(base64, 'base64'));

function saidIn(
  transaction: Transaction,
  attached: readonly Attachment[],
  roll: People,
  wrong: Trouble['reasons'],
): Said {
  const bodies = attached.filter(
    ({ Filename, ContentType, Content }) => !Filename && Content && (ContentType ?? 'text/plain').startsWith('text/'),
  );
  // The same words often come twice, plain and marked up.
  const body = bodies.find(({ ContentType }) => ContentType?.startsWith('text/plain')) ?? bodies[0];
  const words = transaction.Content || (body?.Content ? textOf(body.Content) : '');
  const files = attached
    .filter(({ Filename }) => Filename)
    .map(({ Filename, ContentType, Content }) => fileOf({ name: Filename, type: ContentType, data: Content }));
  for (const file of files) if (!isFile(file)) wrong.push(file);
  const type = transaction.Type.toLowerCase();
  return {
    author: roll.named(
      [transaction.Creator && `login:${transaction.Creator}`, transaction.Creator],
      transaction.Creator,
    ),
    at: transaction.Created,
    body:
      words === 'This transaction appears to have no content'
        ? ''
        : bodyOf(words, transaction.Content ? transaction.ContentType : body?.ContentType),
    private: type === 'comment',
    files: files.filter(isFile),
    opening: type === 'create',
  };
}

/** Reads what RT tells; whatever is wrong is told, and the rest comes along. */
export function readRt(uploads: readonly Upload[], around: Around): Old {
  const { items, troubles } = itemsIn(uploads, lists);
  const roll = people();
  const queues = new Map<string, string>();
  const tickets: { item: Item; ticket: Ticket }[] = [];
  const transactions: { item: Item; transaction: Transaction }[] = [];
  const attached = new Map<string, Attachment[]>();
  const take = <T extends object>(shape: z.ZodType<T>, item: Item, use: (value: T) => void) => {
    const read = shaped(shape, item);
    if (isTrouble(read)) troubles.push(read);
    else use(read);
  };
  const [Ticket, Transaction] = [ticketOf(around), transactionOf(around)];
  for (const item of items) {
    const kind = kindOf(item);
    if (kind === 'ticket') take(Ticket, item, (ticket) => tickets.push({ item, ticket }));
    else if (kind === 'transaction') take(Transaction, item, (transaction) => transactions.push({ item, transaction }));
    else if (kind === 'attachment')
      take(Attachment, item, (file) => {
        const of = attached.get(file.TransactionId);
        if (of) of.push(file);
        else attached.set(file.TransactionId, [file]);
      });
    else if (kind === 'queue') take(Queue, item, ({ id, Name }) => queues.set(id, Name));
    else if (kind === 'user')
      take(User, item, ({ id, Name, RealName, EmailAddress, Disabled }) =>
        roll.learn([Name && `login:${Name}`, id && `login:${id}`], {
          name: RealName || Name || '',
          email: EmailAddress ?? null,
          active: !Disabled,
        }),
      );
    else troubles.push({ ...item, number: '', name: '', reasons: [refused('nothingKnown')] });
  }
  const said = new Map<string, Transaction[]>(tickets.map(({ ticket }) => [ticket.id, []]));
  for (const { item, transaction } of transactions) {
    if (!spoken.has(transaction.Type.toLowerCase())) continue;
    const id = transaction.TicketId ?? transaction.Object ?? transaction.ObjectId ?? '';
    const of = said.get(id);
    if (of) of.push(transaction);
    else troubles.push({ ...item, number: id, name: '', reasons: [refused('requestMissing')] });
  }
  const requests: Read<OldRequest>[] = [];
  for (const { item, ticket } of tickets) {
    const place = { file: item.file, place: item.place };
    if (ticket.Status?.toLowerCase() === 'deleted') {
      troubles.push({ ...place, number: ticket.id, name: ticket.Subject ?? '', reasons: [refused('deletedThere')] });
      continue;
    }
    const reasons: Trouble['reasons'] = [];
    const told = (said.get(ticket.id) ?? []).map((one) => saidIn(one, attached.get(one.id) ?? [], roll, reasons));
    requests.push({ ...place, item: storyOf(draftOf(ticket, roll, queues), told), reasons });
  }
  return { people: roll.all(), requests, troubles };
}

function draftOf(ticket: Ticket, roll: People, queues: ReadonlyMap<string, string>) {
  const asker = ticket.Requestor?.[0] ?? ticket.Creator;
  const owner = ticket.Owner && !/^nobody$/i.test(ticket.Owner) ? ticket.Owner : null;
  const by = (name: string | null | undefined) => roll.named([name && `login:${name}`, name], name);
  const state = states[ticket.Status?.toLowerCase() ?? ''] ?? 'asked';
  const { id = '', name = '' } = ticket.Queue ?? {};
  return {
    key: ticket.id,
    number: ticket.id,
    title: ticket.Subject ?? '',
    requester: by(asker),
    owner: owner === null ? null : by(owner),
    // Whoever made the list may have put the name where the id was.
    team: name || (queues.get(id) ?? (/^\d*$/.test(id) ? '' : id)),
    state,
    reason: state === 'declined' ? (ticket.Status ?? '') : '',
    createdAt: ticket.Created,
    endedAt: state === 'asked' ? null : (ticket.Resolved ?? ticket.LastUpdated ?? ticket.Created),
  };
}

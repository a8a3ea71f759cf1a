// What GLPI's REST API answers: Ticket, ITILFollowup, ITILSolution, Ticket_User, Group_Ticket, User, UserEmail, Group, Document, Document_Item,
// as lists by these names, or one list in a file that is called so. Names may stand in place of ids (expand_dropdowns).
// See https://github.com/glpi-project/glpi/blob/main/apirest.md
import { z } from 'zod';
import { refused } from '../../platform/outcome.ts';
import type { Around, Old, OldRequest, OldState, Read, Trouble, Upload } from '../importing.model.ts';
import { flag, ident, maybe, moment, words } from './fields.ts';
import { isTrouble, itemsIn, shaped, type Item } from './items.ts';
import { people, type People } from './people.ts';
import { bodyOf, fileOf, isFile, storyOf, type Said } from './story.ts';

const kinds = [
  'ticketuser',
  'groupticket',
  'ticket',
  'itilfollowup',
  'ticketfollowup',
  'itilsolution',
  'useremail',
  'user',
  'documentitem',
  'document',
  'group',
] as const;
type Kind = (typeof kinds)[number];
const lists = new Set<string>(kinds.flatMap((kind) => [kind, `${kind}s`]));

const schemas = (around: Around) => ({
  ticket: z.object({
    id: ident,
    name: maybe(words),
    content: maybe(words),
    status: maybe(ident),
    date: maybe(moment(around)),
    date_creation: maybe(moment(around)),
    solvedate: maybe(moment(around)),
    closedate: maybe(moment(around)),
    date_mod: maybe(moment(around)),
    users_id_recipient: maybe(ident),
    _users_id_requester: maybe(z.union([ident, z.array(ident).transform((all) => all[0] ?? '')])),
    is_deleted: flag.default(false),
  }),
  followup: z.object({
    id: maybe(ident),
    itemtype: maybe(words),
    items_id: maybe(ident),
    tickets_id: maybe(ident),
    date: maybe(moment(around)),
    date_creation: maybe(moment(around)),
    users_id: maybe(ident),
    content: words,
    is_private: flag.default(false),
  }),
});
const Link = z.object({
  tickets_id: ident,
  users_id: maybe(ident),
  groups_id: maybe(ident),
  type: maybe(ident),
  alternative_email: maybe(words),
});
const User = z.object({
  id: ident,
  name: maybe(words),
  realname: maybe(words),
  firstname: maybe(words),
  email: maybe(words),
  is_active: flag.default(true),
  is_deleted: flag.default(false),
});
const UserEmail = z.object({ users_id: ident, email: words, is_default: flag.default(true) });
const Group = z.object({ id: ident, name: words });
const Document = z.object({
  id: maybe(ident),
  filename: maybe(words),
  name: maybe(words),
  mime: maybe(words),
  base64: z.unknown().optional(),
  data: z.unknown().optional(),
  tickets_id: maybe(ident),
  users_id: maybe(ident),
});
const DocumentItem = z.object({ documents_id: ident, items_id: ident, itemtype: words });

type Schemas = ReturnType<typeof schemas>;
type Ticket = z.infer<Schemas['ticket']>;
type Followup = z.infer<Schemas['followup']>;
type Link = z.infer<typeof Link>;
type File = z.infer<typeof Document>;

function kindOf({ hint, value }: Item): Kind | null {
  const told = kinds.find((kind) => hint === kind || hint === `${kind}s`);
  if (told) return told;
  if ('documents_id' in value) return 'documentitem';
  if ('filename' in value || 'base64' in value) return 'document';
  if ('is_private' in value && 'content' in value) return 'itilfollowup';
  if ('solutiontypes_id' in value) return 'itilsolution';
  if ('users_id_recipient' in value || ('status' in value && 'content' in value)) return 'ticket';
  if ('realname' in value || 'firstname' in value) return 'user';
  if ('tickets_id' in value && 'groups_id' in value) return 'groupticket';
  if ('tickets_id' in value && 'users_id' in value) return 'ticketuser';
  return 'completename' in value ? 'group' : null;
}

type Lists = {
  tickets: { item: Item; value: Ticket }[];
  followups: { item: Item; value: Followup; kind: Kind }[];
  links: Link[];
  groups: Map<string, string>;
  files: Map<string, File>;
  filesOf: Map<string, File[]>;
};
const put = <T>(map: Map<string, T[]>, key: string, value: T) => map.set(key, [...(map.get(key) ?? []), value]);

function gathered(items: readonly Item[], around: Around, roll: People, troubles: Trouble[]): Lists {
  const found: Lists = {
    tickets: [],
    followups: [],
    links: [],
    groups: new Map(),
    files: new Map(),
    filesOf: new Map(),
  };
  const shapes = schemas(around);
  const take = <T extends object>(shape: z.ZodType<T>, item: Item, use: (value: T) => void) => {
    const read = shaped(shape, item);
    if (isTrouble(read)) troubles.push(read);
    else use(read);
  };
  const addresses = new Map<string, string>();
  const hangs: z.infer<typeof DocumentItem>[] = [];
  const users: z.infer<typeof User>[] = [];
  for (const item of items) {
    const kind = kindOf(item);
    if (kind === 'ticket') take(shapes.ticket, item, (value) => found.tickets.push({ item, value }));
    else if (kind === 'itilfollowup' || kind === 'ticketfollowup' || kind === 'itilsolution')
      take(shapes.followup, item, (value) => found.followups.push({ item, value, kind }));
    else if (kind === 'ticketuser' || kind === 'groupticket') take(Link, item, (value) => found.links.push(value));
    else if (kind === 'user') take(User, item, (value) => users.push(value));
    else if (kind === 'useremail')
      take(UserEmail, item, ({ users_id: id, email, is_default }) =>
        is_default || !addresses.has(id) ? addresses.set(id, email) : undefined,
      );
    else if (kind === 'group') take(Group, item, ({ id, name }) => found.groups.set(id, name));
    else if (kind === 'documentitem') take(DocumentItem, item, (value) => hangs.push(value));
    else if (kind === 'document')
      take(Document, item, (value) => {
        if (value.id) found.files.set(value.id, value);
        if (value.tickets_id) put(found.filesOf, `ticket ${value.tickets_id}`, value);
      });
    else troubles.push({ ...item, number: '', name: '', reasons: [refused('nothingKnown')] });
  }
  for (const { id, name, firstname, realname, email, is_active, is_deleted } of users)
    roll.learn([`id:${id}`, name && `id:${name}`], {
      name: [firstname, realname].filter(Boolean).join(' ') || (name ?? ''),
      email: addresses.get(id) ?? email ?? (name?.includes('@') ? name : null),
      active: is_active && !is_deleted,
    });
  for (const { documents_id, items_id, itemtype } of hangs) {
    const file = found.files.get(documents_id);
    const on = /^ticket$/i.test(itemtype) ? 'ticket' : 'followup';
    if (file && file.tickets_id !== items_id) put(found.filesOf, `${on} ${items_id}`, file);
  }
  return found;
}

const stateOf = (status: string | null | undefined): OldState =>
  status === '5' || status === '6' || /^(?:solved|closed)$/i.test(status ?? '') ? 'closed' : 'asked';

/** Reads what GLPI tells; whatever is wrong is told, and the rest comes along. */
export function readGlpi(uploads: readonly Upload[], around: Around): Old {
  const { items, troubles } = itemsIn(uploads, lists);
  const roll = people();
  const all = gathered(items, around, roll, troubles);
  const followups = new Map<string, { value: Followup; kind: Kind }[]>();
  const there = new Set(all.tickets.map(({ value }) => value.id));
  for (const { item, value, kind } of all.followups) {
    const id = value.items_id ?? value.tickets_id ?? '';
    // Changes and problems of GLPI have follow-ups, too.
    if (value.itemtype && !/^ticket$/i.test(value.itemtype)) continue;
    if (there.has(id)) put(followups, id, { value, kind });
    else troubles.push({ ...item, number: id, name: '', reasons: [refused('requestMissing')] });
  }
  const links = new Map<string, Link[]>();
  for (const link of all.links) put(links, link.tickets_id, link);
  const requests: Read<OldRequest>[] = [];
  for (const { item, value: ticket } of all.tickets) {
    const place = { file: item.file, place: item.place };
    const fail = (reason: Trouble['reasons'][number]) =>
      troubles.push({ ...place, number: ticket.id, name: ticket.name ?? '', reasons: [reason] });
    const createdAt = ticket.date ?? ticket.date_creation;
    if (ticket.is_deleted) fail(refused('deletedThere'));
    else if (!createdAt) fail(refused('notAnInstant', { field: 'date' }));
    else
      requests.push({
        ...place,
        ...requestOf(ticket, createdAt, {
          all,
          roll,
          links: links.get(ticket.id) ?? [],
          followups: followups.get(ticket.id) ?? [],
        }),
      });
  }
  return { people: roll.all(), requests, troubles };
}

type Beside = {
  all: Lists;
  roll: People;
  links: readonly Link[];
  followups: readonly { value: Followup; kind: Kind }[];
};
const person = (roll: People, id: string | null | undefined, address?: string | null) => {
  const real = id && id !== '0' ? id : null;
  return roll.named([real && `id:${real}`, address, real], /^\d+$/.test(real ?? '') ? null : real);
};

function requestOf(ticket: Ticket, createdAt: Date, { all, roll, links, followups }: Beside) {
  const reasons: Trouble['reasons'] = [];
  const filesAt = (key: string) => {
    const files = (all.filesOf.get(key) ?? []).map(({ filename, name, mime, base64, data }) =>
      fileOf({ name: filename || name, type: mime, data: base64 ?? data }),
    );
    for (const file of files) if (!isFile(file)) reasons.push(file);
    return files.filter(isFile);
  };
  const linked = (type: string) =>
    links.find((link) => link.type === type && (link.users_id || link.alternative_email));
  const asker = linked('1');
  const assigned = linked('2');
  const group = links.find((link) => link.groups_id && (link.type ?? '2') === '2')?.groups_id ?? '';
  const requester = person(
    roll,
    asker?.users_id ?? ticket._users_id_requester ?? ticket.users_id_recipient,
    asker?.alternative_email,
  );
  const state = stateOf(ticket.status);
  const said: Said[] = followups.map(({ value }) => ({
    author: person(roll, value.users_id),
    at: value.date ?? value.date_creation ?? createdAt,
    body: bodyOf(value.content, 'text/html'),
    private: value.is_private,
    files: value.id ? filesAt(`followup ${value.id}`) : [],
  }));
  const opening: Said = {
    author: requester,
    at: createdAt,
    body: bodyOf(ticket.content ?? '', 'text/html'),
    private: false,
    files: filesAt(`ticket ${ticket.id}`),
    opening: true,
  };
  const draft = {
    key: ticket.id,
    number: ticket.id,
    title: ticket.name ?? '',
    requester,
    owner: assigned ? person(roll, assigned.users_id, assigned.alternative_email) : null,
    team: all.groups.get(group) ?? (/^\d*$/.test(group) ? '' : group),
    state,
    reason: '',
    createdAt,
    endedAt: state === 'asked' ? null : (ticket.closedate ?? ticket.solvedate ?? ticket.date_mod ?? createdAt),
  };
  return { item: storyOf(draft, [opening, ...said]), reasons };
}

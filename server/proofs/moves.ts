// For tests of the whole: an import of an earlier system that was looked at, ready to be written.
import { sql } from 'kysely';
import { moveIn } from '../connect/connect.ts';
import { openStores } from '../attachments/attachments.ts';
import { newId, transact } from '../platform/db.ts';
import { importRequests } from '../requests/requests.ts';
import type { Caller, Cast } from './cast.ts';

let made = 0;

/** Begun by this administrator, or by somebody else who was one. */
export async function newMove(cast: Cast, whose: 'own' | 'theirs', title = 'Twice'): Promise<string> {
  const { db, id, time } = cast;
  const move = newId();
  made += 1;
  const bytes = Buffer.from(
    `id,title,created,requester,team\nM-${made},Moved ${made},2025-01-01,moved${made}@example.com,Crew ${9000 + made}\nM-${made},${title},2025-01-01,,\n`,
  );
  await sql`
    insert into connect_import (id, source, by_id, state, created_at)
    values (${move}, 'table', ${whose === 'own' ? id.administrator : id.second}, 'reading', ${time()})`.execute(db);
  await sql`insert into connect_import_file (import_id, name, bytes) values (${move}, 'old.csv', ${bytes})`.execute(db);
  await moveIn({ db, stores: openStores(db, undefined), clock: time });
  return move;
}

type Hide = (where: string, may: Iterable<Caller>) => string;
const servers = ['provider', 'member', 'lead', 'insider', 'helper'] as const;

/** A request of an earlier system with a note of its team, and files of one that another administrator looks at; the request. */
export async function hideInMoves(cast: Cast, canary: Hide): Promise<string> {
  const { db, id, it, time } = cast;
  const seen = ['requester', ...servers] as const;
  const at = new Date('2025-03-03T10:00:00Z');
  const said = (author: string, body: string, isPrivate: boolean) => ({
    id: newId(),
    author,
    at,
    body,
    private: isPrivate,
    files: [],
  });
  const request = newId();
  const past = {
    id: request,
    title: canary('title from elsewhere', seen),
    details: canary('details from elsewhere', seen),
    requester: id.requester,
    team: it,
    state: 'closed',
    reason: '',
    helloBy: id.member,
    createdAt: at,
    endedAt: at,
    messages: [
      said(id.member, canary('message from elsewhere', seen), false),
      said(id.member, canary('note from elsewhere', servers), true),
    ],
    files: [],
    was: { system: 'Zammad', number: canary('number from elsewhere', seen) },
  } as const;
  await transact(db, (tx) => importRequests(tx, id.administrator, [past], time()));
  await newMove(cast, 'theirs', canary('title in files of another administrator', []));
  return request;
}

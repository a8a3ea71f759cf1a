// What each person was to hear, read from the log of changes itself and from what was written; never from what was sent.
import type pg from 'pg';
import type { JudgedChange } from './live-listeners.ts';
import type { Written } from './live-writers.ts';

type Row = {
  cursor: string;
  subject: string;
  recipient: string | null;
  /** The write of the same transaction, by the number in its text. */
  number: number | null;
  requester: string | null;
  team: string | null;
};

/**
 * Every change since the streams were opened, with its hearers: of a request its requester and the team that serves it, of a notice its reader.
 * `from` and `to` bound the part of the run in which the server was away.
 */
export async function ledgerOf(
  pool: pg.Pool,
  since: string,
  written: readonly Written[],
  { from, to }: { from: number; to: number },
): Promise<JudgedChange[]> {
  const [xid, seq] = since.split('-');
  const [rows, members] = [
    await pool.query<Row>(
      `with told as (select * from platform_change where (xid, seq) > ($1::text::xid8, $2::text::bigint)),
      numbered as (
        select c.xid, substring(m.body from '^Message (\\d+) ')::int as number
        from told c join requests_message m on m.request_id = c.id and m.xmin::text::bigint = c.xid::text::bigint % 4294967296
        where c.subject = 'request' and c.kind = 'message'
        union
        select c.xid, substring(r.title from '^Ask (\\d+) ')::int
        from told c join requests_request r on r.id = c.id where c.subject = 'request' and c.kind = 'asked'
      )
      select c.xid::text || '-' || c.seq as cursor, c.subject, c.recipient, n.number, r.requester_id as requester, r.team_id as team
      from told c left join numbered n on n.xid = c.xid left join requests_request r on c.subject = 'request' and r.id = c.id
      order by c.xid, c.seq`,
      [xid, seq],
    ),
    await pool.query<{ team_id: string; people: string[] }>(
      'select team_id, array_agg(person_id::text) as people from directory_membership group by team_id',
    ),
  ];
  const teams = new Map(members.rows.map((row) => [row.team_id, row.people]));
  const byNumber = new Map(written.map((write) => [write.number, write]));
  return rows.rows.map(({ cursor, recipient, number, requester, team }) => {
    const write = byNumber.get(number ?? 0);
    const acknowledged = write?.acknowledged ?? null;
    const across =
      write !== undefined && (write.tries > 1 || (acknowledged !== null && acknowledged >= from && acknowledged <= to));
    const all = recipient
      ? [recipient]
      : [...new Set([...(requester ? [requester] : []), ...(teams.get(team ?? '') ?? [])])];
    return { cursor, acknowledged, part: across ? 1 : 0, hearers: all };
  });
}

/** Acknowledged writes that the log knows nothing of: none, when nothing was lost. */
export const lostOf = (written: readonly Written[], rows: readonly JudgedChange[]): number => {
  const times = new Set(rows.map(({ acknowledged }) => acknowledged));
  return written.filter(({ status, acknowledged }) => status < 300 && !times.has(acknowledged)).length;
};

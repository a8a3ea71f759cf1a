// What time alone must tell, and what leaves the house: reminders and mails, neither lost nor doubled nor early. Read from the tables of the database.
import type pg from 'pg';
import type { Finding } from './check.ts';
import type { Mailbox } from './mailbox.ts';
import { isOver, timeOf, type Story } from './stories.ts';
import type { Scene } from './writers.ts';

/** Time looks round once a minute; a fault may make it miss one of its rounds. */
const patience = 150_000;

/** Stories of which the clock must have told by `now`, with what. */
export const dueStories = (stories: readonly Story[], now: number): Story[] =>
  stories.filter((story) => {
    const time = timeOf(story);
    return time && story.id && isOver(story) && story.at + time.after * 60_000 + patience < now;
  });

/** Reminders that should have come by now and did not. That none came twice is looked at with every story. */
export async function checkReminders(
  { company, now }: Scene,
  database: pg.Client,
  stories: readonly Story[],
): Promise<Finding[]> {
  const due = dueStories(stories, now());
  const { rows } = await database.query<{ id: string; person: string; kind: string }>(
    `select subject_id as id, person_id as person, kind from notices_notice where subject_id = any($1::uuid[])`,
    [due.map(({ id }) => id)],
  );
  const told = new Set(rows.map(({ id, person, kind }) => `${id} ${kind} ${person}`));
  return due.flatMap((story) =>
    (timeOf(story)?.tells ?? [])
      .filter(([to, kind]) => !told.has(`${story.id} ${kind} ${company.id[story[to]]}`))
      .map(([to, kind]) => ({ of: 'lost' as const, what: `${story.kind} ${story.id}: no "${kind}" to the ${to}` })),
  );
}

/** Reminders that came before their time. */
export async function checkEarly(database: pg.Client): Promise<Finding[]> {
  const { rows } = await database.query<{ kind: string; id: string }>(
    `select n.kind, n.subject_id as id from notices_notice n
       left join requests_request r on r.id = n.subject_id
       left join promises_promise p on p.id = coalesce(r.promise_id, n.subject_id)
     where (n.kind = 'overdue' and n.created_at < (n.params->>'due')::timestamptz)
        or (n.kind = 'atRisk' and n.params->>'reason' = 'timeShort' and n.created_at < p.warn_at)
        or (n.kind = 'ungreeted' and n.created_at < r.greet_by)
        or (n.kind = 'closedBySilence' and n.created_at < r.close_by)`,
  );
  return rows.map(({ kind, id }) => ({ of: 'early', what: `"${kind}" of ${id}` }));
}

export type Mails = { sent: number; waiting: number; repeated: number };

/**
 * Every mail that counts as sent came; what came was posted once; and news that wait for an answer were written about.
 * A mail that came twice did so under one Message-ID: a server that dies between the other's yes and our writing it down sends again.
 */
export async function checkMails(
  database: pg.Client,
  mailbox: Mailbox,
): Promise<{ findings: Finding[]; mails: Mails }> {
  const { rows } = await database.query<{ state: string; message: string | null }>(
    'select state, message_id as message from platform_mail',
  );
  const posted = new Set(rows.flatMap(({ message }) => message ?? []));
  const sent = rows.filter(({ state }) => state === 'sent');
  const unwritten = await database.query<{ kind: string; id: string }>(
    `select kind, subject_id as id from notices_notice n
     where mail_id is null and read_at is null and created_at < now() - interval '5 minutes'
       and kind in ('asked', 'greeted', 'promised', 'delivered', 'overdue', 'ungreeted', 'declined', 'renegotiationProposed')
       and not exists (select from platform_mail m where m.state in ('waiting', 'sending')
         and m.reader = n.person_id::text and m.facts->>'subjectId' = n.subject_id::text)`,
  );
  const findings: Finding[] = [
    ...sent
      .filter(({ message }) => !message || !mailbox.came.has(message))
      .map(({ message }) => ({ of: 'lost' as const, what: `the mail ${message} is called sent and never came` })),
    ...rows
      .filter(({ state }) => state === 'failed' || state === 'dropped')
      .map(({ state, message }) => ({ of: 'lost' as const, what: `the mail ${message} ${state}` })),
    ...[...mailbox.came.keys()]
      .filter((message) => !posted.has(message))
      .map((message) => ({ of: 'doubled' as const, what: `the mail ${message} came and was never posted` })),
    ...unwritten.rows.map(({ kind, id }) => ({ of: 'lost' as const, what: `no mail tells of "${kind}" of ${id}` })),
  ];
  const repeated = [...mailbox.came.values()].filter((times) => times > 1).length;
  return { findings, mails: { sent: sent.length, waiting: rows.length - sent.length, repeated } };
}

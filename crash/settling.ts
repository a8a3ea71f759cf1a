// When the faults are over: waits for what time still tells and what still leaves the house, then looks at everything that was ever written.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { RequestRow } from '../contract/requests.ts';
import type { Finding } from './check.ts';
import { must } from './client.ts';
import type { Mailbox } from './mailbox.ts';
import { aboutOf, isOfStory } from './stories.ts';
import { checkEarly, checkMails, checkReminders, dueStories } from './reminders.ts';
import type { Round, World } from './world.ts';

/** How long the last reminder may take: a minute of silence, two rounds of the clock, and some. */
const longest = 240_000;

/** `deadlines` false: a clock that jumped has none. */
export async function settle(
  world: World,
  { mailbox, deadlines }: { mailbox?: Mailbox | undefined; deadlines: boolean },
): Promise<Round> {
  const { scene, writers, check, installation } = world;
  const findings: Finding[] = [];
  const database = new pg.Client(installation.database('goodturn'));
  await database.connect();
  try {
    findings.push(...(await checkList(world)));
    const until = Date.now() + longest;
    while (deadlines && Date.now() < until && (await isWaiting(database))) await pause(2000);
    if (deadlines) findings.push(...(await checkReminders(scene, database, writers.stories)));
    const due = Map.groupBy(deadlines ? dueStories(writers.stories, scene.now()) : [], ({ kind }) => kind);
    findings.push(...(await checkEarly(database)));
    const mail = mailbox && (await checkMails(database, mailbox));
    findings.push(...(mail?.findings ?? []));
    const notes = [`${writers.stories.length} requests and promises`, `${scene.ledger.count()} writes`];
    if (due.size > 0)
      notes.push(`told by time: ${[...due].map(([kind, { length }]) => `${length} ${kind}`).join(', ')}`);
    if (mail) {
      const { sent, waiting, repeated } = mail.mails;
      notes.push(`${sent} mails sent, ${waiting} not yet, ${repeated} came again with the same Message-ID`);
    }
    findings.push(...(await check()));
    return { acknowledged: 0, unsure: 0, ready: 0, findings, notes };
  } finally {
    await database.end();
  }
}

/** Whether the clock still has something to tell that is due, or mail to send. */
async function isWaiting(database: pg.Client): Promise<boolean> {
  const { rows } = await database.query<{ waiting: boolean }>(
    `select exists (select from requests_request where (state = 'asked' and ungreeted_at is null and greeted_at is null)
         or (state = 'delivered' and team_id is not null and close_by < now() + interval '2 minutes'))
       or exists (select from promises_promise where state = 'open' and overdue_at is null and due_at < now() + interval '2 minutes')
       or exists (select from promises_risk k join promises_promise p on p.id = k.promise_id where p.state = 'open'
         and (k.changed or (k.reason is not null and not exists (
           select from promises_warned w where w.promise_id = p.id and w.due_at = p.due_at))))
       or exists (select from platform_mail where state = 'waiting' and next_at < now()) as waiting`,
  );
  return rows[0]?.waiting ?? false;
}

/** Every request is in the lists of its people, once, with a number of its own. */
async function checkList({ client, scene, writers }: World): Promise<Finding[]> {
  const numbers: number[] = [];
  const ids = new Set<string>();
  for (const name of ['mika', 'liisa'] as const) {
    let cursor = '';
    do {
      const path = `/api/requests?limit=100${cursor}`;
      const page = await must<{ items: RequestRow[]; next: string | null }>(
        client.send({ method: 'GET', path, cookie: scene.company.cookie[name] }),
      );
      const own = page.items.filter(({ id, title }) => isOfStory(title) && (name === 'mika' || !ids.has(id)));
      numbers.push(...own.map(({ number }) => number));
      for (const { id } of own) ids.add(id);
      cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : '';
    } while (cursor);
  }
  const stories = writers.stories.filter((story) => aboutOf(story) === 'requests');
  const missing = stories.filter(({ id }) => id && !ids.has(id));
  const asked = stories.filter(({ id }) => id).length;
  const twice = numbers.length - new Set(numbers).size;
  return [
    ...missing.map(({ id }): Finding => ({ of: 'lost', what: `${id} is in no list` })),
    ...(twice > 0 ? [{ of: 'doubled' as const, what: `${twice} numbers are there twice` }] : []),
    ...(ids.size > asked ? [{ of: 'doubled' as const, what: `${ids.size - asked} requests that nobody asked` }] : []),
  ];
}

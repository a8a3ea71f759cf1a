// Several processes with one outbox, and one that is killed in the middle of a mail.
import { sql } from 'kysely';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { plain, standOutbox } from './outbox-for-tests.ts';
import type { Work } from './sender-for-tests.ts';

const house = standOutbox();
const { mailbox, mailerFor, pass, states, write } = house;

describe('the senders', () => {
  test('of several processes never send a mail twice', async () => {
    const box = await mailbox();
    const readers = Array.from({ length: 40 }, (_, index) => `reader${index}`);
    await write(...readers.map(plain));
    await Promise.all(Array.from({ length: 3 }, () => mailerFor(box.server).deliver()));
    expect(box.received.map(({ to }) => to[0]).toSorted()).toEqual(
      readers.map((each) => `${each}@example.com`).toSorted(),
    );
  });

  test('take up what a killed process was sending, under the same Message-ID, when its time is over', async () => {
    let kill: () => void = () => undefined;
    let heard = 0;
    const box = await mailbox({
      content: () => {
        heard += 1;
        if (heard > 1) return undefined;
        kill();
        return undefined;
      },
    });
    await write(plain('aino'));
    const { host, port, user } = inject('postgres');
    const [{ name } = { name: '' }] = (await sql<{ name: string }>`select current_database() as name`.execute(house.db))
      .rows;
    const work: Work = {
      connection: { host, port, user, database: name },
      server: box.server,
      now: house.now.toISOString(),
    };
    const child = spawn(process.execPath, [join(import.meta.dirname, 'sender-for-tests.ts'), JSON.stringify(work)]);
    kill = () => child.kill('SIGKILL');
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    expect((await states())[0]?.[0]).toBe('sending');

    pass(9);
    await mailerFor(box.server).deliver();
    expect(heard).toBe(1);
    pass(2);
    await mailerFor(box.server).deliver();
    expect(await states()).toEqual([['sent', 0, null]]);
    expect(box.received.map(({ mail }) => mail.messageId)).toEqual([
      box.received[0]?.mail.messageId,
      box.received[0]?.mail.messageId,
    ]);
  });
});

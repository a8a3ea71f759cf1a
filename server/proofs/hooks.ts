// For tests of the whole: everybody has a program of their own that is told whatever webhooks tell, and what it hears is theirs to read.
import { sql } from 'kysely';
import { webhookTopics } from '../../contract/connect.ts';
import { isBehind, openReceiver, type Receiver } from '../connect/for-tests.ts';
import { people, type Cast } from './cast.ts';
import type { View } from './views.ts';

/** The cast must be opened with `reached`, or the programs are taken for addresses inside. */
export type Hooks = {
  subscribe: (cast: Cast) => Promise<void>;
  read: (cast: Cast) => Promise<View[]>;
  close: () => Promise<void>;
};
export const reached = ['127.0.0.1'];

export function openHooks(): Hooks {
  const programs = new Map<(typeof people)[number], Receiver>();
  return {
    subscribe: async (cast) => {
      for (const who of people.filter((each) => each !== 'gone')) {
        const program = await openReceiver();
        programs.set(who, program);
        const body = { name: 'Wallboard', url: program.url, about: webhookTopics };
        const made = await cast.as(who, 'POST', '/api/webhooks', { body });
        if (made.status !== 201) throw new Error(made.text);
      }
    },
    read: async (cast) => {
      do await cast.courier.readOn();
      while (await isBehind(cast.db));
      // What is told is put together when it is sent: of the same news about the same thing one is enough.
      await sql`
        delete from connect_delivery d using connect_delivery later where later.webhook_id = d.webhook_id
        and later.type = d.type and later.subject_id = d.subject_id and later.id > d.id`.execute(cast.db);
      while (await cast.courier.round());
      return [...programs].flatMap(([who, { heard }]) =>
        heard.map(({ headers, body, event }) => ({
          who,
          from: `a webhook: ${event.type}`,
          text: `${JSON.stringify(headers)}\n${body}`,
        })),
      );
    },
    close: async () => void (await Promise.all([...programs.values()].map(({ close }) => close()))),
  };
}

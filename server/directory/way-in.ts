// Ways in: the links that an administrator makes, and the one that somebody asks for who forgot the password; shown, and mailed.
import type { z } from 'zod';
import type { Invitation } from '../../contract/directory-people.ts';
import { makeLink } from '../auth/auth.ts';
import { transact, type Db } from '../platform/db.ts';
import { post, type Composed, type Composer, type Posted } from '../platform/mail/mail.ts';
import { lay } from '../platform/mail/layout.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import type { Secrets } from '../platform/secrets.ts';
import { speakersOf } from '../platform/speech.ts';
import type { Who } from '../platform/who.ts';
import { addressee, type Addressee } from './directory.ts';
import { auditPerson, makeWayIn } from './people.ts';
import { findActiveByEmail } from './queries.ts';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fi from './words/fi.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };

const speakers = speakersOf({ en, fi, es, ru });
const sealing = 'way in';

export type WayInParts = {
  /** Where people reach us, for links that are sent to them. */
  publicUrl: string;
  secrets: Secrets;
  /** Whether there is a server that takes mail. */
  mailReady: (db: Db) => Promise<boolean>;
};
type Purpose = 'invite' | 'reset';

/** Makes a link for somebody and shows it once; it is mailed to them as well where mail works. Refuses what `makeWayIn` refuses. */
export async function offerWayIn(
  { publicUrl, secrets, mailReady }: WayInParts,
  db: Db,
  who: Who,
  person: string,
  purpose: Purpose,
  now: Date,
): Promise<Outcome<z.infer<typeof Invitation>>> {
  const made = await transact(db, async (tx) => {
    const link = await makeWayIn(tx, person, purpose, now);
    if (isRefused(link)) return link;
    await auditPerson(tx, who, `person.${purpose}`, person, now);
    const reader = (await mailReady(tx)) ? await addressee(tx, person) : undefined;
    const mailed = reader !== undefined && !reader.demo;
    const facts = { purpose, link: secrets.seal(sealing, link.token), until: link.expires.toISOString() };
    if (mailed) await post(tx, [{ kind: 'wayIn', reader: person, facts }], now);
    return { ...link, mailed };
  });
  if (isRefused(made)) return made;
  const { token, expires, mailed } = made;
  return { url: new URL(`/welcome/${token}`, publicUrl).href, expires: expires.toISOString(), mailed };
}

/** Somebody says that this is their address and that they forgot the password. The same is done whether or not anybody has it. */
export const askForReset = (tx: Db, email: string, now: Date) =>
  post(tx, [{ kind: 'forgotten', reader: email, bundle: `forgotten ${email}`.slice(0, 200) }], now);

const nothing = { nothing: true } as const;

/** Writes the mails of this capability. */
export const directoryComposers = ({
  publicUrl,
  secrets,
}: Pick<WayInParts, 'publicUrl' | 'secrets'>): Record<string, Composer> => ({
  wayIn: async (tx, mail, now) => {
    const reader = await addressee(tx, mail.reader);
    const token = secrets.open(sealing, String(mail.facts['link']));
    const until = new Date(String(mail.facts['until']));
    if (!reader || reader.demo || token === null || until <= now) return nothing;
    return letter(reader, mail.facts['purpose'] === 'invite' ? 'invite' : 'reset', { publicUrl, token, until });
  },
  forgotten: (tx, mail, now) => composeForgotten(tx, mail, publicUrl, now),
});

const hour = 3_600_000;

async function composeForgotten(tx: Db, mail: Posted, publicUrl: string, now: Date): Promise<Composed> {
  const person = await findActiveByEmail(tx, mail.reader);
  const reader = person && (await addressee(tx, person));
  // Whoever had to wait for longer has asked an administrator meanwhile.
  if (!reader || reader.demo || now.getTime() - mail.since.getTime() > hour) return nothing;
  const token = await makeLink(tx, { account: reader.who.id, purpose: 'reset', now });
  return letter(reader, 'reset', { publicUrl, token, until: new Date(now.getTime() + hour) });
}

type Link = { publicUrl: string; token: string; until: Date };

function letter(reader: Addressee, purpose: Purpose, { publicUrl, token, until }: Link): Composed {
  const { language, zone } = reader.who;
  const say = speakers[language];
  const format = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;
  const values = {
    name: reader.name,
    company: reader.company,
    until: say.formatDate(until, { ...format, timeZone: zone }),
  };
  const words = (key: string) => say.formatMessage({ id: `mail.${purpose}.${key}` }, values);
  return {
    letter: {
      to: { name: reader.name, address: reader.email },
      language,
      subject: words('subject'),
      ...lay({
        language,
        preview: words('words'),
        title: words('title'),
        words: [words('words')],
        act: { label: words('act'), url: new URL(`/welcome/${token}`, publicUrl).href },
        foot: [{ text: words('until') }, { text: words('unasked') }],
      }),
    },
  };
}

// What mails and pushes say, in their reader's language. Subjects and pushes name a kind and a number, never what somebody wrote.
import type { IntlShape } from '@formatjs/intl';
import type { NoticeGroup } from '../../contract/notices.ts';
import type { Addressee } from '../directory/directory.ts';
import { lay, type Matter } from '../platform/mail/layout.ts';
import type { Letter } from '../platform/mail/mail.ts';
import { speakersOf } from '../platform/speech.ts';
import type { Links } from './links.ts';
import type { Told } from './notices.ts';
import type { NoticeRow } from './queries.ts';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fi from './words/fi.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };

const texts = { en, fi, es, ru } as const;
const speakers = speakersOf(texts);
type Say = IntlShape<string>;

/** One notice as it may be told to its reader. */
export type News = { row: NoticeRow; told: Told; group: NoticeGroup; actor: string | null; urgent: boolean };

const mostMatters = 20;
const has = (key: string): boolean => key in en;

/** Under which name a matter goes outside: its title, or of a private one the team alone. */
function nameOf(say: Say, { title, quiet, team, own }: Told): string {
  if (!quiet) return title;
  if (!team) return say.formatMessage({ id: 'mail.subject.other' });
  return say.formatMessage({ id: own ? 'mail.subject.private' : 'mail.subject.privateServed' }, { team });
}

function sentence(say: Say, { row, told, actor }: News, zone: string): string {
  if (told.quiet) return say.formatMessage({ id: 'mail.private.line' });
  const due = typeof row.params['due'] === 'string' ? new Date(row.params['due']) : null;
  const key = `mail.sentence.${row.kind}`;
  const timed = due && has(`${key}.due`) ? `${key}.due` : key;
  if (!has(timed)) return say.formatMessage({ id: 'mail.subject.other' });
  const values = {
    actor: actor ?? say.formatMessage({ id: 'mail.someone' }),
    title: told.title,
    due: due ? timeIn(say, due, zone) : '',
    reason: typeof row.params['reason'] === 'string' ? row.params['reason'] : '',
  };
  return say.formatMessage({ id: timed }, values);
}

const timeIn = (say: Say, at: Date, timeZone: string): string =>
  say.formatDate(at, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone });

/** The line that is read on a locked screen: kind and number, or of a private matter the team alone. */
export function headline(language: Addressee['who']['language'], news: readonly News[]): string {
  const say = speakers[language];
  const [one] = news;
  if (!one) return say.formatMessage({ id: 'mail.subject.other' });
  if (one.told.quiet) return nameOf(say, one.told);
  // As people write it: without separators of thousands.
  const values = { number: String(one.told.number ?? ''), count: news.length };
  const kinds = new Set(news.map(({ row }) => row.kind));
  const key = `mail.subject.${one.row.kind}`;
  if (one.told.number === undefined) return kindAlone(say, one.row, kinds.size > 1);
  if (kinds.size > 1) return say.formatMessage({ id: 'mail.subject.several' }, values);
  return say.formatMessage({ id: has(key) ? key : 'mail.subject.other' }, values);
}

/** What has no number is called by its kind alone, if that says enough. */
function kindAlone(say: Say, { subject, kind }: NoticeRow, several: boolean): string {
  const keys = [`mail.subject.${kind}.${subject}`, `mail.subject.${kind}`] as (keyof typeof en)[];
  const key = keys.find((each) => en[each]?.includes('{number}') === false);
  return say.formatMessage({ id: several || key === undefined ? 'mail.subject.other' : key });
}

/** How several matters are announced in one push. */
export const headlineOfMany = (language: Addressee['who']['language'], count: number): string =>
  speakers[language].formatMessage({ id: 'push.several' }, { count });

function matterOf(say: Say, news: readonly News[], links: Links, zone: string): Matter {
  const [one] = news;
  if (!one) return { title: '', lines: [] };
  // Of a private matter not even how often something happened is told.
  const said = one.told.quiet ? [one] : news;
  return {
    title: nameOf(say, one.told),
    url: links.page(one.told.path),
    lines: said.map((each) => ({ text: sentence(say, each, zone), note: timeIn(say, each.row.created_at, zone) })),
  };
}

type Foot = { reader: Addressee; group: NoticeGroup; links: Links; now: Date };

function frame({ reader, group, links, now }: Foot) {
  const say = speakers[reader.who.language];
  const unsubscribe = links.choice(reader.who.id, group, now);
  return {
    to: { name: reader.name, address: reader.email },
    language: reader.who.language,
    unsubscribe,
    foot: [
      { text: say.formatMessage({ id: 'mail.foot.answer' }) },
      { text: say.formatMessage({ id: 'mail.foot.stop' }, { group }), url: unsubscribe },
      { text: say.formatMessage({ id: 'mail.foot.settings' }), url: links.page('/me/notices') },
    ],
  };
}

/** The letter about one matter. */
export function matterLetter(
  reader: Addressee,
  news: readonly News[],
  links: Links,
  now: Date,
  offer?: { accept: string; hold: string },
): Letter {
  const { language, zone } = reader.who;
  const say = speakers[language];
  const [one] = news;
  const { foot, ...rest } = frame({ reader, group: one?.group ?? 'follow', links, now });
  const matter = matterOf(say, news, links, zone);
  const subject = headline(language, news);
  const [act, ...further] = [
    ...(offer ? [{ label: say.formatMessage({ id: 'mail.answer.accept' }), url: offer.accept }] : []),
    ...(offer ? [{ label: say.formatMessage({ id: 'mail.answer.hold' }), url: offer.hold }] : []),
    ...(matter.url ? [{ label: say.formatMessage({ id: 'mail.open' }), url: matter.url }] : []),
  ];
  const count = 1;
  const laid = lay({
    language,
    preview: say.formatMessage({ id: 'mail.preview' }, { count, company: reader.company }),
    title: matter.title,
    matters: [{ title: '', lines: matter.lines }],
    ...(act ? { act } : {}),
    further,
    foot,
  });
  return { ...rest, subject, ...laid };
}

/** The letter of a day: everything that waited for it, matter by matter. */
export function digestLetter(reader: Addressee, news: readonly News[], links: Links, now: Date): Letter {
  const { language, zone } = reader.who;
  const say = speakers[language];
  const byMatter = Map.groupBy(news, ({ row }) => `${row.subject} ${row.subject_id}`);
  const matters = [...byMatter.values()].map((those) => matterOf(say, those, links, zone));
  const more = matters.length - mostMatters;
  const { foot, ...rest } = frame({ reader, group: news[0]?.group ?? 'follow', links, now });
  const values = { count: byMatter.size, company: reader.company };
  const laid = lay({
    language,
    preview: say.formatMessage({ id: 'mail.preview' }, values),
    title: say.formatMessage({ id: 'mail.digest.title' }),
    matters: matters.slice(0, mostMatters),
    ...(more > 0 ? { words: [say.formatMessage({ id: 'mail.digest.more' }, { count: more })] } : {}),
    act: { label: say.formatMessage({ id: 'mail.open.all' }), url: links.page('/notices') },
    foot,
  });
  return { ...rest, subject: say.formatMessage({ id: 'mail.subject.digest' }, values), ...laid };
}

/** The letter by which an administrator tries the mail server. */
export function trialLetter(reader: Addressee, links: Links): Letter {
  const { language } = reader.who;
  const say = speakers[language];
  const words = say.formatMessage({ id: 'mail.trial.words' });
  return {
    to: { name: reader.name, address: reader.email },
    language,
    subject: say.formatMessage({ id: 'mail.trial.subject' }, { company: reader.company }),
    ...lay({
      language,
      preview: words,
      title: say.formatMessage({ id: 'mail.trial.title' }),
      words: [words],
      foot: [{ text: reader.company, url: links.page('/') }],
    }),
  };
}

// The part of the sample company that its teams have written down, through the same doors as everything else.
import { sure, type Cast } from '../directory/seed.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { insertHelped } from './helped.queries.ts';
import { sampleArticles, type SampleArticle } from './sample-articles.ts';
import { begin, save } from './writing.ts';

const day = 86_400_000;
/** Some days ago, when people in the office write. */
const morning = (now: Date, days: number, more: number) => {
  const at = new Date(now.getTime() - days * day);
  at.setUTCHours(7 + ((days + more) % 6), (days * 7) % 60, 0, 0);
  return at;
};
const dayIn = (now: Date, days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10);

/** Writes every article, version by version, each at its own time before `now`; then says whom it helped. */
export async function seedKnowledge(
  tx: Db,
  cast: Cast,
  services: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  for (const [index, article] of sampleArticles.entries()) {
    const id = await written(tx, cast, article, services, now);
    const readers = readersOf(cast, article, index);
    await insertHelped(tx, id, readers, article.spared, now);
  }
}

async function written(
  tx: Db,
  cast: Cast,
  article: SampleArticle,
  known: ReadonlyMap<string, string>,
  now: Date,
): Promise<string> {
  const { team, language, daysAgo, versions, state = 'published', reading = 'everyone', checkIn } = article;
  const checkBy = checkIn === undefined ? null : dayIn(now, checkIn);
  let id = '';
  for (const [index, { by, title, body, note = '' }] of versions.entries()) {
    const who = personOf(cast, by);
    const at = morning(now, Math.ceil(daysAgo / (index === 0 ? 1 : 3)), index);
    const services = (article.services ?? []).map((key) => known.get(key) ?? '');
    const words = { title, body, language, state, reading, checkBy, note, services };
    if (index === 0) id = sure(await begin(tx, who, { team: cast.teams.get(team) ?? '', ...words }, at)).id;
    else sure(await save({ tx, who, id, now: at }, words));
  }
  return id;
}

function personOf(cast: Cast, key: string): Who {
  const who = cast.people.get(key);
  if (!who) throw new Error(`Nobody in the sample company is called ${key}.`);
  return who;
}

/** Colleagues who may read it, taken from another place in the list for each article. */
function readersOf(cast: Cast, { team, reading, helped }: SampleArticle, index: number): string[] {
  const keeper = cast.teams.get(team);
  const inside = (who: Who) => who.teams.some(({ id }) => id === keeper);
  const readers = [...cast.people.values()].filter((who) => inside(who) === (reading === 'team'));
  return Array.from({ length: helped }, (_, n) => readers[(index * 7 + n * 3) % readers.length]?.id ?? '').filter(
    (one, n, all) => one !== '' && all.indexOf(one) === n,
  );
}

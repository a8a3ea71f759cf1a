// `npm run exec -- journeys/pictures.ts`: makes docs/pictures/*.png, the six pictures of the README, from the sample company on a Tuesday morning.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { directoryApi, type DemoRole } from '../contract/directory.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { build, isStale } from '../run/build.mjs';
import { openChromium } from './chromium.ts';
import { openHouse } from './house.ts';
import { Visitor, type Looks } from './visitor.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
const heaviest = 250_000;

/** How far it is to the next Tuesday, 9:50 in Helsinki, in milliseconds. */
function untilTuesday(now: Date): number {
  const tuesday = new Date(now);
  tuesday.setUTCHours(7, 50, 0, 0);
  tuesday.setUTCDate(tuesday.getUTCDate() + ((2 - tuesday.getUTCDay() + 7) % 7));
  if (tuesday <= now) tuesday.setUTCDate(tuesday.getUTCDate() + 7);
  return tuesday.getTime() - now.getTime();
}

const ahead = untilTuesday(new Date());
process.env.CLOCK_AHEAD = String(ahead);
process.env.NODE_OPTIONS = `--import=${join(import.meta.dirname, 'clock-ahead.ts')}`;

if (isStale() && !(await build(process.execPath))) throw new Error('The web app could not be built.');
mkdirSync(folder, { recursive: true });
const house = await openHouse({ demo: true });
const browser = await openChromium();

/** Somebody of the sample company at a browser, on that Tuesday. */
async function be(as: DemoRole, looks: Looks = {}): Promise<Visitor> {
  const visitor = await Visitor.open(browser, house.url, as, { height: 800, ...looks });
  await visitor.page.clock.install({ time: Date.now() + ahead });
  await visitor.call(directoryApi.signInDemo, { body: { as } });
  return visitor;
}

async function take(visitor: Visitor, name: string): Promise<void> {
  await visitor.page.waitForLoadState('networkidle', { timeout: 2000 }).catch(() => undefined);
  await visitor.page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${name}.png`);
  await visitor.page.screenshot({ path });
  const { size } = statSync(path);
  console.log(`${name}.png, ${Math.round(size / 1000)} KB`);
  if (size > heaviest) throw new Error(`${path} is heavier than ${heaviest / 1000} KB.`);
}

/** The promise that was talked about most, in words that most readers of the README can read. */
async function talkedAbout(visitor: Visitor): Promise<string> {
  const { items } = await visitor.call(requestsApi.listRequests, { query: { role: 'serving', state: 'promised' } });
  const english = items.filter(({ title }) => /\b(the|a|of|and|for)\b/.test(title));
  const length = async (id: string) => {
    const { items: entries } = await visitor.call(requestsApi.listMessages, { params: { id } });
    return entries.length + (entries.some(({ kind }) => kind === 'note') ? 5 : 0);
  };
  const lengths = await Promise.all(english.map(async ({ id }) => ({ id, length: await length(id) })));
  const most = lengths.toSorted((a, b) => b.length - a.length)[0];
  if (!most) throw new Error('Nothing is promised in English.');
  return most.id;
}

try {
  const aino = await be('employee');
  await aino.go('/');
  await take(aino, 'today');

  const mika = await be('it-lead');
  await mika.go(`/requests/${await talkedAbout(mika)}`);
  await take(mika, 'request');

  const { teams } = await mika.call(requestsApi.getToday);
  await mika.go(`/teams/${teams[0]?.team.id}/queue`);
  await mika.until('the queue stands', async () => (await mika.page.getByRole('checkbox').count()) > 2);
  await mika.keys('j', 'x', 'j', 'x');
  await take(mika, 'queue');

  await mika.go('/');
  await mika.keys('Control+k');
  await mika.page.getByRole('combobox').fill('projector');
  await mika.page
    .getByRole('option', { name: /projector in/i })
    .first()
    .waitFor();
  await take(mika, 'palette');

  const marja = await be('manager', { width: 390, language: 'fi', dark: true });
  const { person } = await marja.call(directoryApi.getSession);
  await marja.go('/');
  await take(marja, 'phone');

  await mika.go(`/people/${person?.id}`);
  await take(mika, 'person');
} finally {
  await browser.close();
  await house.close();
}

// Hostile words wherever people write, seen in a real browser under the product's own policy: they are words, and nothing else.
import assert from 'node:assert/strict';
import { catalogApi } from '../contract/catalog.ts';
import { directoryApi } from '../contract/directory.ts';
import { knowledgeApi } from '../contract/knowledge.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { lay } from '../server/platform/mail/layout.ts';
import { Eyes, readMail, runningFreely } from './hostile-eyes.ts';
import { fileBodies, fileNames, formulas, hostiles, type Hostile } from './hostile.ts';
import { journey, type Scene } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const all = hostiles();
const marks = (of: readonly Hostile[]) => of.map(({ mark }) => mark);
/** As many as fit into a line, of every ninth kind, so that places differ in what they are given. */
const some = (most: number, from: number) =>
  all.filter(({ words }, index) => words.length <= most && index % 9 === from % 9);
const lineOf = (from: number): Hostile => some(120, from)[from % 20] ?? { words: '', mark: '' };
const cut = <T>(list: readonly T[], size: number): T[][] =>
  list.length === 0 ? [] : [list.slice(0, size), ...cut(list.slice(size), size)];

async function hotel(scene: Scene) {
  const company = await scene.company({
    people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }],
    teams: { IT: ['Mika Korhonen'] },
  });
  const aino = await scene.person('Aino Virtanen');
  const mika = await scene.person('Mika Korhonen');
  const jussi = await scene.person('Jussi Järvi');
  return {
    aino,
    mika,
    jussi,
    team: company.teams.get('IT') ?? '',
    eyes: await Eyes.open(mika.context, scene.house.url),
    url: scene.house.url,
    me: company.people.get('Mika Korhonen') ?? '',
  };
}

type Hotel = Awaited<ReturnType<typeof hotel>>;

/** A file of this name and type; its id. */
async function upload(visitor: Visitor, url: string, name: string, [type, bytes]: readonly [string, string]) {
  const sent = await visitor.context.request.post(`${url}/api/attachments?name=${encodeURIComponent(name)}`, {
    headers: { 'content-type': type, origin: url },
    data: bytes,
  });
  assert.equal(sent.status(), 201, `${name}: ${await sent.text()}`);
  return String(((await sent.json()) as { id: string }).id);
}

async function conversations({ aino, mika, me, team, eyes }: Hotel) {
  const title = lineOf(1);
  const ask = (words: string, details = '') =>
    aino.call(requestsApi.createRequest, { body: { title: words, details, team } });
  const { id } = await ask(title.words, all[0]?.words);
  for (const part of cut(all, 60)) {
    const body = part.map(({ words }) => words).join('\n\n');
    await aino.call(requestsApi.addMessage, { params: { id }, body: { body, kind: 'message' } });
  }
  const titles = some(200, 2).slice(0, 20);
  for (const { words } of titles) await ask(words);
  await eyes.look(`/requests/${id}`, marks(all));
  await eyes.look(`/teams/${team}/queue`, marks(titles));
  await aino.call(requestsApi.createRequest, { body: { title: title.words, person: me } });
  await eyes.look('/notices', [title.mark]);
  await eyes.look('/', [title.mark]);
  for (const { words, mark } of some(90, 4).slice(0, 3)) {
    const typed = encodeURIComponent(words);
    await eyes.look(`/search?q=${typed}`, [mark]);
    await eyes.look(`/ask?title=${typed}&details=${typed}`, [mark]);
  }

  const written = { team, title: title.words, language: 'en', state: 'published', reading: 'everyone' } as const;
  for (const sign of ['', '## ', '- ', '> ', '| a |\n|---|\n| ']) {
    const body = all.map(({ words }) => sign + words).join('\n\n');
    const article = await mika.call(knowledgeApi.createArticle, { body: { ...written, body } });
    await eyes.look(`/knowledge/${article.id}`, marks(all));
    if (sign === '') await eyes.look(`/knowledge/${article.id}/edit`, marks(all));
  }
}

/** A person, their team and its service, all of them called something hostile; a table that names many more. */
async function names({ jussi, eyes, url }: Hotel) {
  const boss = await Eyes.open(jussi.context, url);
  const [one, two, three] = [lineOf(3), lineOf(5), lineOf(7)];
  const { id: person } = await jussi.call(directoryApi.addPerson, {
    body: { name: one.words, email: 'hostile@example.com', said: two.words, does: three.words, place: one.words },
  });
  const { id: crew } = await jussi.call(directoryApi.createTeam, { body: { name: two.words, does: three.words } });
  await jussi.call(directoryApi.addMember, { params: { id: crew, person }, body: { lead: true } });
  const few = some(120, 8).slice(0, 8);
  const texts = some(400, 6).slice(0, 12);
  const description = texts.map(({ words }) => words).join('\n\n');
  const form = few.map(({ words }, at) => ({ key: `f${at}`, kind: 'text' as const, label: words, help: words }));
  const choice = { key: 'choice', kind: 'choice' as const, label: one.words, options: few.map(({ words }) => words) };
  const service = await jussi.call(catalogApi.createService, {
    body: { team: crew, name: three.words, description, form: [...form, choice], checklist: [one.words] },
  });
  await eyes.look(`/people/${person}`, marks([one, two, three]));
  await eyes.look('/people', [one.mark]);
  await eyes.look(`/teams/${crew}`, marks([two, three]));
  await eyes.look(`/services/${service.id}`, [three.mark, ...marks(texts)]);
  await eyes.look(`/ask?service=${service.id}`, marks(few));
  await boss.look('/settings/audit', [two.mark]);

  const cells = [...formulas, ...all.map(({ words }) => words)].map((words) => `"${words.replaceAll('"', '""')}"`);
  const table = cells.map((cell, at) => `${cell},row${at}@example.com,${cell}`);
  await boss.look('/people/import', marks(all.slice(0, 3)), async (page) => {
    const buffer = Buffer.from(`name,email,teams\n${table.join('\n')}\n`);
    const name = '"><img src=x onerror=top.hits.push(1)>.csv';
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.getByRole('tab', { name: labels('en')('directory.import.fate.added') }).click();
  });
}

async function files({ aino, team, eyes, url }: Hotel) {
  const { id } = await aino.call(requestsApi.createRequest, { body: { title: 'Files', team } });
  const sent: string[] = [];
  for (const [at, name] of fileNames().entries())
    sent.push(await upload(aino, url, name, fileBodies[at % fileBodies.length] ?? ['', '']));
  for (const attachments of cut(sent, 20))
    await aino.call(requestsApi.addMessage, { params: { id }, body: { body: '', kind: 'message', attachments } });
  await eyes.look(`/requests/${id}`, ['invoice', 'htaccess', '=1+1.csv']);
  for (const file of sent.slice(0, fileBodies.length)) await eyes.open(`/api/attachments/${file}?inline`);
  await eyes.look(`/requests/${id}`, ['invoice']);
}

/** In a mailbox there is no policy of ours. */
async function mails({ aino, url }: Hotel) {
  const [one, two, three] = [lineOf(3), lineOf(5), lineOf(7)];
  const letter = lay({
    language: 'en',
    preview: one.words,
    title: two.words,
    words: all.map(({ words }) => words),
    matters: all.slice(0, 40).map(({ words }) => ({ title: words, url, lines: [{ text: words, note: words }] })),
    act: { label: one.words, url },
    foot: [{ text: three.words, url }],
  });
  const page = await aino.context.newPage();
  assert.deepEqual(await readMail(page, letter.html, marks(all)), []);
}

export default [
  journey('hostile words, names, files, tables and mails stay words in a real browser', async (scene) => {
    const house = await hotel(scene);
    await conversations(house);
    await names(house);
    await files(house);
    await mails(house);
    const log = scene.house.log();
    assert.deepEqual(
      marks(all).filter((mark) => log.includes(mark)),
      [],
      'what people write is in no log',
    );
    const free = await house.aino.context.newPage();
    const ran = await runningFreely(free, all);
    await free.close();
    assert.ok(ran >= 100, `elsewhere only ${ran} of ${all.length} run: this would prove little`);
    console.log(`  ${all.length} hostile strings, ${ran} of which run where nobody cares`);
  }),
];

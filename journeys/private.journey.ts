// What HR is asked in private: its form asks only what fits, HR greets it, and from IT it cannot be seen anywhere.
import assert from 'node:assert/strict';
import { catalogApi } from '../contract/catalog.ts';
import { directoryApi } from '../contract/directory.ts';
import { noticesApi } from '../contract/notices.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { journey, type Company, type Scene } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const t = labels('en');
const words = { hidden: 'Knee surgery on the ninth', title: 'Parental leave from the third of May' };
const secrets = [words.hidden, 'Parental leave', 'Salary and leave'];

const question = (key: string, label: string, more: object = {}) => ({ key, kind: 'text' as const, label, ...more });
const form = [
  question('about', 'What is it about?', { kind: 'choice', required: true, options: ['Leave', 'Salary', 'Sickness'] }),
  question('reason', 'What should we know?', { showIf: { tests: [{ field: 'about', is: 'is', value: 'Sickness' }] } }),
  question('since', 'From which day?', { required: true }),
];

async function hotel(scene: Scene) {
  const company = await scene.company({
    people: [{ name: 'Aino Virtanen' }, { name: 'Heli Niemi' }, { name: 'Hanna Koski' }, { name: 'Mika Korhonen' }],
    teams: { HR: ['Heli Niemi', 'Hanna Koski'], IT: ['Mika Korhonen'], 'Front desk': ['Aino Virtanen'] },
  });
  const heli = await scene.person('Heli Niemi');
  const { id } = await heli.call(catalogApi.createService, {
    body: { team: company.teams.get('HR') ?? '', name: 'Salary and leave', sight: 'private', form },
  });
  const aino = await scene.person('Aino Virtanen');
  const mika = await scene.person('Mika Korhonen');
  return { company, heli, aino, mika, service: id };
}

const press = (visitor: Visitor, name: string | RegExp) =>
  visitor.page.getByRole('button', { name }).filter({ visible: true }).first().click();
const inWindow = (visitor: Visitor) => visitor.page.getByRole('dialog').last();
const send = (visitor: Visitor, name: string) => inWindow(visitor).getByRole('button', { name }).click();

/** Asks with one answer that the form takes back, and one that it first misses. */
async function askInPrivate(aino: Visitor, service: string): Promise<string> {
  const { page } = aino;
  const field = (label: string) => page.getByRole('textbox', { name: label });
  aino.allow(/422/);
  await aino.go(`/ask?service=${service}`);
  await aino.sees(t('requests.service.sees.private', { team: 'HR', approval: 'no' }));
  assert.equal(await field('What should we know?').count(), 0);
  await page.getByRole('radio', { name: 'Sickness' }).check();
  await field('What should we know?').fill(words.hidden);
  await aino.look('with a question that is asked sometimes');
  await page.getByRole('radio', { name: 'Leave' }).check();
  await field('What should we know?').waitFor({ state: 'detached' });
  await field(t('requests.service.called')).fill(words.title);
  await press(aino, t('requests.ask.send', { name: 'HR' }));
  await page.locator('[aria-invalid="true"]').first().waitFor();
  assert.ok(
    await field('From which day?').evaluate((one) => one === document.activeElement),
    'the field is pointed at',
  );
  await aino.look('with an answer missing');
  await field('From which day?').fill('3 May');
  await press(aino, t('requests.ask.send', { name: 'HR' }));
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Keeps all that the stream of changes tells this person. */
const listen = (visitor: Visitor) =>
  visitor.page.evaluate(
    () =>
      new Promise<void>((open) => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        const stream = new EventSource('/api/events');
        stream.addEventListener('change', (event) => heard.push(String(event.data)));
        stream.addEventListener('hello', () => open());
      }),
  );
const heardBy = (visitor: Visitor) => visitor.page.evaluate(() => Reflect.get(window, 'heard') as string[]);

async function seesNothing(mika: Visitor, what: string) {
  await mika.page.waitForLoadState('networkidle', { timeout: 1000 }).catch(() => undefined);
  const page = await mika.page.content();
  for (const secret of secrets) assert.ok(!page.includes(secret), `${what} does not say “${secret}”`);
}

/** Everywhere in the browser where somebody of another team might come across it. */
async function isNowhereFor(mika: Visitor, company: Company, id: string) {
  const { page } = mika;
  for (const path of ['/', '/requests']) {
    await mika.go(path);
    await seesNothing(mika, path);
  }
  await mika.go(`/teams/${company.teams.get('IT')}/queue`);
  await seesNothing(mika, 'the queue');
  assert.ok(!/\d/.test((await page.getByRole('navigation').first().textContent()) ?? ''), 'the rail counts nothing');
  await mika.go('/search?q=parental');
  await mika.sees(t('finding.none.title', { words: 'parental' }));
  await mika.keys('Control+k');
  await page.getByRole('combobox', { name: t('finding.palette') }).fill('parental');
  await page.getByRole('option', { name: t('finding.ask', { words: 'parental' }) }).waitFor();
  await seesNothing(mika, 'the palette');
  await mika.keys('Escape');
  mika.allow(/404/);
  await page.goto(`/requests/${id}`);
  await mika.sees(t('ui.notFound.title'));
  await seesNothing(mika, 'the link');
  for (const role of ['any', 'open', 'following'] as const)
    assert.deepEqual((await mika.call(requestsApi.listRequests, { query: { role } })).items, [], role);
  const { items } = await mika.call(noticesApi.listNotices);
  assert.deepEqual(items, []);
}

async function staysInHr(heli: Visitor, company: Company, id: string) {
  await heli.go(`/requests/${id}`);
  await press(heli, t('requests.act.more', { title: words.title }));
  await heli.page.getByRole('menuitem', { name: t('requests.act.handOver') }).click();
  await heli.sees(t('requests.handOver.private', { team: 'HR' }));
  const whom = inWindow(heli).getByRole('combobox', { name: t('requests.handOver.to') });
  heli.allow(/409|422/);
  await whom.fill('IT');
  await heli.page.getByRole('option', { name: /^IT/ }).first().click();
  await inWindow(heli)
    .getByRole('textbox', { name: t('requests.handOver.context') })
    .fill('Please take it');
  await send(heli, t('requests.send.handOver'));
  await heli.sees('This request is private to its team. Only a colleague of that team can take it over.');
  await heli.look('handing over what is private');
  await heli.keys('Escape');
  const { team } = await heli.call(requestsApi.getRequest, { params: { id } });
  assert.equal(team?.id, company.teams.get('HR'));
}

export default [
  journey('what HR is asked in private is nowhere to be seen from IT', async (scene) => {
    const { company, heli, aino, mika, service } = await hotel(scene);
    await mika.go('/');
    await listen(mika);
    const id = await askInPrivate(aino, service);
    const asked = await aino.call(requestsApi.getRequest, { params: { id } });
    assert.ok(!JSON.stringify(asked).includes(words.hidden), 'the hidden answer is stored nowhere');
    assert.deepEqual(asked.answers.map(({ key }) => key).toSorted(), ['about', 'since']);

    await heli.go(`/teams/${company.teams.get('HR')}/queue`);
    await heli.sees(words.title);
    await heli.go(`/requests/${id}`);
    await press(heli, t('requests.act.greet'));
    await send(heli, t('requests.send.greet'));
    await aino.sees(/thanks for asking/);
    // Everybody hears of a new team: by then the stream has told whatever came before.
    const boss = await scene.person('Jussi Järvi');
    const { id: garden } = await boss.call(directoryApi.createTeam, { body: { name: 'Garden' } });
    const heard = async () => (await heardBy(mika)).some((change) => change.includes(garden));
    await mika.until('the stream tells of the new team', heard);
    assert.ok(!(await heardBy(mika)).some((change) => change.includes(id)), 'the stream does not speak of it');
    await staysInHr(heli, company, id);
    await isNowhereFor(mika, company, id);
  }),
];

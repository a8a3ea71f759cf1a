// Finding and being told, by keyboard only: the palette, the search, the bell.
import assert from 'node:assert/strict';
import { promisesApi } from '../contract/promise-moves.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { journey, type Scene } from './journey.ts';

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

async function hotel(scene: Scene) {
  const company = await scene.company({
    people: [
      { name: 'Aino Virtanen', does: 'I keep the front desk calm' },
      { name: 'Mika Korhonen', does: 'I mend what has a plug' },
    ],
    teams: { IT: ['Mika Korhonen'], 'Front desk': ['Aino Virtanen'] },
  });
  const aino = await scene.person('Aino Virtanen');
  const mika = await scene.person('Mika Korhonen');
  const team = company.teams.get('IT') ?? '';
  const ask = (title: string) => aino.call(requestsApi.createRequest, { body: { title, team } });
  return { company, aino, mika, ask };
}

export default [
  journey('the palette asks, finds and goes anywhere by keyboard', async (scene) => {
    const { aino, mika, company, ask } = await hotel(scene);
    const { page } = aino;
    const field = page.getByRole('combobox', { name: /find, ask/i });
    const request = await ask('The projector in Sali 3 shows only green');
    await aino.go('/');
    await aino.keys('Control+k');
    await field.waitFor();
    await aino.look('with the palette open');
    await page.keyboard.type('Twelve chairs, "soft" & red');
    await aino.keys('Enter');
    await aino.until('the ask page knows the words', () => page.url().includes('/ask?title='));
    assert.equal(new URL(page.url()).searchParams.get('title'), 'Twelve chairs, "soft" & red');

    await aino.keys('Control+k');
    await page.keyboard.type('korhonne');
    await page.getByRole('option', { name: /Mika Korhonen/ }).waitFor();
    await aino.keys('ArrowDown');
    const chosen = page.getByRole('option', { selected: true });
    assert.match((await chosen.textContent()) ?? '', /Mika Korhonen/);
    assert.equal(await field.getAttribute('aria-activedescendant'), await chosen.getAttribute('id'));
    await aino.keys('Enter');
    await page.waitForURL(`**/people/${company.people.get('Mika Korhonen')}`);
    await aino.until('the focus goes to the heading', async () => /Mika Korhonen/.test(await aino.focused()));

    await aino.keys('Control+k');
    await page.keyboard.type(`#${request.number}`);
    await aino.keys('Enter');
    await page.waitForURL(`**/requests/${request.id}`);
    // Only a page that has opened is remembered.
    await page.getByRole('heading', { level: 1, name: /projector/ }).waitFor();
    await aino.keys('Control+k');
    await page.keyboard.type('#999');
    await aino.keys('Enter');
    await aino.sees('You have no request #999 to see');
    await aino.keys('Tab', 'Tab', 'Tab');
    assert.ok(await page.evaluate(() => Boolean(document.activeElement?.closest('[role="dialog"]'))));
    await aino.keys('Escape');
    await field.waitFor({ state: 'detached' });

    await aino.go('/people');
    await aino.keys('Control+k');
    await page.getByRole('option', { name: /projector in Sali 3/ }).waitFor();
    await page.getByRole('option', { name: /Mika Korhonen/ }).waitFor();
    await page.keyboard.type('projector');
    await page.getByRole('option', { name: /#1 · asked by Aino Virtanen/ }).waitFor();
    const cable = { to: company.people.get('Aino Virtanen') ?? '', deliverable: 'A longer cable', due: tomorrow() };
    const { id } = await mika.call(promisesApi.makePromise, { body: cable });
    for (const words of ['longer cab', 'korhonen']) {
      await aino.keys('Control+a');
      await page.keyboard.type(words);
      await page.getByRole('option', { name: /A longer cable.*Mika Korhonen promised you · tomorrow/ }).waitFor();
    }
    await aino.look('with a promise among the findings');
    await page.getByRole('option', { name: /A longer cable/ }).click();
    await page.waitForURL(`**/promises/${id}`);
    await aino.keys('Control+k');
    await field.waitFor();
    await page.keyboard.type('suomi');
    await page.getByRole('option', { name: 'Language: Suomi' }).waitFor();
    await aino.keys('ArrowDown', 'Enter');
    await aino.until('the page speaks Finnish', () => page.evaluate(() => document.documentElement.lang === 'fi'));
  }),

  journey('the search finds words, phrases and what was said, and marks them', async (scene) => {
    const { aino, mika, ask } = await hotel(scene);
    const { page } = aino;
    const request = await ask('Twenty extra chairs in the winter garden');
    await ask('The garden lamp is broken');
    const body = 'I will bring them with the **laundry** cart';
    await mika.call(requestsApi.addMessage, { params: { id: request.id }, body: { body } });
    await aino.go('/');
    await aino.keys('/');
    await page.waitForURL('**/search');
    await aino.sees('exactly these words, side by side');
    await aino.look('while it teaches');
    const field = page.getByRole('combobox', { name: 'Search' });
    await aino.until('the field is ready', () => field.evaluate((one) => one === document.activeElement));
    await page.keyboard.type('garden');
    await aino.sees('2 requests');
    assert.equal(await page.locator('mark').first().textContent(), 'garden');
    await aino.look('with findings');
    await aino.keys('Control+a');
    await page.keyboard.type('"winter garden"');
    await aino.sees('1 request');
    await aino.keys('Control+a');
    await page.keyboard.type('garden -winter');
    await aino.until(
      'only the lamp is left',
      async () => (await page.locator('main').getByText('Twenty extra').count()) === 0,
    );
    await aino.keys('Control+a');
    await page.keyboard.type('laundry');
    await aino.sees('Said there:');
    await aino.until('the message is marked', async () => (await page.locator('mark').textContent()) === 'laundry');
    await page.reload();
    await aino.sees('Said there:');
    await aino.keys('/');
    await page.keyboard.type('qwertyuiop');
    await aino.sees('Nothing found for “qwertyuiop”');
    await aino.look('with nothing found');
  }),

  journey('a search is narrowed by words that are offered as one types, by keyboard', async (scene) => {
    const { aino, mika, ask } = await hotel(scene);
    const { page } = aino;
    const request = await ask('Twenty extra chairs in the winter garden');
    await ask('A lamp in the winter garden');
    await mika.call(requestsApi.promiseRequest, {
      params: { id: request.id },
      body: { deliverable: 'Twenty chairs', due: tomorrow(), words: '' },
    });
    await aino.go('/search');
    const field = page.getByRole('combobox', { name: 'Search' });
    await aino.until('the field is ready', () => field.evaluate((one) => one === document.activeElement));
    await page.keyboard.type('garden by');
    await page.getByRole('option', { name: /who promised it/ }).waitFor();
    await aino.look('with filters offered');
    await aino.keys('ArrowDown', 'Enter');
    await page.keyboard.type('korh');
    await page.getByRole('option', { name: /Mika Korhonen/ }).waitFor();
    await aino.keys('ArrowDown', 'Enter');
    assert.equal(await field.inputValue(), 'garden by:"Mika Korhonen" ');
    await aino.sees('1 request');
    await page.keyboard.type('colour:green');
    await aino.sees('“colour:green” is no filter; it was searched as words.');

    await aino.go('/people');
    await aino.keys('Control+k');
    const palette = page.getByRole('combobox', { name: /find, ask/i });
    await palette.waitFor();
    await page.keyboard.type('is:prom');
    await page.getByRole('option', { name: /somebody promised it/ }).waitFor();
    await aino.look('with the palette offering states');
    await aino.keys('Enter');
    assert.equal(await palette.inputValue(), 'is:promised ');
    await page.getByRole('option', { name: /Twenty extra chairs/ }).waitFor();
    await aino.keys('Enter');
    await page.waitForURL('**/search?q=is%3Apromised');
    await aino.sees('1 request');
  }),

  journey('the bell tells at once, counts, and forgets what was read, by keyboard', async (scene) => {
    const { aino, mika, ask } = await hotel(scene);
    const { page } = aino;
    const request = await ask('The projector in Sali 3 shows only green');
    await aino.go('/people');
    const title = await page.title();
    await mika.call(requestsApi.promiseRequest, {
      params: { id: request.id },
      body: { deliverable: 'A projector in all colours', due: tomorrow(), words: '' },
    });
    await aino.until('the title counts', async () => (await page.title()) === `(1) ${title}`);
    await aino.tabTo(/^Notices, 1 unread$/);
    await aino.keys('Enter');
    await aino.sees(/Mika promised “The projector in Sali 3 shows only green” by tomorrow/);
    await aino.look('with the bell open');
    await aino.keys('Escape');
    assert.equal(await aino.focused(), 'Notices, 1 unread');
    await aino.keys('Enter');
    await aino.tabTo(/Mika promised/, 5);
    await aino.keys('Enter');
    await page.waitForURL(`**/requests/${request.id}`);
    await aino.until('nothing is unread', async () => !(await page.title()).startsWith('('));

    await page.goto('/notices');
    await mika.call(requestsApi.addMessage, { params: { id: request.id }, body: { body: 'The cable is here.' } });
    await aino.sees('Mika wrote about “The projector in Sali 3 shows only green”');
    await aino.tabTo(/^Mark all read$/);
    await aino.keys('Enter');
    await aino.until('nothing is unread', async () => !(await page.title()).startsWith('('));
    await aino.look('with everything read');
  }),
];

// What one does, the others see at once; and what happens when the way to the server breaks.
import { requestsApi } from '../contract/request-moves.ts';
import { journey, type Scene } from './journey.ts';

async function talking(scene: Scene) {
  const company = await scene.company({
    people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }],
    teams: { IT: ['Mika Korhonen'] },
  });
  const aino = await scene.person('Aino Virtanen');
  const mika = await scene.person('Mika Korhonen');
  const team = company.teams.get('IT') ?? '';
  const { id } = await aino.call(requestsApi.createRequest, { body: { title: 'A tablet for the third floor', team } });
  const say = (body: string) => mika.call(requestsApi.addMessage, { params: { id }, body: { body } });
  return { aino, mika, path: `/requests/${id}`, say };
}

export default [
  journey('a message arrives without a reload, and after the server was away', async (scene) => {
    const { aino, path, say } = await talking(scene);
    await aino.go(path);
    await aino.page.evaluate(() => (document.body.dataset['kept'] = 'yes'));
    await say('Which colour would you like?');
    await aino.sees('Which colour would you like?');
    aino.allow(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/);
    await scene.house.stop();
    await scene.house.start();
    await say('The green one is here.');
    await aino.sees('The green one is here.');
    await aino.until('the page was never loaded anew', () =>
      aino.page.evaluate(() => document.body.dataset['kept'] === 'yes'),
    );
  }),

  journey('without a stream the page reads again by itself', async (scene) => {
    const { aino, path, say } = await talking(scene);
    aino.allow(/503/);
    await aino.page.clock.install();
    await aino.page.route('**/api/events*', (route) => route.fulfill({ status: 503 }));
    await aino.go(path);
    await aino.passes(8);
    await say('Nobody told you, but here I am.');
    await aino.passes(16);
    await aino.sees('Nobody told you, but here I am.');
    await aino.page.unroute('**/api/events*');
    await aino.passes(31);
    await say('And now at once.');
    await aino.sees('And now at once.');
  }),

  journey('many tabs of one person do not starve each other', async (scene) => {
    const { aino, path, say } = await talking(scene);
    await aino.go(path);
    // Chromium without a screen shows every tab, so the hiding is told to the page.
    await aino.context.addInitScript(() => {
      Object.defineProperty(document, 'visibilityState', {
        get: () => (location.hash === '#seen' ? 'visible' : 'hidden'),
      });
    });
    const tabs = await Promise.all(Array.from({ length: 8 }, () => aino.tab()));
    for (const tab of tabs) {
      await tab.goto(path);
      await tab.getByText('A tablet for the third floor').first().waitFor();
    }
    await say('All of you hear me.');
    await aino.sees('All of you hear me.');
    const last = tabs.at(-1);
    await last?.evaluate(() => {
      location.hash = '#seen';
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await last?.getByText('All of you hear me.').first().waitFor();
  }),
];

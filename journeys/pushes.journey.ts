// Pushes in a real browser under the product's own policy: its worker is let in, nothing else is, and what is pushed is shown.
// Push services are far away: that a browser subscribes with one is proved by nobody here.
import assert from 'node:assert/strict';
import { journey, type Scene } from './journey.ts';
import { labels } from './labels.ts';

const t = labels('en');

/** Put into the page before its own scripts: what its policy stops. */
function begin() {
  const seen = window as unknown as { stopped: string[] };
  seen.stopped = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) =>
    seen.stopped.push(`${effectiveDirective} ${sample}`),
  );
}
const stoppedIn = () => (window as unknown as { stopped: string[] }).stopped;
const workerIn = async () => (await navigator.serviceWorker.getRegistration('/'))?.active?.scriptURL ?? '';
const shownIn = async () =>
  (await (await navigator.serviceWorker.getRegistration('/'))?.getNotifications())?.map(({ body, tag, data }) => ({
    body,
    tag,
    data: data as unknown,
  })) ?? [];
const letIn = (address: string) =>
  navigator.serviceWorker.register(address).then(
    () => 'let in',
    () => 'kept out',
  );

async function tellTheStory(scene: Scene) {
  await scene.company({ people: [{ name: 'Aino Virtanen' }] });
  const aino = await scene.person('Aino Virtanen');
  const { page, context } = aino;
  await context.grantPermissions(['notifications']);
  await page.addInitScript(begin);
  await aino.go('/me/notices');
  // What Chromium itself says of a browser that keeps nothing.
  aino.allow(/Push API in incognito mode/);
  await page.getByText(t('notices.push.this')).click();
  const origin = new URL(page.url()).origin;
  await aino.until('the worker is let in', async () => (await page.evaluate(workerIn)) === `${origin}/push-worker.js`);
  // Such a browser is connected with no push service, and the page says so kindly.
  await aino.sees(new RegExp(`${t('notices.push.on')}|${t('notices.push.failed')}`));
  assert.deepEqual(await page.evaluate(stoppedIn), []);

  const tools = await context.newCDPSession(page);
  const registered = new Promise<string>((done) =>
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [found] = registrations;
      if (found) done(found.registrationId);
    }),
  );
  await tools.send('ServiceWorker.enable');
  const data = JSON.stringify({ line: '2 answers', tag: 'answers', path: '/notices' });
  await tools.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registered, data });
  await aino.until('the push is shown', async () => (await page.evaluate(shownIn)).length > 0);
  const shown = [{ body: '2 answers', tag: 'answers', data: { path: '/notices' } }];
  assert.deepEqual(await page.evaluate(shownIn), shown);
  assert.deepEqual(await page.evaluate(stoppedIn), []);

  aino.allow(/Trusted|Content Security Policy/i);
  for (const address of [
    '/assets/other.js',
    '/push-worker.js?more',
    'data:text/javascript,1',
    '//example.com/push-worker.js',
  ])
    assert.equal(await page.evaluate(letIn, address), 'kept out', address);
  assert.equal((await page.evaluate(stoppedIn)).length, 4, 'each was stopped by the policy');
}

export default [journey('a push is let in, and nothing beside it', tellTheStory)];

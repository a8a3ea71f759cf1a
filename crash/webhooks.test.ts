// Nothing that was acknowledged is kept from a webhook, when the whole process is killed in the middle of reading on and sending.
import { afterAll, expect, it } from 'vitest';
import { openReceiver, type Receiver } from '../server/connect/for-tests.ts';
import { openClient } from './client.ts';
import { openInstallation, type Installation } from './installation.ts';

let installation: Installation | undefined;
let receiver: Receiver | undefined;
afterAll(async () => {
  await installation?.close();
  await receiver?.close();
});

it('three kills lose no news of an acknowledged ask, and each has one id however often it is sent', async () => {
  const there = (receiver = await openReceiver());
  const house = (installation = await openInstallation({ variables: { GOODTURN_WEBHOOK_ALLOW: '127.0.0.1' } }));
  await house.startMain('both');
  const { send, close } = openClient(house.base);
  let cookie = '';
  const post = async (path: string, body: unknown) => {
    const answer = await send({ method: 'POST', path, body, cookie });
    cookie = answer?.cookie ?? cookie;
    return answer?.status === 201 ? (JSON.parse(answer.text) as { id: string }).id : undefined;
  };
  const administrator = { name: 'Jussi Boss', email: 'jussi@example.com', password: 'a long enough password' };
  await post('/api/company', { name: 'Aurinko', country: 'FI', zone: 'UTC', language: 'en', administrator });
  const team = await post('/api/teams', { name: 'IT' });
  expect(await post('/api/webhooks', { name: 'Wallboard', url: there.url })).toBeDefined();

  const acknowledged = new Set<string>();
  for (let round = 0; round < 3; round += 1) {
    let killed = false;
    const write = async () => {
      while (!killed) {
        const id = await post('/api/requests', { title: `Ask ${acknowledged.size}`, team });
        if (id) acknowledged.add(id);
      }
    };
    const writing = write();
    // Killed while there is news on its way: some of this round has been heard there, and more was asked meanwhile.
    const before = there.heard.length;
    while (there.heard.length < before + 5) await new Promise((done) => setTimeout(done, 1));
    await house.end('main', 'SIGKILL');
    killed = true;
    await writing;
    await house.startMain('both');
  }
  close();

  const lost = () => {
    const heard = new Set(there.heard.map(({ event }) => event.data.id));
    return [...acknowledged].filter((id) => !heard.has(id));
  };
  // What was being sent when the process was killed is sent again half a minute later.
  const patience = Date.now() + 200_000;
  while (lost().length > 0 && Date.now() < patience) await new Promise((done) => setTimeout(done, 250));
  expect(lost()).toEqual([]);
  const ids = new Map<string, Set<string>>();
  for (const { event, headers } of there.heard)
    ids.set(event.data.id, (ids.get(event.data.id) ?? new Set()).add(String(headers['webhook-id'])));
  expect([...ids.values()].filter((each) => each.size !== 1)).toEqual([]);
}, 400_000);

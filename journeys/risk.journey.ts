// A promise that may not hold: only its promiser sees why, asks for a new time in one tap, and the other side answers from the mailbox.
import assert from 'node:assert/strict';
import { promisesApi } from '../contract/promise-moves.ts';
import { openMailbox, type Received } from '../server/platform/mail/for-tests.ts';
import { emailOf, journey, type Scene } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const t = labels('en');
const hour = 3_600_000;
const ahead = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const always = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]]));

/** Changes what is there already, as it is now. */
async function change(boss: Visitor, method: 'PUT' | 'PATCH', path: string, body: object) {
  const { request } = boss.context;
  const version = (await request.get(path)).headers()['etag'] ?? '';
  const headers = { 'if-match': version, origin: new URL(boss.page.url()).origin };
  const changed = await request.fetch(path, { method, data: body, headers });
  assert.equal(changed.status(), 200, await changed.text());
}

async function mailTo(box: { received: Received[] }, name: string, part: string): Promise<string> {
  for (let waited = 0; waited < 600; waited += 1) {
    const found = box.received.find(({ to, mail }) => to[0] === emailOf(name) && mail.text?.includes(part));
    if (found) return found.mail.text ?? '';
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`No mail with ${part} came for ${name}.`);
}

/** Two who promise, and a mailbox; everybody works at any hour, so that the story can be told then. */
async function hotel(scene: Scene, port: number) {
  const { people, teams } = await scene.company({
    people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }, { name: 'Liisa Laine' }],
    teams: { IT: ['Liisa Laine', 'Mika Korhonen'], 'Front desk': ['Aino Virtanen'] },
  });
  const boss = await scene.person('Jussi Järvi');
  await boss.go('/');
  for (const team of teams.values()) await change(boss, 'PATCH', `/api/teams/${team}`, { week: always, country: null });
  const server = {
    host: '127.0.0.1',
    port,
    tls: 'none',
    username: '',
    fromName: '',
    fromAddress: 'goodturn@example.com',
  };
  await change(boss, 'PUT', '/api/mail/server', server);
  const idOf = (name: string) => people.get(name) ?? '';
  return { idOf, aino: await scene.person('Aino Virtanen'), mika: await scene.person('Mika Korhonen') };
}

async function tellTheStory(scene: Scene) {
  const box = await openMailbox();
  try {
    const { aino, mika, idOf } = await hotel(scene, box.server.port);
    const liisa = await scene.person('Liisa Laine');
    const parts = await liisa.call(promisesApi.makePromise, {
      body: { to: idOf('Mika Korhonen'), deliverable: 'The parts', due: ahead(20) },
    });
    const { id } = await mika.call(promisesApi.makePromise, {
      body: { to: idOf('Aino Virtanen'), deliverable: 'The machine', due: ahead(30), dependsOn: parts.id },
    });
    await mika.go(`/promises/${id}`);
    await aino.go(`/promises/${id}`);
    const later = { due: ahead(80), reason: 'The lorry is late' };
    const params = { id: parts.id };
    await liisa.call(promisesApi.renegotiatePromise, { params, body: later });
    await mika.call(promisesApi.answerRenegotiation, { params, body: { answer: 'accept' } });

    await mika.sees(t('promises.tag.mayNotHold'));
    await mika.sees(t('notices.risk.private'));
    await mika.look('with a promise that may not hold');
    await mika.go('/promises');
    await mika.sees(t('promises.tag.mayNotHold'));
    await mika.go('/notices');
    await mika.page.getByRole('button', { name: /^Propose / }).waitFor();
    const seen = await aino.call(promisesApi.getPromise, { params: { id } });
    assert.deepEqual(
      [seen.risk, seen.suggestedDue, seen.atRisk],
      [null, null, false],
      'the other side reads no reason',
    );
    assert.equal(await aino.page.getByText(t('promises.tag.mayNotHold')).count(), 0);

    // Whoever has the promise before their eyes needs no mail.
    await aino.go('/people');
    await mika.go(`/promises/${id}`);
    await mika.page.getByRole('button', { name: /^Propose / }).click();
    await mika.sees('You ask for this time');
    await answerByMail(scene, aino, id, await mailTo(box, 'Aino Virtanen', '/answer/'));
    await mika.sees('The new time is agreed');
  } finally {
    await box.close();
  }
}

/** Somebody with the mail, who is not signed in: looking changes nothing, one press answers, and then both links are worth nothing. */
async function answerByMail(scene: Scene, aino: Visitor, id: string, mail: string) {
  const [accept = '', hold = ''] = [...mail.matchAll(/https?:\S+(\/answer\/\S+)/g)].map(([, path]) => path ?? '');
  const proposal = async () => (await aino.call(promisesApi.getPromise, { params: { id } })).proposal;
  const reader = await scene.stranger('A reader of mail', { width: 360, height: 780 });
  reader.allow(/404/);
  for (const path of [hold, accept]) {
    await reader.go(path);
    await reader.page.getByRole('heading', { level: 1, name: 'The machine' }).waitFor();
  }
  await reader.look('about to accept a new time');
  assert.ok(await proposal(), 'looking changes nothing');
  await reader.page.getByRole('button', { name: /is fine$/ }).click();
  await reader.sees(/^Agreed: /);
  await reader.look('with a new time accepted');
  assert.equal(await proposal(), null);
  for (const path of [accept, hold, `${accept.slice(0, -2)}xx`]) {
    await reader.go(path);
    await reader.sees(t('notices.answer.gone'));
  }
  await reader.look('with a link that has done its work');
}

export default [
  journey('a promise that may not hold gets a new time from both sides before it is due', tellTheStory, { pace: 30 }),
];

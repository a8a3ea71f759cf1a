// The wrong turns: a counter-offer, not right yet, a no that leads somewhere, two people at once, a note nobody else sees,
// a session that ends while one writes.
import assert from 'node:assert/strict';
import { authApi } from '../contract/auth.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { journey, password, emailOf, type Scene } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const t = labels('en');
const tomorrow = (hours = 24) => new Date(Date.now() + hours * 3_600_000).toISOString();

async function hotel(scene: Scene) {
  const company = await scene.company({
    people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }, { name: 'Liisa Laine' }, { name: 'Oleg Petrov' }],
    teams: { IT: ['Liisa Laine', 'Mika Korhonen'], Kitchen: ['Oleg Petrov'], 'Front desk': ['Aino Virtanen'] },
  });
  const aino = await scene.person('Aino Virtanen');
  const mika = await scene.person('Mika Korhonen');
  const ask = (title: string) =>
    aino.call(requestsApi.createRequest, { body: { title, team: company.teams.get('IT') ?? '' } });
  return { company, aino, mika, ask };
}

const press = (visitor: Visitor, name: string | RegExp) =>
  visitor.page.getByRole('button', { name }).filter({ visible: true }).first().click();
const inWindow = (visitor: Visitor) => visitor.page.getByRole('dialog').last();
const send = (visitor: Visitor, name: string) => inWindow(visitor).getByRole('button', { name }).click();

export default [
  journey('a counter-offer is answered, and what is not right yet comes back and is mended', async (scene) => {
    const { aino, mika, ask } = await hotel(scene);
    const request = await ask('Twenty laptops for the conference');
    const at = `/requests/${request.id}`;
    await aino.go(at);
    await mika.call(requestsApi.counterRequest, {
      params: { id: request.id },
      body: { deliverable: 'Twelve laptops', due: tomorrow(30), reason: 'The rest is in repair' },
    });
    await aino.sees('Twelve laptops');
    await aino.look('with a counter-offer');
    await press(aino, t('requests.act.acceptCounter'));
    await aino.until(
      'it is a promise',
      async () => (await aino.call(requestsApi.getRequest, { params: { id: request.id } })).state === 'promised',
    );
    await mika.call(requestsApi.reportDelivery, {
      params: { id: request.id },
      body: { done: 'Twelve laptops stand ready' },
    });
    await aino.sees('Twelve laptops stand ready');
    await press(aino, t('requests.act.return'));
    await inWindow(aino).getByRole('textbox').first().fill('Two have no charger');
    await aino.look('saying what is missing');
    await send(aino, t('requests.send.return'));
    await mika.go(at);
    await mika.sees('Two have no charger');
    const back = await mika.call(requestsApi.getRequest, { params: { id: request.id } });
    assert.equal(back.state, 'promised');
  }),

  journey('a no says why and where to go instead', async (scene) => {
    const { aino, mika, ask } = await hotel(scene);
    const request = await ask('A new carpet for the lobby');
    await mika.go(`/requests/${request.id}`);
    await press(mika, t('requests.act.more', { title: request.title }));
    await mika.page.getByRole('menuitem', { name: t('requests.act.decline') }).click();
    await inWindow(mika).getByRole('textbox').first().fill('Carpets are not ours');
    await inWindow(mika).getByRole('textbox').last().fill('Purchasing: Nadia knows the supplier');
    await mika.look('declining');
    await send(mika, t('requests.send.decline'));
    await aino.go(`/requests/${request.id}`);
    await aino.sees('Purchasing: Nadia knows the supplier');
    await aino.look('declined');
  }),

  journey('two colleagues promise at once: the second is told by name and loses nothing', async (scene) => {
    const { mika, ask } = await hotel(scene);
    const liisa = await scene.person('Liisa Laine');
    const request = await ask('Somebody locked the meeting room screen');
    const at = `/requests/${request.id}`;
    mika.allow(/40[9]|412|403/);
    await mika.go(at);
    await press(mika, t('requests.act.promise'));
    await inWindow(mika).getByRole('textbox').first().fill('The screen is open for all');
    await liisa.call(requestsApi.promiseRequest, {
      params: { id: request.id },
      body: { deliverable: 'An unlocked screen', due: tomorrow() },
    });
    await mika.sees(t('requests.meanwhile.title'));
    assert.equal(await inWindow(mika).getByRole('textbox').first().inputValue(), 'The screen is open for all');
    const now = await liisa.call(requestsApi.getRequest, { params: { id: request.id } });
    assert.equal(now.promise?.by.name, 'Liisa Laine');
  }),

  journey('a team note is for the team, and a stranger to the request finds nothing', async (scene) => {
    const { aino, mika, ask } = await hotel(scene);
    const request = await ask('The projector in Sali 3 shows only green');
    const at = `/requests/${request.id}`;
    await aino.go(at);
    await mika.go(at);
    await mika.page.getByRole('switch').click();
    await mika.page.getByRole('textbox').last().fill('Same cable as in October. Order five.');
    await mika.keys('Control+Enter');
    await mika.sees(t('requests.note.only', { team: 'IT' }));
    await mika.call(requestsApi.addMessage, { params: { id: request.id }, body: { body: 'I come by before lunch.' } });
    await aino.sees('I come by before lunch.');
    assert.equal(await aino.page.getByText('Same cable as in October').count(), 0);
    const oleg = await scene.person('Oleg Petrov');
    oleg.allow(/404/);
    await oleg.go(at);
    assert.equal(await oleg.page.getByText('projector').count(), 0);
  }),

  journey('a session that ends while one writes keeps the words', async (scene) => {
    const { aino, ask } = await hotel(scene);
    const request = await ask('The projector in Sali 3 shows only green');
    aino.allow(/401/);
    await aino.go(`/requests/${request.id}`);
    const field = aino.page.getByRole('textbox').last();
    await field.fill('It is the left one, beside the window.');
    await aino.call(authApi.signOut);
    await aino.keys('Control+Enter');
    const again = inWindow(aino);
    await again.waitFor();
    const email = again.getByRole('textbox', { name: /e-?mail/i });
    if (await email.count()) await email.fill(emailOf('Aino Virtanen'));
    await again.locator('input[type=password]').fill(password);
    await aino.keys('Enter');
    await again.waitFor({ state: 'detached' });
    await aino.until('the words have arrived, or still stand in the field', async () => {
      const path = { params: { id: request.id }, query: {} };
      const said = await aino.call(requestsApi.listMessages, path).catch(() => null);
      return said?.items.some((entry) => entry.kind === 'message') || (await field.inputValue()) !== '';
    });
    await aino.sees('It is the left one, beside the window.');
  }),
];

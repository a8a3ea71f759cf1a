// A team's words of hello and goodbye, written once and never sent unread; and what both sides say afterwards, which nobody else reads.
import assert from 'node:assert/strict';
import { courtesyApi } from '../contract/courtesy.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { journey, type Company, type Scene } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const t = labels('en');
const title = 'The screen in Sali 3 stays dark';

const press = (visitor: Visitor, name: string) =>
  visitor.page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();
const inWindow = (visitor: Visitor) => visitor.page.getByRole('dialog').last();
const send = (visitor: Visitor, name: string) => inWindow(visitor).getByRole('button', { name, exact: true }).click();
const field = (visitor: Visitor, name: string) => inWindow(visitor).getByRole('textbox', { name });
const answer = (visitor: Visitor, question: string, said: string) =>
  inWindow(visitor).getByRole('group', { name: question }).getByRole('button', { name: said, exact: true });
const refuses = async (visitor: Visitor, path: string, status: number) => {
  const said = await visitor.context.request.get(path);
  assert.equal(said.status(), status, `${visitor.name} at ${path}: ${await said.text()}`);
};

async function theLeadWritesThem(mika: Visitor, team: string) {
  // What is no placeholder is refused, and nothing that was typed is lost.
  mika.allow(/422/);
  await mika.go(`/teams/${team}`);
  await mika.sees(t('courtesy.team.none'));
  await press(mika, t('courtesy.team.write'));
  await field(mika, t('courtesy.team.greeting')).fill('Good day {salary}');
  await send(mika, t('courtesy.team.save'));
  await mika.sees(/Only these stand for something here/);
  await field(mika, t('courtesy.team.greeting')).fill('Good day {name}, {me} from {team} here.');
  await field(mika, t('courtesy.team.closing')).fill('All yours, {name}: {deliverable}.');
  await mika.look('writing standards');
  await send(mika, t('courtesy.team.save'));
  await mika.sees('Good day');
  await mika.look('with its standards');
}

/** With the keyboard alone: the words are put into the field, which has the focus; nothing was sent. */
async function helloByName(mika: Visitor, id: string) {
  await mika.go(`/requests/${id}`);
  await press(mika, t('requests.act.greet'));
  await inWindow(mika)
    .getByRole('button', { name: t('courtesy.offer.team') })
    .waitFor();
  await mika.tabTo(new RegExp(t('courtesy.offer.team')));
  await mika.keys('Enter');
  const hello = field(mika, t('requests.greet.words'));
  assert.equal(await hello.inputValue(), 'Good day Aino, Mika from IT here.');
  assert.ok(await hello.evaluate((element) => element === document.activeElement));
  const { items } = await mika.call(requestsApi.listMessages, { params: { id } });
  assert.ok(items.every((entry) => entry.kind !== 'message'));
  await mika.look('with a hello to read');
  await send(mika, t('requests.send.greet'));
  await mika.sees('Good day Aino, Mika from IT here.');
}

async function deliveredAndLookedBackOn(mika: Visitor, id: string) {
  const due = new Date(Date.now() + 86_400_000).toISOString();
  await mika.call(requestsApi.promiseRequest, { params: { id }, body: { deliverable: 'A bright screen', due } });
  await press(mika, t('requests.act.deliver'));
  await inWindow(mika)
    .getByRole('button', { name: t('courtesy.offer.team') })
    .click();
  assert.equal(await field(mika, t('requests.deliver.done')).inputValue(), 'All yours, Aino: A bright screen.');
  await inWindow(mika).getByText(t('courtesy.asked.title')).click();
  await answer(mika, t('courtesy.asked.clear'), t('courtesy.yes')).click();
  await answer(mika, t('courtesy.asked.complete'), t('courtesy.notQuite')).click();
  await answer(mika, t('courtesy.asked.missing'), t('courtesy.thing.where')).click();
  await mika.until('the answers are kept', async () => {
    const said = await mika.call(courtesyApi.getAskingAnswer, { params: { id } });
    return said.clear === true && said.complete === false && said.missing === 'where';
  });
  await mika.look('looking back on the ask');
  await send(mika, t('requests.send.deliver'));
  await inWindow(mika).waitFor({ state: 'hidden' });
}

async function acceptedAndJudged(aino: Visitor, id: string) {
  await aino.go(`/requests/${id}`);
  await press(aino, t('requests.act.accept'));
  const greeted = answer(aino, t('courtesy.served.greeted'), t('courtesy.yes'));
  await greeted.click();
  await aino.until('the tap is seen', async () => (await greeted.getAttribute('aria-pressed')) === 'true');
  await answer(aino, t('courtesy.served.closed'), t('courtesy.yes')).click();
  await aino.until('the answers are kept', async () => {
    const said = await aino.call(courtesyApi.getServingAnswer, { params: { id } });
    return said.greeted === true && said.closed === true;
  });
  await aino.look('accepting');
  await send(aino, t('requests.send.accept'));
  await inWindow(aino).waitFor({ state: 'hidden' });
}

/** Afterwards there is a window of its own, with what was said before and a word to oneself. */
async function aWordToOneself(mika: Visitor, id: string) {
  await mika.go(`/requests/${id}`);
  await press(mika, t('requests.act.rateAsk'));
  const missed = answer(mika, t('courtesy.asked.complete'), t('courtesy.notQuite'));
  await mika.until('what was said is seen', async () => (await missed.getAttribute('aria-pressed')) === 'true');
  await field(mika, t('courtesy.asked.note')).fill('Sali 3 is the one behind the kitchen');
  await mika.look('a word to oneself');
  await send(mika, t('courtesy.done'));
  await inWindow(mika).waitFor({ state: 'hidden' });
  const { note } = await mika.call(courtesyApi.getAskingAnswer, { params: { id } });
  assert.equal(note, 'Sali 3 is the one behind the kitchen');
}

async function whatEachSees(scene: Scene, { mika, aino }: Record<'mika' | 'aino', Visitor>, id: string, team: string) {
  await aino.go('/me/asking');
  await aino.sees(t('courtesy.mine.none'));
  const liisa = await scene.person('Liisa Laine');
  for (const visitor of [aino, liisa]) await refuses(visitor, `/api/requests/${id}/asking-answer`, 403);
  for (const visitor of [mika, liisa]) await refuses(visitor, `/api/requests/${id}/serving-answer`, 403);
  await refuses(aino, `/api/teams/${team}/courtesy`, 404);
  await liisa.go(`/teams/${team}`);
  await liisa.sees(/once there are 5 answers by 3 people/);
  const told = await aino.context.request.get('/api/me/asking');
  assert.deepEqual(((await told.json()) as { said: unknown[] }).said, [], 'one answer is no figure');
}

const its = ['Mika Korhonen', 'Liisa Laine', 'Oleg Petrov', 'Sanna Rinne', 'Timo Laakso'];

export default [
  journey('a team says hello and goodbye in its own words, and both sides say how it was', async (scene) => {
    const company: Company = await scene.company({
      people: [{ name: 'Aino Virtanen' }, ...its.map((name) => ({ name }))],
      teams: { IT: its },
    });
    const team = company.teams.get('IT') ?? '';
    const mika = await scene.person('Mika Korhonen');
    const aino = await scene.person('Aino Virtanen', { width: 390, height: 800 });
    await theLeadWritesThem(mika, team);
    const { id } = await aino.call(requestsApi.createRequest, { body: { title, team } });
    await helloByName(mika, id);
    await deliveredAndLookedBackOn(mika, id);
    await acceptedAndJudged(aino, id);
    await aWordToOneself(mika, id);
    await whatEachSees(scene, { mika, aino }, id, team);
  }),
];

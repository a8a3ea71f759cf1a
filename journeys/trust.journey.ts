// How promises were kept: one sees one's own, a colleague sees nothing of it, and every figure leads to what it means.
import assert from 'node:assert/strict';
import { requestsApi } from '../contract/request-moves.ts';
import { journey, type Scene } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const t = labels('en');
const its = ['Mika Korhonen', 'Liisa Laine', 'Oleg Petrov', 'Sanna Rinne', 'Timo Laakso'];

/** Asked, promised, delivered and thanked, as many times as there are titles. */
async function keeps(mika: Visitor, aino: Visitor, team: string, titles: readonly string[]) {
  for (const title of titles) {
    const { id } = await aino.call(requestsApi.createRequest, { body: { title, team } });
    const due = new Date(Date.now() + 2 * 86_400_000).toISOString();
    await mika.call(requestsApi.promiseRequest, { params: { id }, body: { deliverable: title, due } });
    await mika.call(requestsApi.reportDelivery, { params: { id }, body: { done: 'There it is' } });
    await aino.call(requestsApi.acceptDelivery, { params: { id }, body: { thanks: 'Thank you!', ratings: {} } });
  }
}

const follows = (visitor: Visitor, name: string) =>
  visitor.page.getByRole('link', { name, exact: true }).filter({ visible: true }).first().click();

async function onesOwn(mika: Visitor) {
  await mika.go('/me/trust');
  await mika.sees('You kept 2 of 2 promises');
  await mika.look('my own promises');
  await follows(mika, t('trust.bucket.renegotiated'));
  await mika.page.waitForURL(/\/trust#renegotiated$/);
  await mika.sees(t('trust.about.renegotiated.words'));
  await mika.sees(t('trust.about.why.trust'));
  await mika.until('the place is where one is', async () =>
    mika.page.evaluate(() => document.activeElement?.id === 'renegotiated'),
  );
  await mika.look('what the figures mean');
}

async function aColleagues(aino: Visitor, scene: Scene, team: string) {
  await aino.go(`/teams/${team}/trust`);
  await aino.sees(t('trust.hides.tooFew.title'));
  await aino.look('a team with too few promises');
  await aino.go('/me/trust');
  await aino.sees(t('trust.me.none.title'));
  assert.equal(await aino.page.getByText('2 of 2').count(), 0, scene.house.url);
}

export default [
  journey('how I keep my word is for me alone, and leads to what it means', async (scene) => {
    const company = await scene.company({
      people: [...its, 'Aino Virtanen'].map((name) => ({ name })),
      teams: { IT: its },
    });
    const team = company.teams.get('IT') ?? '';
    const [mika, aino] = [await scene.person('Mika Korhonen'), await scene.person('Aino Virtanen')];
    await keeps(mika, aino, team, ['A cable', 'A screen']);
    await onesOwn(mika);
    await aColleagues(aino, scene, team);
  }),
];

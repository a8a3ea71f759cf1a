// A goal about to be missed: its lead hears of it while there is time, a colleague of another team sees how it goes, and it is kept.
import assert from 'node:assert/strict';
import { goalsApi } from '../contract/goals.ts';
import { noticesApi } from '../contract/notices.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { journey, type Scene } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const t = labels('en');
const sentence = 'Nobody is without a working computer for more than one hour';
const inIt = ['Liisa Laine', 'Mika Korhonen', 'Tuomas Aho', 'Kirsi Niemi', 'Pekka Salo'];

/** A team of five whose lead has set a goal; three colleagues were helped in time, and one waits. */
async function hotel(scene: Scene) {
  const company = await scene.company({
    people: [...inIt, 'Aino Virtanen', 'Oleg Petrov'].map((name) => ({ name })),
    teams: { IT: inIt, 'Front desk': ['Aino Virtanen'], Kitchen: ['Oleg Petrov'] },
  });
  const team = company.teams.get('IT') ?? '';
  const lead = await scene.person('Liisa Laine');
  const aino = await scene.person('Aino Virtanen');
  const clock = { starts: 'asked', ends: 'delivered', time: 'wall', within: { count: 1, unit: 'hours' } } as const;
  const goal = await lead.call(goalsApi.createGoal, { params: { id: team }, body: { sentence, ...clock } });
  for (const helper of [lead, await scene.person('Mika Korhonen'), await scene.person('Tuomas Aho')])
    await serve(helper, await aino.call(requestsApi.createRequest, { body: { title: 'My laptop sleeps', team } }));
  const waiting = await aino.call(requestsApi.createRequest, { body: { title: 'The till shows a blue screen', team } });
  return { team, lead, goal, waiting };
}

async function serve(helper: Visitor, { id }: { id: string }) {
  const due = new Date(Date.now() + 3 * 3_600_000).toISOString();
  await helper.call(requestsApi.promiseRequest, {
    params: { id },
    body: { deliverable: 'A computer that works', due },
  });
  await helper.call(requestsApi.reportDelivery, { params: { id }, body: { done: 'A spare one is in its place' } });
}

export default [
  journey('a goal that is about to be missed is seen by the lead in time, and kept', async (scene) => {
    const { team, lead, goal, waiting } = await hotel(scene);
    await scene.house.stop();
    await scene.house.start(47);
    await lead.until('the lead is told while there is time', async () => {
      const { items } = await lead.call(noticesApi.listNotices, { query: { limit: 100, unread: 'false' } });
      return items.filter(({ kind, subjectId }) => kind === 'goalNear' && subjectId === waiting.id).length === 1;
    });
    await lead.go('/notices');
    await lead.sees(/is about to miss a goal of your team/);
    await lead.go(`/teams/${team}`);
    await lead.page.getByRole('link', { name: sentence }).click();
    await lead.page.getByRole('heading', { level: 1, name: sentence }).waitFor();
    await lead.sees('3 of 3');
    await lead.sees(waiting.title);
    await lead.sees(/1[0-3] min left/);
    await lead.look('one goal, with somebody waiting');
    await lead.page.getByRole('link', { name: waiting.title }).click();
    await lead.page.getByRole('heading', { level: 3, name: 'Our goals' }).waitFor();
    await lead.sees(/1[0-3] min left/);
    await lead.look('a request with the time left');
    await lead.go(`/goals/${goal.id}`);

    const oleg = await scene.person('Oleg Petrov', { width: 360, height: 780, dark: true });
    await oleg.go(`/goals/${goal.id}`);
    await oleg.sees(t('goals.now.title'));
    await oleg.sees(t('goals.request'));
    assert.equal(await oleg.page.getByText(waiting.title).count(), 0);
    await oleg.look('the goal of another team');

    await serve(lead, waiting);
    await lead.sees('4 of 4');
    await lead.sees(t('goals.now.none'));
  }),

  journey('a lead sets a goal in a sentence, and puts it away', async (scene) => {
    const company = await scene.company({
      people: [{ name: 'Liisa Laine' }, { name: 'Mika Korhonen' }, { name: 'Aino Virtanen' }],
      teams: { IT: ['Liisa Laine', 'Mika Korhonen'], 'Front desk': ['Aino Virtanen'] },
    });
    const team = company.teams.get('IT') ?? '';
    const liisa = await scene.person('Liisa Laine');
    await liisa.go(`/teams/${team}`);
    await liisa.sees(t('goals.none.lead'));
    await liisa.page.getByRole('link', { name: t('goals.new') }).click();
    await liisa.page.getByLabel(t('goals.form.sentence')).fill('Nobody waits for a hello longer than half an hour');
    await liisa.page.getByLabel(t('goals.form.label.ends')).selectOption('greeted');
    await liisa.page.getByLabel(t('goals.form.label.count')).fill('30');
    await liisa.page.getByLabel(t('goals.form.label.unit')).selectOption('minutes');
    await liisa.look('setting a goal');
    await liisa.page.getByLabel(t('goals.form.label.count')).press('Enter');
    await liisa.page.getByRole('heading', { level: 1, name: /half an hour/ }).waitFor();
    await liisa.sees(t('goals.hides.smallTeam'));
    const aino = await scene.person('Aino Virtanen', { width: 360, height: 780 });
    await aino.call(requestsApi.createRequest, { body: { title: 'The printer is hungry', team } });
    await liisa.sees('The printer is hungry');
    await aino.go(`/teams/${team}/goals`);
    await aino.sees(/half an hour/);
    await aino.look('the goals of a team');
    await liisa.page.getByRole('link', { name: t('goals.change') }).click();
    await liisa.look('changing a goal');
    await liisa.page.getByRole('button', { name: t('goals.archive') }).click();
    await liisa.sees(t('goals.none.title'));
  }),
];

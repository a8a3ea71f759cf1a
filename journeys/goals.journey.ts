// A goal about to be missed: its lead hears of it while there is time, a colleague of another team sees how it goes, and it is kept.
import assert from 'node:assert/strict';
import { directoryApi } from '../contract/directory.ts';
import { goalsApi } from '../contract/goals.ts';
import { noticesApi } from '../contract/notices.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { journey, type Scene } from './journey.ts';
import { labels } from './labels.ts';
import type { Looks } from './visitor.ts';

const t = labels('en');
const sentence = 'Nobody is without a working computer for more than one hour';

async function as(scene: Scene, name: string, role: 'it-lead' | 'steward', looks: Looks = {}) {
  const visitor = await scene.stranger(name, { language: 'en', ...looks });
  await visitor.call(directoryApi.signInDemo, { body: { as: role } });
  return visitor;
}

export default [
  journey(
    'a goal that is about to be missed is seen by the lead in time, and kept',
    async (scene) => {
      const lead = await as(scene, 'The lead of IT', 'it-lead');
      const { items: notices } = await lead.call(noticesApi.listNotices, { query: { limit: 100, unread: 'false' } });
      const near = notices.find(({ kind, title }) => kind === 'goalNear' && /computer/.test(title));
      assert.ok(near, 'the lead was told before the hour was over');
      await lead.go('/notices');
      await lead.sees(near.title);

      const teams = await lead.call(directoryApi.listTeams, { query: { limit: 100, mine: 'true', archived: 'false' } });
      const team = teams.items.find(({ name }) => name === 'IT')?.id ?? '';
      await lead.go(`/teams/${team}`);
      await lead.page.getByRole('link', { name: sentence }).click();
      await lead.page.getByRole('heading', { level: 1, name: sentence }).waitFor();
      await lead.sees(t('goals.weeks.chart'));
      await lead.sees(near.title);
      await lead.look('one goal, with somebody waiting');

      const other = await as(scene, 'A colleague of another team', 'steward', { width: 360, height: 780, dark: true });
      await other.go(new URL(lead.page.url()).pathname);
      await other.sees(t('goals.now.title'));
      await other.sees(t('goals.request'));
      assert.equal(await other.page.getByText(near.title).count(), 0);
      await other.look('the goal of another team');

      const { items } = await lead.call(goalsApi.listGoals, { params: { id: team }, query: { archived: 'false' } });
      const goal = items.find((one) => one.sentence === sentence);
      assert.ok(goal?.figure, 'the goal has a figure');
      const before = goal.figure;
      const request = await lead.call(requestsApi.getRequest, { params: { id: near.subjectId } });
      assert.equal(request.state, 'asked');
      const soon = new Date(Date.now() + 300_000).toISOString();
      const deliverable = 'A spare computer at the front desk';
      await lead.call(requestsApi.promiseRequest, { params: { id: request.id }, body: { deliverable, due: soon } });
      await lead.call(requestsApi.reportDelivery, {
        params: { id: request.id },
        body: { done: 'The spare one stands at the front desk, with the booking system open.' },
      });
      await lead.until('one more is within the hour', async () => {
        const now = await lead.call(goalsApi.getGoal, { params: { id: goal.id } });
        return now.figure?.met === before.met + 1 && now.figure.total === before.total + 1;
      });
      await lead.sees(`${before.met + 1} of ${before.total + 1}`);
    },
    { demo: true },
  ),

  journey('a lead sets a goal in a sentence, by keyboard, and puts it away', async (scene) => {
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

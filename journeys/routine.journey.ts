// What goes on beside the asks themselves: a program with a token, the figures of a team, an ask that comes round, a view that is kept.
import assert from 'node:assert/strict';
import { requestsApi } from '../contract/request-moves.ts';
import { journey, type Company, type Scene } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const t = labels('en');
const its = ['Mika Korhonen', 'Liisa Laine', 'Oleg Petrov', 'Sanna Rinne', 'Timo Laakso'];
const askers = ['Aino Virtanen', 'Eeva Salo', 'Pekka Aho'];

const press = (visitor: Visitor, name: string) =>
  visitor.page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();
const inWindow = (visitor: Visitor) => visitor.page.getByRole('dialog').last();
const field = (visitor: Visitor, name: string) => visitor.page.getByRole('textbox', { name });

async function aProgramIsLetInAndShutOut(mika: Visitor, url: string) {
  await mika.go('/me/tokens');
  await press(mika, t('connect.tokens.make'));
  await inWindow(mika)
    .getByRole('textbox', { name: t('connect.tokens.name') })
    .fill('Lobby screen');
  await mika.look('making a token');
  await inWindow(mika)
    .getByRole('button', { name: t('connect.tokens.make') })
    .click();
  const shown = field(mika, t('connect.tokens.token'));
  const token = await shown.inputValue();
  assert.match(token, /^gt_/);
  await mika.look('with the token, shown once');
  await press(mika, t('connect.done'));
  const status = async () =>
    (await fetch(`${url}/api/today`, { headers: { authorization: `Bearer ${token}` } })).status;
  assert.equal(await status(), 200);
  await press(mika, t('connect.tokens.revokeNamed', { name: 'Lobby screen' }));
  await inWindow(mika)
    .getByRole('button', { name: t('connect.tokens.revoke') })
    .click();
  await mika.sees(t('connect.tokens.none'));
  assert.equal(await status(), 401);
}

/** Six asks of three colleagues, greeted: so many that no figure is about one person. */
async function workOf(scene: Scene, company: Company, mika: Visitor) {
  const team = company.teams.get('IT') ?? '';
  for (const name of askers) {
    const asker = await scene.person(name);
    for (const title of ['A cable', 'A screen']) {
      const { id } = await asker.call(requestsApi.createRequest, { body: { title: `${title} for ${name}`, team } });
      await mika.call(requestsApi.greetRequest, { params: { id }, body: { words: 'Hello' } });
    }
  }
  return team;
}

async function figuresAreReadAsTables(mika: Visitor, team: string) {
  await mika.go(`/teams/${team}/report`);
  await mika.sees('Colleagues asked 6 times');
  const chart = mika.page.getByRole('figure', { name: t('overview.chart.volume') });
  await chart.getByText(t('overview.asTable')).click();
  const last = chart.getByRole('table').getByRole('row').last();
  assert.match((await last.textContent()) ?? '', /60$/, 'six were asked in the last week, none delivered');
  const services = mika.page.getByRole('region', { name: t('overview.services.title') });
  await services.getByRole('rowheader', { name: t('overview.freeWords') }).waitFor();
  await mika.look('with a chart as a table');
}

async function anAskComesRound(mika: Visitor) {
  await mika.go('/recurring/new');
  await field(mika, t('recurring.what')).fill('Count the spare screens');
  await mika.page.getByRole('combobox', { name: t('recurring.to') }).fill('IT');
  await mika.page.getByRole('option', { name: /^IT/ }).first().click();
  await mika.page.getByLabel(t('recurring.on'), { exact: true }).selectOption({ label: 'the first' });
  await mika.page.getByLabel(t('recurring.weekday'), { exact: true }).selectOption({ label: 'Monday' });
  await mika.page.getByLabel(t('recurring.from'), { exact: true }).fill('2031-01-01');
  await mika.sees(/on the first Monday of every month. Next: .*6 January.*3 February.*3 March.*7 April/);
  await mika.look('with the days that follow');
  await press(mika, t('recurring.save'));
  await mika.page.getByRole('heading', { level: 1, name: t('recurring.title') }).waitFor();
  await mika.sees(/the first Monday of every month/);
}

async function aViewIsKept(mika: Visitor) {
  await mika.go('/requests?show=serving');
  await press(mika, t('desk.views.save'));
  await inWindow(mika)
    .getByRole('textbox', { name: t('desk.name') })
    .fill('What IT serves');
  await mika.look('keeping a view');
  await inWindow(mika)
    .getByRole('button', { name: t('desk.save') })
    .click();
  await inWindow(mika).waitFor({ state: 'detached' });
  await mika.go('/requests');
  await press(mika, 'What IT serves');
  await mika.page.waitForURL(/show=serving/);
  await mika.sees('A cable for Aino Virtanen');
}

export default [
  journey('a token, figures, an ask that comes round and a kept view do their work', async (scene) => {
    const company = await scene.company({
      people: [...its, ...askers].map((name) => ({ name })),
      teams: { IT: its, 'Front desk': askers },
    });
    const mika = await scene.person('Mika Korhonen');
    await aProgramIsLetInAndShutOut(mika, scene.house.url);
    const team = await workOf(scene, company, mika);
    await figuresAreReadAsTables(mika, team);
    await anAskComesRound(mika);
    await aViewIsKept(mika);
  }),
];

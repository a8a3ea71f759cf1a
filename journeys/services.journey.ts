// A lead describes what the team does, with a question that is only asked sometimes; a colleague finds it, others never hear of it.
import assert from 'node:assert/strict';
import { catalogApi } from '../contract/catalog.ts';
import { journey, type Scene } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const t = labels('en');

async function hotel(scene: Scene) {
  const company = await scene.company({
    people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }, { name: 'Liisa Laine' }, { name: 'Oleg Petrov' }],
    teams: { IT: ['Liisa Laine', 'Mika Korhonen'], Kitchen: ['Oleg Petrov'], 'Front desk': ['Aino Virtanen'] },
  });
  return { company, liisa: await scene.person('Liisa Laine'), aino: await scene.person('Aino Virtanen') };
}

const preview = (visitor: Visitor) => visitor.page.getByRole('complementary', { name: t('catalog.preview') });
const field = (visitor: Visitor, label: string) =>
  visitor.page.locator('form').getByLabel(label, { exact: true }).last();

/** Adds a question and leaves it open. */
async function question(lead: Visitor, words: string, kind: string) {
  await lead.page.getByRole('button', { name: t('catalog.field.add') }).click();
  await field(lead, t('catalog.field.label')).fill(words);
  await field(lead, t('catalog.field.kind')).selectOption({ label: kind });
}

export default [
  journey('a lead offers a service with a condition, and a colleague finds it', async (scene) => {
    const { liisa, aino } = await hotel(scene);
    await liisa.go('/services');
    await liisa.look('with nothing yet');
    await liisa.page.getByRole('link', { name: t('catalog.add') }).click();
    await liisa.page.getByRole('button', { name: t('catalog.offer') }).click();
    await liisa.sees(t('catalog.fault.required'));
    await field(liisa, t('catalog.name')).fill('A laptop or phone');
    await question(liisa, 'What do you need?', t('catalog.kind.choice'));
    const options = liisa.page.getByRole('group', { name: t('catalog.field.options') }).getByRole('textbox');
    await options.nth(0).fill('Laptop');
    await options.nth(1).fill('Phone');
    await liisa.page
      .getByRole('switch', { name: t('catalog.field.required') })
      .last()
      .check();
    await question(liisa, 'Which size?', t('catalog.kind.text'));
    await liisa.page.getByRole('button', { name: t('catalog.condition.add') }).click();
    await liisa.sees('when “What do you need?” is “Laptop”');
    const asked = preview(liisa).getByLabel(/Which size/);
    assert.equal(await asked.count(), 0, 'hidden until it is a laptop');
    await preview(liisa).getByRole('radio', { name: 'Laptop' }).check();
    await asked.waitFor();
    await preview(liisa).getByRole('radio', { name: 'Phone' }).check();
    await asked.waitFor({ state: 'detached' });
    await liisa.look('writing a service');
    // By keyboard the second question goes up, where its condition makes no sense, and down again.
    await liisa.page.locator('[data-line]').nth(1).press('Alt+ArrowUp');
    await liisa.until('it is first', async () =>
      ((await liisa.page.locator('[data-line]').first().textContent()) ?? '').includes('Which size?'),
    );
    await liisa.page.getByRole('button', { name: t('catalog.offer') }).click();
    await liisa.sees(t('catalog.fault.unknownField'));
    await liisa.page.locator('[data-line]').first().press('Alt+ArrowDown');
    // Leaving without saving is asked about.
    await liisa.page.getByRole('link', { name: t('catalog.cancel') }).click();
    await liisa.page.getByRole('button', { name: t('catalog.unsaved.stay') }).click();
    await liisa.page.getByRole('button', { name: t('catalog.offer') }).click();
    await liisa.page.getByRole('heading', { level: 1, name: 'A laptop or phone' }).waitFor();

    await aino.go('/services');
    await aino.page.getByRole('searchbox').fill('lapt');
    await aino.page.getByRole('link', { name: 'A laptop or phone', exact: true }).click();
    await aino.sees('What do you need?');
    await aino.sees(t('catalog.question.perhaps'));
    await aino.look('a service');
    assert.equal(await aino.page.getByRole('link', { name: t('catalog.edit'), exact: true }).count(), 0);
  }),

  journey('a service for some teams is nowhere for the others', async (scene) => {
    const { company, liisa, aino } = await hotel(scene);
    const [team, kitchen] = [company.teams.get('IT') ?? '', company.teams.get('Kitchen') ?? ''];
    const made = await liisa.call(catalogApi.createService, { body: { team, name: 'Till repair', askers: [kitchen] } });
    aino.allow(/404/);
    await aino.page.goto(`/services/${made.id}`);
    await aino.sees(t('ui.notFound.title'));
    await aino.go(`/services`);
    await aino.sees(t('catalog.none'));
    const oleg = await scene.person('Oleg Petrov');
    await oleg.go('/services');
    await oleg.sees('Till repair');
    await oleg.go(`/teams/${team}`);
    await oleg.sees('Till repair');
  }),
];

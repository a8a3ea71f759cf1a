// An idea from heard to an appointment: proposed, talked about, answered by name, promised to a colleague; and one that gets a no.
import assert from 'node:assert/strict';
import { ideasApi } from '../contract/ideas.ts';
import { journey, type Scene } from './journey.ts';

async function hotel(scene: Scene) {
  const company = await scene.company({
    people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }, { name: 'Liisa Laine' }, { name: 'Eeva Salo' }],
    teams: { IT: ['Liisa Laine', 'Mika Korhonen'] },
  });
  return { aino: await scene.person('Aino Virtanen'), team: company.teams.get('IT') ?? '' };
}

export default [
  journey('an idea climbs the ladder, from heard to an appointment', async (scene) => {
    const { aino } = await hotel(scene);
    const liisa = await scene.person('Liisa Laine');
    const mika = await scene.person('Mika Korhonen');

    await aino.go('/ideas');
    await aino.sees('Nothing stands here now.');
    await aino.look('with an empty ladder');
    await aino.page.getByRole('link', { name: 'Propose an idea' }).click();
    await aino.page
      .getByRole('textbox', { name: 'The idea, in one sentence' })
      .fill('A screen that shows which rooms are ready');
    await aino.page.getByRole('textbox', { name: /What is it good for/ }).fill('It spares **thirty calls** a day.');
    await aino.page.getByRole('radio', { name: 'A team' }).check();
    await aino.look('with an idea half written');
    await aino.page.getByRole('button', { name: 'Propose it' }).click();
    await aino.sees('Your idea is heard');
    await aino.sees(/Liisa Laine will answer/);
    await aino.look('with an idea that was heard');
    const path = new URL(aino.page.url()).pathname;

    await mika.go(path);
    await mika.page.getByRole('button', { name: 'I’d use this' }).click();
    await mika.sees('Mika Korhonen would use it');
    await mika.page.getByRole('textbox', { name: /Say something/ }).fill('The booking system knows it already.');
    await mika.keys('Control+Enter');
    await aino.sees('The booking system knows it already.');

    await liisa.go(path);
    await liisa.page.getByRole('button', { name: 'Say yes' }).click();
    await liisa.page.getByRole('textbox', { name: /A word along/ }).fill('Gladly, let us begin with one.');
    await liisa.look('with a yes half written');
    await liisa.page.getByRole('dialog').getByRole('button', { name: 'Say yes' }).click();
    await aino.sees('Liisa Laine said yes. Who takes it on?');

    await mika.page.getByRole('button', { name: 'I promise to do it' }).click();
    await mika.page.getByRole('textbox', { name: 'What will be there?' }).fill('A screen behind the desk');
    assert.equal(await mika.page.getByRole('combobox', { name: /Whom do you promise/ }).inputValue(), 'Aino Virtanen');
    await mika.look('with a promise half made');
    await mika.page.getByRole('button', { name: 'I promise', exact: true }).click();
    await aino.sees(/Mika Korhonen promised Aino Virtanen/);
    await aino.look('with an idea that was promised');

    await aino.page.getByRole('button', { name: 'Arrange when to ask' }).click();
    await aino.page.getByRole('textbox', { name: /What will be shown/ }).fill('The screen with the rooms of one floor');
    await aino.look('with an appointment half arranged');
    await aino.page.getByRole('button', { name: 'Arrange it' }).click();
    await mika.sees('They have arranged when to ask about it.');
    await mika.look('with an appointment');

    await mika.page.getByRole('link', { name: 'To the appointment' }).click();
    await mika.page.getByRole('button', { name: 'Call it off' }).click();
    await mika.page.getByRole('textbox', { name: 'Why' }).fill('The screen comes a week later');
    await mika.page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();
    await mika.sees('Called off.');
    await mika.page.getByRole('link', { name: 'A screen that shows which rooms are ready' }).click();
    await mika.sees(/called off the appointment/);
    await aino.page.getByRole('button', { name: 'Arrange when to ask' }).waitFor();
    await aino.look('with an idea whose appointment was called off');

    await aino.go('/ideas');
    await aino.sees(/Mika Korhonen promised it by/);
    await aino.look('with an idea on the ladder');
  }),

  journey('an idea for the team alone gets a no by name, and nobody else comes upon it', async (scene) => {
    const { aino, team } = await hotel(scene);
    const { id } = await aino.call(ideasApi.createIdea, { body: { title: 'A quieter printer', team, sight: 'team' } });
    const liisa = await scene.person('Liisa Laine');
    liisa.allow(/422/);
    await liisa.go(`/ideas/${id}`);
    await liisa.sees('Only IT sees this');
    await liisa.page.getByRole('button', { name: 'Say no, or not now' }).click();
    await liisa.page.getByRole('button', { name: 'Answer', exact: true }).click();
    await liisa.sees('This is needed');
    await liisa.page.getByRole('textbox', { name: /Why/ }).fill('The lease runs until spring.');
    await liisa.page.getByRole('button', { name: 'Answer', exact: true }).click();
    await liisa.sees('The lease runs until spring.');

    await aino.go('/ideas?show=mine');
    await aino.sees('Not now');
    await aino.look('with an idea that was answered');

    const eeva = await scene.person('Eeva Salo');
    eeva.allow(/404/);
    await eeva.go(`/ideas/${id}`);
    await eeva.sees('There is nothing here');
    await eeva.go('/ideas?q=printer');
    await eeva.sees('No idea fits that');
  }),
];

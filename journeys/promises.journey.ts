// Promises between two, seen from both sides: one that is kept, one that is renegotiated in time, one that is broken.
import { setTimeout as pause } from 'node:timers/promises';
import { promisesApi } from '../contract/promise-moves.ts';
import { journey, type Scene } from './journey.ts';

async function two(scene: Scene) {
  const { people } = await scene.company({
    people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }, { name: 'Liisa Laine' }],
    teams: { IT: ['Liisa Laine', 'Mika Korhonen'] },
  });
  const idOf = (name: string) => people.get(name) ?? '';
  return { idOf, aino: await scene.person('Aino Virtanen'), mika: await scene.person('Mika Korhonen') };
}
const ahead = (ms: number) => new Date(Date.now() + ms).toISOString();
const hour = 3_600_000;

export default [
  journey('between two, a promise out of the blue is kept, with thanks', async (scene) => {
    const { aino, mika } = await two(scene);
    await mika.go('/promises');
    await mika.sees('You owe nobody anything just now');
    await mika.look('with nothing promised');
    await mika.page.getByRole('link', { name: 'Promise something' }).click();
    await mika.page.getByRole('textbox', { name: 'I promise' }).fill('The figures of October');
    await mika.page.getByRole('combobox', { name: 'to' }).fill('Aino');
    await mika.page.getByRole('option', { name: /Aino Virtanen/ }).click();
    await mika.page
      .getByRole('radio', { name: /\d:\d|noon/ })
      .first()
      .check({ force: true });
    await mika.look('with a promise half made');
    await mika.page.getByRole('button', { name: 'I promise', exact: true }).click();
    await mika.sees('You promised Aino Virtanen');
    await mika.look('with a promise that was made');
    const path = new URL(mika.page.url()).pathname;

    await aino.go('/promises?view=given');
    await aino.page.getByRole('link', { name: 'The figures of October' }).click();
    await aino.sees('Mika Korhonen promised you');
    await aino.page.getByRole('button', { name: 'That is fine' }).click();
    await mika.sees('That is fine');

    await mika.page.getByRole('button', { name: 'It is done' }).click();
    await mika.page.getByRole('textbox', { name: 'What was done?' }).fill('They are in your folder.');
    await mika.look('with a delivery half written');
    await mika.page.getByRole('button', { name: 'Say that it is done' }).click();
    await aino.sees('Is it right?');
    await aino.look('with a promise that waits for a word');
    await aino.page.getByRole('button', { name: 'Accept, with thanks' }).click();
    await aino.page.getByRole('textbox', { name: /A word of thanks/ }).fill('Just in time!');
    await aino.page.getByRole('button', { name: 'Accept it' }).click();
    await mika.sees('Just in time!');
    await mika.sees('Kept');

    const liisa = await scene.person('Liisa Laine');
    liisa.allow(/404/);
    await liisa.go(path);
    await liisa.sees('There is nothing here');
    await mika.go('/promises?view=ended');
    await mika.sees('The figures of October');
    await mika.look('with what has ended');
  }),

  journey(
    'between two, a promise is renegotiated before it is due, and whoever waits for it hears at once',
    async (scene) => {
      const { aino, mika, idOf } = await two(scene);
      const { id } = await mika.call(promisesApi.makePromise, {
        body: { to: idOf('Aino Virtanen'), deliverable: 'The parts', due: ahead(5 * hour) },
      });
      const above = await aino.call(promisesApi.makePromise, {
        body: { to: idOf('Liisa Laine'), deliverable: 'The machine', due: ahead(90 * hour), dependsOn: id },
      });
      await mika.go(`/promises/${id}`);
      await mika.page.getByRole('button', { name: 'Ask for a new time' }).click();
      const form = mika.page.getByRole('dialog');
      await form
        .getByRole('radio', { name: /\d:\d|noon/ })
        .nth(2)
        .check({ force: true });
      await form.getByRole('radio', { name: 'Parts or goods are missing' }).check({ force: true });
      await mika.look('with a new time half asked for');
      await form.getByRole('button', { name: 'Ask for this time' }).click();
      await mika.sees('You ask for this time');

      await aino.go(`/promises/${id}`);
      await aino.sees('Mika Korhonen asks for this time');
      await aino.look('with a new time that waits for an answer');
      await aino.page.getByRole('button', { name: /\d is fine$/ }).click();
      await mika.sees('The new time is agreed');
      await aino.go(`/promises/${above.id}`);
      await aino.sees('The parts');
      await aino.look('with what it hangs on');

      await mika.call(promisesApi.keepPromise, { params: { id }, body: { done: 'They lie on your desk.' } });
      await aino.go(`/promises/${id}`);
      await aino.page.getByRole('button', { name: 'Accept, with thanks' }).click();
      await aino.page.getByRole('button', { name: 'Accept it' }).click();
      await mika.sees('Kept, at the new time agreed in advance');
    },
  ),

  journey('between two, a broken promise says what got in the way, to both', async (scene) => {
    const { aino, mika, idOf } = await two(scene);
    const { id } = await mika.call(promisesApi.makePromise, {
      body: { to: idOf('Aino Virtanen'), deliverable: 'A lamp', due: ahead(3_000) },
    });
    await pause(3_100);
    await mika.go(`/promises/${id}`);
    await mika.sees('The time has passed');
    await mika.look('with a promise whose time has passed');
    await mika.page.getByRole('button', { name: 'More', exact: true }).click();
    await mika.page.getByRole('menuitem', { name: 'I cannot keep it' }).click();
    const form = mika.page.getByRole('dialog');
    await form.getByRole('radio', { name: 'It slipped my mind' }).check({ force: true });
    await form.getByRole('button', { name: 'Say so' }).click();
    await mika.sees('Missed');
    await aino.go(`/promises/${id}`);
    await aino.sees('It slipped my mind');
    await aino.look('with a promise that was missed');
  }),
];

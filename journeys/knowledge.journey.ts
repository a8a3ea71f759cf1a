// From an answer to an article, and from the article to an ask that need not be asked; nobody loses a word on the way.
import assert from 'node:assert/strict';
import { knowledgeApi } from '../contract/knowledge.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { journey, type Scene } from './journey.ts';

async function hotel(scene: Scene) {
  const company = await scene.company({
    people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }, { name: 'Liisa Laine' }, { name: 'Eeva Salo' }],
    teams: { IT: ['Liisa Laine', 'Mika Korhonen'], 'Front desk': ['Aino Virtanen'] },
  });
  const aino = await scene.person('Aino Virtanen');
  const mika = await scene.person('Mika Korhonen');
  return { aino, mika, team: company.teams.get('IT') ?? '' };
}

const answer = 'Press **Source** twice on the remote, until the screen says HDMI 2.';

export default [
  journey('an answer becomes an article, and spares a colleague the asking', async (scene) => {
    const { aino, mika, team } = await hotel(scene);
    const { id } = await aino.call(requestsApi.createRequest, {
      body: { title: 'The projector shows no picture', details: 'Guest Laakso in 412 is angry', team },
    });
    await mika.call(requestsApi.addMessage, { params: { id }, body: { body: answer, kind: 'message' } });

    await mika.go(`/requests/${id}`);
    await mika.page.getByRole('button', { name: 'Make this an article' }).click();
    await mika.page.waitForURL('**/knowledge/*/edit');
    const words = mika.page.getByRole('textbox', { name: 'The answer' });
    assert.equal(await words.inputValue(), answer);
    assert.ok(!(await mika.page.content()).includes('Laakso'), 'what the other side said stays with the request');
    await mika.look('with the draft of an article');
    await words.press('Control+End');
    await words.pressSequentially(' If it stays dark, call us.');
    await mika.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await mika.sees('Published. Thank you for writing it down.');

    const eeva = await scene.person('Eeva Salo');
    await eeva.go('/ask');
    await eeva.page
      .getByRole('textbox', { name: /in one sentence/i })
      .fill('Our projector shows nothing and guests wait');
    await eeva.sees('This may answer it');
    await eeva.look('with an answer offered');
    await eeva.page.getByRole('button', { name: /projector shows no picture/ }).click();
    await eeva.sees('until the screen says HDMI 2');
    await eeva.page.getByRole('button', { name: 'I will ask all the same' }).click();
    assert.match(await eeva.page.getByRole('textbox', { name: /in one sentence/i }).inputValue(), /guests wait/);
    await eeva.page.getByRole('button', { name: /projector shows no picture/ }).click();
    await eeva.page.getByRole('button', { name: 'This helped, I need not ask' }).click();
    await eeva.page.waitForURL((url) => url.pathname === '/');
    await mika.sees('This helped 1 person. One of them was about to ask and need not any more.');
    const { items } = await eeva.call(requestsApi.listRequests, { query: { limit: 50 } as never });
    assert.deepEqual(items, []);
  }),

  journey('two who write on one article both keep their words, and an old version comes back', async (scene) => {
    const { mika, team } = await hotel(scene);
    const liisa = await scene.person('Liisa Laine');
    const body = { team, title: 'Keys of the server room', body: 'At the desk.', state: 'published', language: 'en' };
    const article = await mika.call(knowledgeApi.createArticle, { body: { ...body, reading: 'team' } as never });
    await mika.go(`/knowledge/${article.id}/edit`);
    await liisa.go(`/knowledge/${article.id}/edit`);
    const words = (who: typeof mika) => who.page.getByRole('textbox', { name: 'The answer' });
    await words(mika).fill('With Mika.');
    await words(liisa).fill('With Liisa.');
    await liisa.page.getByRole('button', { name: 'Save and show it' }).click();
    await liisa.sees('Published');
    await mika.sees('Somebody saved other words meanwhile. Nothing of yours is lost.');
    await mika.page.getByRole('deletion').getByText('Liisa').waitFor();
    await mika.look('with two texts');
    assert.equal(await words(mika).inputValue(), 'With Mika.');
    await mika.page.getByRole('button', { name: 'Go on with mine' }).click();
    await mika.page.getByRole('button', { name: 'Save and show it' }).click();
    await mika.sees('Published');

    await mika.go(`/knowledge/${article.id}/versions`);
    await mika.page.getByRole('button', { name: /Version 2/ }).click();
    await mika.look('comparing versions');
    await mika.page.getByRole('button', { name: 'Bring these words back' }).click();
    await mika.sees('With Liisa.');

    const aino = await scene.person('Aino Virtanen');
    aino.allow(/404/);
    await aino.go(`/knowledge/${article.id}`);
    await aino.sees('There is nothing here');
  }),
];

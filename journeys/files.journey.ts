// Files: dropped, pasted and seen by the other side at once, in their shape, and saved as what they were.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { requestsApi } from '../contract/request-moves.ts';
import { journey } from './journey.ts';
import { labels } from './labels.ts';

const words = labels('en');

type Carried = { name: string; type: string; text?: string; picture?: { width: number; height: number } };

/** Lets files fall on an element, or pastes them there, as a browser does it. */
const give = (page: Page, how: 'drop' | 'paste', where: string, carried: Carried[]) =>
  page.evaluate(
    async ([kind, selector, all]) => {
      const data = new DataTransfer();
      for (const { name, type, text, picture } of all) {
        const canvas = Object.assign(document.createElement('canvas'), picture);
        const paper = canvas.getContext('2d');
        if (paper) paper.fillStyle = '#2e6e5a';
        paper?.fillRect(0, 0, canvas.width, canvas.height);
        const drawn = () => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));
        data.items.add(new File([(picture && (await drawn())) || (text ?? '')], name, { type }));
      }
      const target = document.querySelector(selector);
      const told = { bubbles: true, cancelable: true };
      if (kind === 'paste') target?.dispatchEvent(new ClipboardEvent('paste', { ...told, clipboardData: data }));
      else
        for (const step of ['dragenter', 'dragover', 'drop'])
          target?.dispatchEvent(new DragEvent(step, { ...told, dataTransfer: data }));
    },
    [how, where, carried] as const,
  );

export default [
  journey('a file is dropped, a picture pasted; the colleague sees them at once and saves one', async (scene) => {
    const company = await scene.company({
      people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }],
      teams: { IT: ['Mika Korhonen'] },
    });
    const aino = await scene.person('Aino Virtanen');
    const mika = await scene.person('Mika Korhonen');
    const team = company.teams.get('IT') ?? '';
    const { id } = await aino.call(requestsApi.createRequest, { body: { title: 'The screen is green', team } });
    await aino.go(`/requests/${id}`);
    await mika.go(`/requests/${id}`);

    await give(aino.page, 'drop', '#write', [
      { name: 'Invoice <1>.txt', type: 'text/plain', text: 'It says 120 euro.' },
    ]);
    await aino.sees('Invoice _1_.txt');
    await give(aino.page, 'paste', '#write textarea', [
      { name: 'image.png', type: 'image/png', picture: { width: 400, height: 250 } },
    ]);
    const chosen = aino.page.getByRole('list', { name: words('attachments.chosen') });
    await aino.until('both are there', async () => (await chosen.getByRole('listitem').count()) === 2);
    await aino.look('with files to go along');
    const send = aino.page.getByRole('button', { name: words('ui.composer.send'), exact: true });
    await aino.until('it can be sent', () => send.isEnabled());
    await send.click();

    await mika.sees('Invoice _1_.txt');
    const picture = mika.page.getByRole('button', { name: /^Show .*\.png large$/ });
    await picture.waitFor();
    const box = await picture.getByRole('img').boundingBox();
    assert.equal(Math.round(((box?.width ?? 0) / (box?.height ?? 1)) * 100), 160);
    const saving = mika.page.waitForEvent('download');
    await mika.page.getByRole('link', { name: /Invoice _1_\.txt/ }).click();
    const saved = await saving;
    assert.equal(saved.suggestedFilename(), 'Invoice _1_.txt');
    assert.equal(await readFile(await saved.path(), 'utf8'), 'It says 120 euro.');

    await picture.click();
    await mika.page.getByRole('dialog').waitFor();
    await mika.look('a picture, large');
    await mika.keys('Escape');
    await mika.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }),

  journey('a file that is too large or lost its line is told at the file, and goes when it can', async (scene) => {
    const company = await scene.company({ people: [{ name: 'Aino Virtanen' }], teams: { IT: [] } });
    const aino = await scene.person('Aino Virtanen');
    const team = company.teams.get('IT') ?? '';
    const { id } = await aino.call(requestsApi.createRequest, { body: { title: 'The screen is green', team } });
    await aino.go(`/requests/${id}`);
    await give(aino.page, 'drop', '#write', [{ name: 'nothing.txt', type: 'text/plain', text: '' }]);
    await aino.sees(words('attachments.empty'));
    await aino.page.getByRole('button', { name: 'Remove nothing.txt' }).click();

    aino.allow(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
    await aino.page.route('**/api/attachments?*', (route) => route.abort());
    await give(aino.page, 'drop', '#write', [{ name: 'list.txt', type: 'text/plain', text: 'Screws' }]);
    const again = aino.page.getByRole('button', { name: 'Send list.txt again' });
    await again.waitFor();
    await aino.page.unroute('**/api/attachments?*');
    await again.click();
    await aino.page.getByText('list.txt is here and goes along').waitFor({ state: 'attached' });

    // What was sent up survives a closed page.
    await aino.go(`/requests/${id}`);
    await aino.sees('list.txt');
    await aino.page.getByRole('button', { name: words('ui.composer.send'), exact: true }).click();
    await aino.page.getByRole('link', { name: /list\.txt/ }).waitFor();
  }),
];

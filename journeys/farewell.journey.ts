// Somebody leaves: the administrator sees how much rests on them, chooses who takes over, and nobody's promise is lost.
import assert from 'node:assert/strict';
import { requestsApi } from '../contract/request-moves.ts';
import { journey } from './journey.ts';
import { labels } from './labels.ts';

const t = labels('en');
const title = 'The projector shows only green';

export default [
  journey('an administrator lets somebody go, and what they promised stands with a new owner', async (scene) => {
    const company = await scene.company({
      people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }, { name: 'Liisa Laine' }],
      teams: { IT: ['Liisa Laine', 'Mika Korhonen'] },
    });
    const [team, leaver] = [company.teams.get('IT') ?? '', company.people.get('Mika Korhonen') ?? ''];
    const aino = await scene.person('Aino Virtanen');
    const mika = await scene.person('Mika Korhonen');
    const liisa = await scene.person('Liisa Laine');
    const jussi = await scene.person('Jussi Järvi');
    const request = await aino.call(requestsApi.createRequest, { body: { title, team } });
    const due = new Date(Date.now() + 24 * 3_600_000).toISOString();
    const promise = { deliverable: 'A working projector', due };
    await mika.call(requestsApi.promiseRequest, { params: { id: request.id }, body: promise });
    await aino.go(`/requests/${request.id}`);
    await aino.sees('A working projector');

    await jussi.go(`/people/${leaver}`);
    await jussi.page.getByRole('button', { name: t('directory.person.more', { name: 'Mika Korhonen' }) }).click();
    await jussi.page.getByRole('menuitem', { name: t('directory.deactivate') }).click();
    const window = jussi.page.getByRole('dialog');
    const heir = window.getByLabel('IT', { exact: true });
    await heir.waitFor();
    await jussi.sees(t('directory.leave.promised', { count: 1 }));
    assert.equal(await heir.evaluate((field: HTMLSelectElement) => field.selectedOptions[0]?.text), 'Liisa Laine');
    assert.ok(!(await window.innerText()).includes(title), 'what it is about is not theirs to read');
    await jussi.look('letting somebody go');
    await window.getByRole('textbox').fill('Mika has left; Liisa looks after it from today.');
    await window.getByRole('button', { name: t('directory.deactivate'), exact: true }).click();
    await jussi.sees(t('directory.leave.done', { name: 'Mika Korhonen', count: 1 }));

    // Live: the requester's page tells it without being asked.
    await aino.sees('Mika has left; Liisa looks after it from today.');
    await liisa.go('/');
    await liisa.sees(title);
    const now = await liisa.call(requestsApi.getRequest, { params: { id: request.id } });
    assert.equal(now.person?.name, 'Liisa Laine');
    await liisa.call(requestsApi.promiseRequest, { params: { id: request.id }, body: promise });
    await aino.until(
      'it is promised again',
      async () =>
        (await aino.call(requestsApi.getRequest, { params: { id: request.id } })).provider?.name === 'Liisa Laine',
    );
    mika.allow(/401/);
    await mika.context.clearCookies();
  }),
];

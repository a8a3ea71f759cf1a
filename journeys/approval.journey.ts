// A yes that is asked first, when the one who gives it is away: the stand-in is asked and answers, and only then does anybody promise.
import assert from 'node:assert/strict';
import { catalogApi } from '../contract/catalog.ts';
import { directoryApi } from '../contract/directory.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { journey, type Scene } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const t = labels('en');
const title = 'A laptop for the new colleague';
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const press = (visitor: Visitor, name: string) =>
  visitor.page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();
const inWindow = (visitor: Visitor) => visitor.page.getByRole('dialog').last();
const send = (visitor: Visitor, name: string) => inWindow(visitor).getByRole('button', { name, exact: true }).click();

/** Marja manages Aino, is away, and Oleg stands in for her. */
async function hotel(scene: Scene) {
  const company = await scene.company({
    people: [{ name: 'Aino Virtanen' }, { name: 'Marja Lehtonen' }, { name: 'Oleg Petrov' }, { name: 'Liisa Laine' }],
    teams: { IT: ['Liisa Laine'], 'Front desk': ['Marja Lehtonen', 'Aino Virtanen', 'Oleg Petrov'] },
  });
  const [aino, marja, oleg] = ['Aino Virtanen', 'Marja Lehtonen', 'Oleg Petrov'].map(
    (name) => company.people.get(name) ?? '',
  );
  const boss = await scene.person('Jussi Järvi');
  await boss.go('/people');
  const { version } = await boss.call(directoryApi.getPerson, { params: { id: aino ?? '' } });
  const changed = await boss.context.request.patch(`/api/people/${aino}`, {
    data: { manager: marja },
    headers: { 'if-match': `"${version}"`, origin: new URL(boss.page.url()).origin },
  });
  assert.equal(changed.status(), 200, await changed.text());
  await boss.call(directoryApi.setAbsence, {
    params: { id: marja ?? '' },
    body: { from: day(-1), until: day(20), words: 'At the sea', standIn: oleg ?? null },
  });
  const liisa = await scene.person('Liisa Laine');
  const { id } = await liisa.call(catalogApi.createService, {
    body: {
      team: company.teams.get('IT') ?? '',
      name: 'A new laptop',
      approval: { mode: 'inOrder', steps: [{ manager: true }] },
    },
  });
  return { liisa, service: id };
}

export default [
  journey('a yes is asked of the stand-in while the manager is away', async (scene) => {
    const { liisa, service } = await hotel(scene);
    const aino = await scene.person('Aino Virtanen');
    const oleg = await scene.person('Oleg Petrov');
    await oleg.go('/');
    await aino.go(`/ask?service=${service}`);
    await aino.sees(
      t('requests.service.askedFirst', { names: t('requests.service.manager', { manager: 'Marja Lehtonen' }) }),
    );
    await aino.page.getByRole('textbox', { name: t('requests.service.called') }).fill(title);
    await aino.look('before a yes is asked for');
    await press(aino, t('requests.ask.send', { name: 'IT' }));
    await aino.page.waitForURL(/\/requests\/[0-9a-f-]{36}/);
    const path = new URL(aino.page.url()).pathname;
    const id = path.split('/').at(-1) ?? '';
    await aino.sees(t('requests.approvals.standIn', { name: 'Marja' }));
    await aino.look('while a yes is awaited');

    await liisa.go(path);
    await liisa.sees(t('requests.approvals.standIn', { name: 'Marja' }));
    assert.equal(await liisa.page.getByRole('button', { name: t('requests.act.promise'), exact: true }).count(), 0);

    // Oleg has had his day open all the while: the ask comes to him.
    await oleg.sees(t('requests.today.yes.title'));
    await oleg.look('with a yes to give');
    await press(oleg, t('requests.act.approve'));
    await inWindow(oleg)
      .getByRole('textbox', { name: t('requests.approve.words') })
      .fill('Not the largest one');
    await oleg.look('giving a yes');
    await send(oleg, t('requests.send.approve'));
    await inWindow(oleg).waitFor({ state: 'detached' });

    await press(liisa, t('requests.act.promise'));
    await inWindow(liisa)
      .getByRole('textbox', { name: t('requests.promise.deliverable') })
      .fill('A laptop, set up');
    const times = inWindow(liisa).getByRole('radiogroup').first().getByRole('radio');
    await liisa.until('times are offered', async () => (await times.count()) > 2);
    await times.first().check();
    await send(liisa, t('requests.send.promise'));
    await aino.sees('A laptop, set up');
    await aino.sees('Not the largest one');
    await aino.sees(/Oleg said yes for Marja/);
    const { state, approvals } = await aino.call(requestsApi.getRequest, { params: { id } });
    assert.equal(state, 'promised');
    assert.equal(approvals[0]?.answeredBy?.name, 'Oleg Petrov');
    await aino.look('promised after a yes');
  }),
];

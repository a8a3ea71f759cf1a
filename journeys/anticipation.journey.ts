// What else is needed is offered before anybody has to ask: to whoever asks, who takes or leaves it, and to whoever serves, who promises it along.
import { catalogApi } from '../contract/catalog.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { journey } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const t = labels('en');
const tick = (visitor: Visitor, name: string) => visitor.page.getByRole('checkbox', { name: new RegExp(name) });

export default [
  journey('what else is needed is offered to whoever asks, and promised along by whoever serves', async (scene) => {
    const company = await scene.company({
      people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }, { name: 'Liisa Laine' }],
      teams: { IT: ['Liisa Laine', 'Mika Korhonen'], 'Front desk': ['Aino Virtanen'] },
    });
    const [liisa, aino, mika] = [
      await scene.person('Liisa Laine'),
      await scene.person('Aino Virtanen'),
      await scene.person('Mika Korhonen'),
    ];
    const team = company.teams.get('IT') ?? '';
    const offer = async (name: string, alsoNeeded: string[] = []) =>
      (await liisa.call(catalogApi.createService, { body: { team, name, alsoNeeded } })).id;
    const [dock, bag] = [await offer('A docking station'), await offer('A bag')];
    const laptop = await offer('A laptop', [dock, bag]);

    await aino.go(`/services/${laptop}`);
    await aino.sees(t('anticipation.needed'));
    await aino.sees('A docking station');
    await aino.look('a service and what else is needed');
    await aino.go(`/ask?service=${laptop}`);
    await tick(aino, 'A bag').waitFor();
    await aino.look('asking, with what else is needed');
    await aino.page.getByRole('button', { name: t('anticipation.no.of', { name: 'A docking station' }) }).click();
    await tick(aino, 'A docking station').waitFor({ state: 'detached' });
    await tick(aino, 'A bag').check();
    await aino.page.getByRole('button', { name: t('requests.ask.send', { name: 'IT' }) }).click();
    await aino.page.waitForURL(/\/requests\/[0-9a-f-]+$/);
    const request = aino.page.url().split('/').at(-1) ?? '';
    await aino.until('the bag is asked for, too', async () =>
      (await aino.call(requestsApi.listRequests, { query: { role: 'asked' } })).items.some(
        ({ title }) => title === 'A bag',
      ),
    );

    // Whoever serves may know better, and brings it along; what was asked for already is not offered.
    await mika.go(`/requests/${request}`);
    await mika.page
      .getByRole('button', { name: t('requests.act.promise') })
      .first()
      .click();
    const form = mika.page.getByRole('dialog');
    await form.getByRole('checkbox', { name: /A docking station/ }).check();
    await mika.look('promising, with what else is needed');
    const times = form.getByRole('radiogroup').first().getByRole('radio');
    await mika.until('times are offered', async () => (await times.count()) > 2);
    await times.first().check({ force: true });
    await form.getByRole('button', { name: t('requests.send.promise') }).click();
    await mika.sees(t('anticipation.mine.open'));

    await aino.sees(t('anticipation.theirs.open', { name: 'Mika Korhonen' }));
    await aino.look('asked whether it is wanted');
    await aino.page.getByRole('button', { name: t('anticipation.no'), exact: true }).click();
    await aino.sees(t('anticipation.theirs.no', { name: 'Mika Korhonen' }));
    await mika.sees(t('anticipation.mine.no'));
  }),
];

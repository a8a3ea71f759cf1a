// The main job, live, in two browsers: ask, hello, promise, a new time before it is due, delivery, thanks. In three languages.
import assert from 'node:assert/strict';
import type { Language } from '../contract/shapes.ts';
import { journey, type Scene } from './journey.ts';
import { labels, like } from './labels.ts';
import type { Visitor } from './visitor.ts';

type Words = ReturnType<typeof labels>;

const asks: Record<Language, { title: string; hello: RegExp; thanks: string; done: string; why: string }> = {
  en: {
    title: 'The projector in Sali 3 shows only green',
    hello: /thanks for asking/,
    thanks: 'Thank you, the family was happy!',
    done: 'Changed the cable and labelled it',
    why: 'The cable comes with the noon delivery',
  },
  fi: {
    title: 'Salin 3 projektori näyttää pelkkää vihreää',
    hello: /Aino/,
    thanks: 'Kiitos, perhe oli iloinen!',
    done: 'Vaihdoin kaapelin ja merkitsin sen',
    why: 'Kaapeli tulee puolenpäivän kuormassa',
  },
  es: {
    title: 'El proyector de la sala 3 solo muestra verde',
    hello: /Aino/,
    thanks: '¡Gracias, la familia quedó encantada!',
    done: 'Cambié el cable y lo etiqueté',
    why: 'El cable llega con el reparto de mediodía',
  },
  ru: {
    title: 'Проектор в зале 3 показывает только зелёное',
    hello: /Aino/,
    thanks: 'Спасибо, семья очень довольна!',
    done: 'Заменил кабель и подписал его',
    why: 'Кабель придёт с дневной доставкой',
  },
};

async function hotel(scene: Scene, language: Language) {
  await scene.company({
    people: [
      { name: 'Aino Virtanen', language },
      { name: 'Mika Korhonen', language },
    ],
    teams: { IT: ['Mika Korhonen'], 'Front desk': ['Aino Virtanen'] },
  });
  return {
    aino: await scene.person('Aino Virtanen', { language }),
    mika: await scene.person('Mika Korhonen', { language, dark: true }),
  };
}

/** Asks IT on the ask page; answers the address of the request. */
async function ask(
  { page, go }: { page: Visitor['page']; go: (path: string) => Promise<void> },
  t: Words,
  title: string,
) {
  await go('/ask');
  await page.getByRole('textbox', { name: t('requests.ask.title') }).fill(title);
  const whom = page.getByRole('combobox', { name: t('requests.ask.to') });
  await whom.fill('IT');
  await page.getByRole('option', { name: /^IT/ }).first().click();
  await page.getByRole('button', { name: t('requests.ask.send', { name: 'IT' }) }).click();
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

const press = (visitor: Visitor, name: string | RegExp) =>
  visitor.page.getByRole('button', { name }).filter({ visible: true }).first().click();
const inWindow = (visitor: Visitor) => visitor.page.getByRole('dialog').last();

/** Chooses among the offered times; the last radio is "another time". */
async function chooseTime(visitor: Visitor, which: 'first' | 'farthest') {
  const chips = inWindow(visitor).getByRole('radiogroup').first().getByRole('radio');
  await visitor.until('times are offered', async () => (await chips.count()) > 2);
  await chips.nth(which === 'first' ? 0 : (await chips.count()) - 2).check({ force: true });
}

const story = (language: Language) =>
  journey(`two colleagues take a request from the ask to the thanks, live (${language})`, async (scene) => {
    const t = labels(language);
    const words = asks[language];
    const { aino, mika } = await hotel(scene, language);
    await mika.go('/');
    const path = await ask({ page: aino.page, go: (to) => aino.go(to) }, t, words.title);
    await aino.look('just asked');

    // Nobody reloads anything from here on.
    await mika.sees(words.title);
    await mika.page.getByRole('link', { name: words.title }).first().click();
    await mika.page.waitForURL(`**${path}`);
    // The page that was left may still stand for a moment.
    await mika.page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    await press(mika, t('requests.act.greet'));
    assert.match(await inWindow(mika).getByRole('textbox').first().inputValue(), words.hello);
    await mika.look('saying hello');
    await inWindow(mika)
      .getByRole('button', { name: t('requests.send.greet') })
      .click();
    await aino.sees('Mika Korhonen');
    await aino.sees(t('requests.event.hello'));

    await press(mika, t('requests.act.promise'));
    await chooseTime(mika, 'first');
    await mika.look('promising');
    await inWindow(mika)
      .getByRole('button', { name: t('requests.send.promise') })
      .click();
    await aino.sees(t('requests.card.promised', { who: 'toMe', name: 'Mika', to: '' }));
    await aino.look('promised');

    await press(mika, t('requests.act.renegotiate'));
    await chooseTime(mika, 'farthest');
    await inWindow(mika).getByRole('textbox').last().fill(words.why);
    await inWindow(mika)
      .getByRole('button', { name: t('requests.send.renegotiate') })
      .click();
    await aino.sees(words.why);
    await press(aino, new RegExp(`^${t('requests.card.fine', { when: '' }).trim()}`));
    await mika.sees(like(t('requests.event.agreed', { you: 'no', name: 'Aino', length: '…' })));

    await press(mika, t('requests.act.deliver'));
    await inWindow(mika).getByRole('textbox').first().fill(words.done);
    await inWindow(mika)
      .getByRole('button', { name: t('requests.send.deliver') })
      .click();
    await aino.sees(words.done);

    await press(aino, t('requests.act.accept'));
    await inWindow(aino).getByRole('textbox').first().fill(words.thanks);
    await inWindow(aino)
      .getByRole('group', { name: t('requests.rate.timing') })
      .or(inWindow(aino).getByRole('radiogroup', { name: t('requests.rate.timing') }))
      .getByRole('radio')
      .last()
      .check({ force: true });
    await aino.look('thanking');
    await inWindow(aino)
      .getByRole('button', { name: t('requests.send.accept') })
      .click();
    await mika.sees(words.thanks);
    await mika.go('/');
    await mika.sees(words.thanks);
  });

export default [story('en'), story('fi'), story('ru')];

// The first day: a company is created by keyboard, a colleague is invited and comes in, keeps a passkey and signs in with it.
import assert from 'node:assert/strict';
import { journey } from './journey.ts';
import { labels } from './labels.ts';

const t = labels('en');
const password = 'four quiet words here';

export default [
  journey(
    'a company begins: created by keyboard, a colleague invited, come in, and in again with a passkey',
    async (scene) => {
      const jussi = await scene.stranger('Jussi');
      jussi.allow(/422/);
      await jussi.go('/');
      await jussi.sees(t('directory.sample.go'));
      await jussi.look('at the door');
      await jussi.tabTo(new RegExp(t('directory.welcome.create')));
      await jussi.keys('Enter');
      await jussi.page.getByRole('heading', { level: 1, name: t('directory.create.title') }).waitFor();
      await jussi.page.getByRole('textbox', { name: t('directory.company.name') }).focus();
      await jussi.page.keyboard.type('Hotelli Aurinko');
      await jussi.page.getByRole('textbox', { name: t('directory.name'), exact: true }).focus();
      await jussi.page.keyboard.type('Jussi Järvi');
      await jussi.keys('Tab');
      await jussi.page.keyboard.type('jussi@example.com');
      await jussi.page.getByLabel(t('directory.password'), { exact: true }).focus();
      await jussi.page.keyboard.type('short');
      await jussi.keys('Enter');
      await jussi.look('with a password that is too short');
      await jussi.page.getByLabel(t('directory.password'), { exact: true }).fill(password);
      await jussi.keys('Enter');
      await jussi.sees(/Jussi/);
      await jussi.until('the company is there', async () => (await jussi.page.getByRole('navigation').count()) > 0);

      await jussi.go('/people/new');
      await jussi.page.getByRole('textbox', { name: t('directory.name'), exact: true }).fill('Aino Virtanen');
      await jussi.page.getByRole('textbox', { name: t('directory.email') }).fill('aino@example.com');
      await jussi.look('adding a colleague');
      const invite = jussi.page.getByLabel(t('directory.invite.now'));
      if ((await invite.count()) > 0) await invite.setChecked(true, { force: true });
      await jussi.page
        .getByRole('main')
        .getByRole('button', { name: t('directory.person.add') })
        .click();
      const link = jussi.page.getByRole('textbox', { name: t('directory.link'), exact: true });
      await link.waitFor();
      const address = await link.inputValue();
      assert.match(address, /\/welcome\/[\w-]{43}$/);

      const aino = await scene.stranger('Aino');
      const device = await aino.context.newCDPSession(aino.page);
      await device.send('WebAuthn.enable');
      await device.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      // At the end every visited page is seen again, and by then the link has done its work.
      aino.allow(/404/);
      await aino.go(new URL(address).pathname);
      await aino.sees(t('auth.link.hello', { name: 'Aino' }));
      await aino.page.getByLabel(t('auth.link.password')).fill(password);
      await aino.look('invited');
      await aino.page.getByRole('button', { name: t('auth.link.enter') }).click();
      await aino.page.getByRole('navigation').first().waitFor();

      const late = await scene.stranger('Somebody who found the link');
      late.allow(/404/);
      await late.go(new URL(address).pathname);
      await late.sees(t('auth.link.gone'));

      await aino.go('/security');
      await aino.page.getByRole('button', { name: t('auth.passkeys.add') }).click();
      await aino.sees(t('auth.passkeys.added'));
      await aino.look('with a passkey');
      await aino.context.clearCookies();
      await aino.page.goto('/');
      const in_ = aino.page.getByRole('button', { name: t('auth.signIn.passkey') });
      await in_.or(aino.page.getByRole('navigation').first()).first().waitFor();
      // Where the browser offers passkeys by itself, it may already be in.
      if (await in_.isVisible().catch(() => false)) await in_.click({ timeout: 3000 }).catch(() => undefined);
      await aino.page.getByRole('navigation').first().waitFor();
    },
    { ownDatabase: true },
  ),

  journey(
    'the sample company moves in, and a visitor looks around as somebody in it',
    async (scene) => {
      const visitor = await scene.stranger('A visitor');
      await visitor.go('/');
      await visitor.page.getByRole('button', { name: t('directory.sample.go') }).click();
      await visitor.sees(t('directory.sample.makingSub').slice(0, 20));
      await visitor.page.getByRole('button', { name: /^Be / }).first().waitFor({ timeout: 300_000 });
      await visitor.look('choosing who to be');
      await visitor.page
        .getByRole('button', { name: t('directory.demo.beNamed', { name: 'Aino Virtanen' }) })
        .or(visitor.page.getByRole('button', { name: /Aino/ }))
        .first()
        .click();
      await visitor.sees(t('requests.today.promised.title'));
      await visitor.look('Today, full');
    },
    // It is one long transaction, and news of a whole PostgreSQL waits for the oldest one.
    { ownDatabase: true, long: true },
  ),
];

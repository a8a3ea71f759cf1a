// Mail: an administrator names a server and tries it, a forgotten password comes back, news arrives, a link in it stops the next, and a calendar
// answers an invitation.
import assert from 'node:assert/strict';
import { appointmentsApi } from '../contract/appointments.ts';
import { directoryApi } from '../contract/directory.ts';
import { mailApi } from '../contract/mail.ts';
import { noticesApi } from '../contract/notices.ts';
import { requestsApi } from '../contract/request-moves.ts';
import { tokensApi } from '../contract/tokens.ts';
import { asOutlook } from '../server/appointments/replies-for-tests.ts';
import { openMailbox, type Received } from '../server/platform/mail/for-tests.ts';
import { emailOf, journey, type Scene } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const t = labels('en');
const field = (visitor: Visitor, id: string) => visitor.page.getByLabel(t(id), { exact: true });
const press = (visitor: Visitor, id: string) => visitor.page.getByRole('button', { name: t(id), exact: true }).click();
const always = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]]));

/** Waits for a mail to somebody; the jobs look every minute, and news waits for a minute whether it is read. */
async function mailTo(box: { received: Received[] }, name: string, subject: RegExp): Promise<Received> {
  for (let waited = 0; waited < 240; waited += 1) {
    const found = box.received.find(({ to, mail }) => to[0] === emailOf(name) && subject.test(mail.subject ?? ''));
    if (found) return found;
    await new Promise((done) => setTimeout(done, 1000));
  }
  throw new Error(`No mail for ${name} came.`);
}

/** So that the story can be told at any hour. */
async function workAlways(boss: Visitor, team: string) {
  const { version } = await boss.call(directoryApi.getTeam, { params: { id: team } });
  const changed = await boss.context.request.patch(`/api/teams/${team}`, {
    data: { week: always, country: null },
    headers: { 'if-match': `"${version}"`, origin: new URL(boss.page.url()).origin },
  });
  assert.equal(changed.status(), 200, await changed.text());
}

async function nameServer(visitor: Visitor, port: number) {
  await visitor.go('/settings/mail');
  await field(visitor, 'mail.host').fill('127.0.0.1');
  await field(visitor, 'mail.tls').selectOption('none');
  await field(visitor, 'mail.port').fill(String(port));
  await field(visitor, 'mail.fromAddress').fill('goodturn@example.com');
  await press(visitor, 'mail.save');
  await visitor.sees(t('mail.trial.go'));
  await visitor.look('with a mail server');
}

/** Where answers come in, and a token for the mail system that hands them over. */
async function letAnswersIn(boss: Visitor): Promise<string> {
  await boss.page.getByLabel(t('mail.answers.address')).fill('answers@example.com');
  await press(boss, 'mail.answers.save');
  await boss.sees('answers+*@example.com');
  await boss.look('with an address for answers');
  return (await boss.call(tokensApi.createToken, { body: { name: 'Mail system', scopes: ['mail'] } })).token;
}

/** As the mail system of the company does with what comes for us. */
async function handIn(visitor: Visitor, token: string, mail: string) {
  const answer = await fetch(new URL(mailApi.deliverMail.path, visitor.page.url()), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
    body: mail,
  });
  assert.deepEqual([answer.status, await answer.json()], [200, { came: 'answer' }]);
}

const organizerIn = ({ mail }: Received): string => {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  const text = new TextDecoder().decode(part?.content as ArrayBuffer).replaceAll(/\r?\n /g, '');
  return /^ORGANIZER.*?:mailto:(\S+)$/m.exec(text)?.[1] ?? '';
};

async function tellTheStory(scene: Scene) {
  const box = await openMailbox();
  try {
    const company = await scene.company({
      people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }],
      teams: { IT: ['Mika Korhonen'], 'Front desk': ['Aino Virtanen'] },
    });
    const boss = await scene.person('Jussi Järvi');
    await nameServer(boss, box.server.port);
    for (const id of company.teams.values()) await workAlways(boss, id);
    await press(boss, 'mail.trial.go');
    await boss.sees(t('mail.trial.sent', { to: emailOf('Jussi Järvi') }));

    const token = await letAnswersIn(boss);

    const aino = await scene.person('Aino Virtanen');
    const mika = await scene.person('Mika Korhonen');
    const meeting = await mika.call(appointmentsApi.createAppointment, {
      body: {
        with: company.people.get('Aino Virtanen') ?? '',
        asks: company.people.get('Aino Virtanen') ?? '',
        at: new Date(Date.now() + 3 * 3_600_000).toISOString(),
        title: 'The shelf',
        deliverables: ['A drawing'],
      },
    });
    const team = company.teams.get('IT') ?? '';
    const { id } = await aino.call(requestsApi.createRequest, { body: { title: 'A lamp for the desk', team } });
    await mika.call(requestsApi.greetRequest, { params: { id }, body: { words: 'Hello' } });

    const stranger = await scene.stranger();
    await stranger.go('/');
    await press(stranger, 'auth.forgotten');
    await field(stranger, 'auth.email').fill(emailOf('Mika Korhonen'));
    await press(stranger, 'auth.forgotten.go');
    await stranger.sees(t('auth.forgotten.sent', { email: emailOf('Mika Korhonen') }));
    await stranger.look('after asking for a new password');
    const reset = await mailTo(box, 'Mika Korhonen', /new password/);
    await stranger.go(/\/welcome\/[\w-]+/.exec(reset.mail.text ?? '')?.[0] ?? '');
    await stranger.sees(t('auth.link.renew'));

    const news = await mailTo(box, 'Aino Virtanen', /^Hello about your request/);
    assert.ok(!news.raw.slice(0, news.raw.indexOf('\r\n\r\n')).includes('lamp'), 'no header has words of the request');
    const link = new URL(/https?:\S+\/mail-choice\/\S+/.exec(news.mail.text ?? '')?.[0] ?? '').pathname;
    await stranger.go(link);
    await stranger.look('at the link that stops mails');
    const choice = async () => (await aino.call(noticesApi.getNoticeSettings, {})).mail.asks;
    assert.equal(await choice(), 'now', 'looking changes nothing');
    await press(stranger, 'notices.choice.never');
    await stranger.sees(t('notices.choice.done.never'));
    assert.equal(await choice(), 'never');

    const invitation = await mailTo(box, 'Aino Virtanen', /^Appointment with Mika/);
    await aino.go(`/appointments/${meeting.id}`);
    await mika.go(`/appointments/${meeting.id}`);
    await mika.sees('Aino Virtanen has not answered yet.');
    const organizer = organizerIn(invitation);
    const by = emailOf('Aino Virtanen');
    await handIn(mika, token, asOutlook({ appointment: meeting.id, organizer, by }));
    await aino.sees('You said yes.');
    await mika.sees('Aino Virtanen said yes.');

    await aino.go('/me/notices');
    await field(aino, 'notices.group.thanks').first().selectOption('now');
    await field(aino, 'notices.group.asks').first().selectOption('digest');
    await field(aino, 'notices.mail.daily').selectOption('start');
    await press(aino, 'notices.choices.save');
    await aino.sees(t('notices.choices.saved'));
    await aino.look('with choices');
    assert.equal(await choice(), 'digest');
  } finally {
    await box.close();
  }
}

export default [
  journey('mail is set up, brings people in, tells them their news, and stops when it is told to', tellTheStory, {
    long: true,
  }),
];

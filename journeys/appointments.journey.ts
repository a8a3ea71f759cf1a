// An appointment seen from both sides: arranged, answered, moved, called off; and the private calendar that shows it.
import assert from 'node:assert/strict';
import { appointmentsApi } from '../contract/appointments.ts';
import { journey } from './journey.ts';

export default [
  journey('two people meet about what is delivered, and their calendars know of it', async (scene) => {
    await scene.company({ people: [{ name: 'Aino Virtanen' }, { name: 'Mika Korhonen' }], teams: {} });
    const aino = await scene.person('Aino Virtanen');
    const mika = await scene.person('Mika Korhonen');

    await aino.go('/appointments');
    await aino.sees('No appointment ahead');
    await aino.look('without an appointment');
    await aino.page.getByRole('link', { name: 'Arrange an appointment' }).click();
    await aino.page.getByRole('textbox', { name: 'What is it about?' }).fill('The price list');
    await aino.page.getByRole('combobox', { name: 'With whom' }).fill('Mika');
    await aino.page.getByRole('option', { name: /Mika Korhonen/ }).click();
    await aino.page.getByRole('radio', { name: 'I ask, Mika Korhonen delivers' }).check();
    await aino.page.getByRole('textbox', { name: /What is there by then/ }).fill('The list\nA sum of it');
    await aino.look('with an appointment half arranged');
    await aino.page.getByRole('button', { name: 'Arrange it' }).click();
    await aino.sees('Mika Korhonen has not answered yet.');
    await aino.sees('not promised yet');
    const path = new URL(aino.page.url()).pathname;

    await mika.go(path);
    await mika.sees('Aino Virtanen waits for your yes.');
    await mika.look('with an appointment to answer');
    await mika.page.getByRole('button', { name: 'Yes, I will be there' }).click();
    await mika.sees('You said yes.');
    await aino.sees('Mika Korhonen said yes.');
    await aino.sees('promised');

    await mika.page.getByRole('button', { name: 'Set another time' }).click();
    await mika.page.getByRole('textbox', { name: 'Why' }).fill('The train is late');
    await mika.page.getByLabel(/^Time in/).fill('15:30');
    await mika.look('with another time half set');
    await mika.page.getByRole('button', { name: 'Set this time' }).click();
    await mika.sees(/A new time waits for a yes/);
    await aino.sees('Mika Korhonen waits for your yes.');
    await aino.page.getByRole('button', { name: 'Yes, I will be there' }).click();
    await mika.sees('Aino Virtanen said yes.');

    await mika.go('/me/calendar');
    await mika.look('without an address');
    await mika.page.getByRole('button', { name: 'Make my address' }).click();
    const address = new URL(
      await mika.page.getByRole('textbox', { name: 'The address of your calendar' }).inputValue(),
    );
    await mika.look('with the address of a calendar');
    const calendar = async () => {
      const answer = await fetch(new URL(address.pathname, mika.page.url()));
      return { status: answer.status, text: await answer.text() };
    };
    const { text } = await calendar();
    assert.match(text, /SUMMARY:The price list/);
    assert.match(text, /SEQUENCE:1\r\n/);

    const id = path.split('/').at(-1) ?? '';
    await aino.call(appointmentsApi.cancelAppointment, { params: { id }, body: { reason: 'It came by mail' } });
    assert.match((await calendar()).text, /STATUS:CANCELLED/);
    await aino.sees('Called off.');
    await mika.page.getByRole('button', { name: 'I have it' }).click();
    await mika.page.getByRole('button', { name: 'End it' }).click();
    await mika.page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
    await mika.sees('No address yet');
    assert.equal((await calendar()).status, 404);
  }),
];

// Colleagues of the sample company whose computer stood still, and how soon IT had them working again: for a goal with figures behind it.
import { usualWeek } from '../../contract/working-time.ts';
import type { MissReason } from '../../contract/promises.ts';
import { sure, type Cast } from '../directory/seed.ts';
import type { Db } from '../platform/db.ts';
import { ask } from './asking.ts';
import * as closing from './closing.ts';
import * as opening from './opening.ts';
import { clockOf } from './sample-hours.ts';

const standsStill = [
  ['aino', 'The front desk computer shows a blue screen', 'It came after the update this morning.'],
  ['riikka', 'Vastaanoton kone ei käynnisty', 'Se piippaa kolme kertaa ja sammuu.'],
  ['sirpa', 'Palkkakone jäi jumiin kesken ajon', 'Hiiri liikkuu, mikään muu ei.'],
  ['nadia', 'My laptop no longer wakes up', 'The light blinks, the screen stays dark.'],
  ['carmen', 'Mi portátil se apaga solo', 'Cada diez minutos, también enchufado.'],
  ['milla', 'The till computer restarts all the time', 'Guests are waiting to pay.'],
  ['larisa', 'Ноутбук не видит сеть', 'Ни по кабелю, ни без него.'],
  ['oskar', 'The training room computer asks for a key', 'Something about BitLocker.'],
] as const;
const mended = [
  'A new memory module is in, it runs. I stayed until the booking system was open again.',
  'You have a spare laptop with all your files; yours comes back tomorrow.',
  'The update is rolled back, and it will not come again by night.',
  'It was the dock. You have another one, and the old one is in the bin.',
] as const;
const serving = ['tariq', 'jussi', 'ossi', 'kirill'] as const;
/** Some took longer than the hour, and why. */
const longer: Readonly<Record<number, { minutes: number; why: MissReason }>> = {
  5: { minutes: 95, why: 'supply' },
  14: { minutes: 140, why: 'waitingOnOthers' },
  27: { minutes: 75, why: 'tooMuchAtOnce' },
};
const many = 34;
const minute = 60_000;

const clock = clockOf('Europe/Helsinki', usualWeek);
const after = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute);

/** Four weeks of them, and two who wait at this moment; `now` is the last moment of the sample. */
export async function seedComputers(tx: Db, { people }: Cast, service: string, now: Date): Promise<void> {
  const who = (key: string) => {
    const found = people.get(key);
    if (!found) throw new Error(`Nobody in the sample company is called ${key}.`);
    return found;
  };
  const asked = async (index: number, at: Date) => {
    const [by, title, details] = standsStill[index % standsStill.length] ?? standsStill[0];
    const made = sure(await ask(tx, who(by), { service, title, details, participants: [] }, at));
    return { id: made.id, by };
  };
  const promised = async (id: string, by: string, at: Date, due: Date) => {
    const deliverable = 'A computer that works';
    sure(await opening.promise({ tx, who: who(by), id, now: at }, { deliverable, words: '', due }));
  };
  for (let index = many; index > 0; index -= 1) {
    const at = clock.back(now, 150 + index * 270);
    const { id, by } = await asked(index, at);
    const server = serving[(index * 7) % serving.length] ?? 'tariq';
    const { minutes = 18 + ((index * 11) % 38), why } = longer[index] ?? {};
    await promised(id, server, after(at, 4 + (index % 6)), after(at, 60));
    const acting = { tx, who: who(server), id, now: after(at, minutes) };
    const done = mended[index % mended.length] ?? mended[0];
    sure(await closing.deliver(acting, { done, ...(why ? { missReason: why } : {}) }));
    const thanks = index % 3 === 0 ? 'You saved my morning, thank you!' : 'Thank you!';
    const ratings = { timing: why ? 3 : 5, quality: 5 };
    sure(await closing.accept({ tx, who: who(by), id, now: after(at, minutes + 25) }, { thanks, ratings }));
  }
  const waiting = await asked(0, after(now, -47));
  await promised(waiting.id, 'tariq', after(now, -40), after(now, 13));
  await asked(5, after(now, -12));
}

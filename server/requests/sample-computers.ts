// Colleagues of the sample company whose computer stood still, and how soon IT had them working again. Data only; seed.ts plays it.
import type { MissReason } from '../../contract/promises.ts';

/** Who, what, and in which words. */
export const standsStill = [
  ['aino', 'The front desk computer shows a blue screen', 'It came after the update this morning.'],
  ['riikka', 'Vastaanoton kone ei käynnisty', 'Se piippaa kolme kertaa ja sammuu.'],
  ['sirpa', 'Palkkakone jäi jumiin kesken ajon', 'Hiiri liikkuu, mikään muu ei.'],
  ['nadia', 'My laptop no longer wakes up', 'The light blinks, the screen stays dark.'],
  ['carmen', 'Mi portátil se apaga solo', 'Cada diez minutos, también enchufado.'],
  ['milla', 'The till computer restarts all the time', 'Guests are waiting to pay.'],
  ['larisa', 'Ноутбук не видит сеть', 'Ни по кабелю, ни без него.'],
  ['oskar', 'The training room computer asks for a key', 'Something about BitLocker.'],
] as const;
export const mended = [
  'A new memory module is in, it runs. I stayed until the booking system was open again.',
  'You have a spare laptop with all your files; yours comes back tomorrow.',
  'The update is rolled back, and it will not come again by night.',
  'It was the dock. You have another one, and the old one is in the bin.',
] as const;
export const serving = ['tariq', 'jussi', 'ossi', 'kirill'] as const;
/** Some took longer than the hour, and why. */
export const longer: Readonly<Record<number, { minutes: number; why: MissReason }>> = {
  5: { minutes: 95, why: 'supply' },
  14: { minutes: 140, why: 'waitingOnOthers' },
  27: { minutes: 75, why: 'tooMuchAtOnce' },
  41: { minutes: 85, why: 'tooMuchAtOnce' },
  46: { minutes: 125, why: 'supply' },
  53: { minutes: 80, why: 'waitingOnOthers' },
};

// Promises of the sample company outside of requests: what was said across a counter, in a corridor, after a meeting. Told in days before today.
import type { MissReason } from '../../contract/promises.ts';

/** What became of it, some days after it was made (with a fraction for hours). */
type Step = { day: number } & (
  | { do: 'nod'; words?: string }
  | { do: 'counter'; due: number; why: string }
  | { do: 'newTime'; due: number; why: string; got?: MissReason }
  | { do: 'agree' | 'hold'; words?: string }
  | { do: 'takeBack' }
  | { do: 'done'; words: string; got?: MissReason }
  | { do: 'thanks'; words: string }
  | { do: 'back'; words: string }
  | { do: 'miss'; got: MissReason; words: string }
  | { do: 'release'; words: string }
);
export type SamplePromise = {
  key?: string;
  by: string;
  to: string;
  what: string;
  /** Days before today, and days after that until it is due. */
  ago: number;
  due: number;
  waitsFor?: string;
  /** Instead, for what hangs on the hour: in hours of the promiser's work before now, and after it. */
  hours?: { ago: number; due: number };
  steps: readonly Step[];
};

export const samplePromises: readonly SamplePromise[] = [
  {
    by: 'mika',
    to: 'aino',
    what: 'A spare key card machine at the front desk',
    ago: 80,
    due: 6,
    steps: [
      { day: 0.1, do: 'nod', words: 'That will save us on Mondays.' },
      { day: 5, do: 'done', words: 'It stands under the left screen.' },
      { day: 5.2, do: 'thanks', words: 'Used it within the hour. Thank you!' },
    ],
  },
  {
    by: 'aino',
    to: 'satu',
    what: 'Vastaanoton toiveet ensi vuoden työvuoroihin',
    ago: 74,
    due: 7,
    steps: [
      { day: 5, do: 'newTime', due: 11, why: 'Kaksi meistä on vielä lomalla.' },
      { day: 5.3, do: 'agree' },
      { day: 10, do: 'done', words: 'Kaikkien toiveet ovat samassa taulukossa.' },
      { day: 10.5, do: 'thanks', words: 'Selkeä, kiitos!' },
    ],
  },
  {
    by: 'carmen',
    to: 'paula',
    what: 'El borrador del calendario de vacaciones de Málaga',
    ago: 66,
    due: 5,
    steps: [
      { day: 4, do: 'done', words: 'Va en tu carpeta, con los festivos locales.' },
      { day: 4.4, do: 'back', words: 'Falta la cocina.' },
      { day: 4.9, do: 'done', words: 'Ya está la cocina también.' },
      { day: 6, do: 'thanks', words: '¡Perfecto, gracias!' },
    ],
  },
  {
    by: 'nadezhda',
    to: 'polina',
    what: 'Список курсов финского на весну',
    ago: 60,
    due: 8,
    steps: [
      { day: 7, do: 'done', words: 'Четыре курса, два из них вечерние.' },
      { day: 8, do: 'thanks', words: 'Спасибо, как раз для рассылки.' },
    ],
  },
  {
    by: 'kirill',
    to: 'larisa',
    what: 'Рабочая сеть на складе белья',
    ago: 55,
    due: 6,
    steps: [
      { day: 7, do: 'newTime', due: 12, why: 'Кабель привезли не той длины.', got: 'supply' },
      { day: 7.2, do: 'agree', words: 'До конца недели терпит.' },
      { day: 11, do: 'done', words: 'Сеть ловит и у дальней стены.' },
      { day: 11.3, do: 'thanks', words: 'Работает, спасибо!' },
    ],
  },
  {
    by: 'david',
    to: 'oskar',
    what: 'The safety card of the laundry in plain English',
    ago: 48,
    due: 5,
    steps: [{ day: 6, do: 'miss', got: 'tooMuchAtOnce', words: 'The Christmas menu took all of the week.' }],
  },
  {
    by: 'george',
    to: 'henrik',
    what: 'The forecast for the first quarter',
    ago: 44,
    due: 9,
    steps: [
      { day: 1, do: 'counter', due: 12, why: 'With the October figures in it, please.' },
      { day: 1.2, do: 'agree' },
      { day: 11, do: 'done', words: 'October is in, and so is the new wing.' },
      { day: 11.4, do: 'thanks', words: 'Worth the wait.' },
    ],
  },
  {
    by: 'timo',
    to: 'juhani',
    what: 'Puhelu kalatukun kanssa hinnoista',
    ago: 37,
    due: 4,
    steps: [{ day: 2, do: 'release', words: 'He soittivat jo itse. Kiitos kuitenkin!' }],
  },
  {
    by: 'javier',
    to: 'rocio',
    what: 'La caja del bar de la playa conectada',
    ago: 31,
    due: 5,
    steps: [
      { day: 2, do: 'newTime', due: 8, why: 'El cable viene de Sevilla.' },
      { day: 2.6, do: 'takeBack' },
      { day: 4.5, do: 'done', words: 'Cobra y saca el tique.' },
      { day: 5, do: 'thanks', words: '¡Justo a tiempo para el sábado!' },
    ],
  },
  {
    by: 'emma',
    to: 'maija',
    what: 'Uudet avainkorttikuoret painoon',
    ago: 26,
    due: 7,
    steps: [{ day: 6.5, do: 'done', words: 'Painossa, näyte on pöydälläsi.' }],
  },
  {
    by: 'freya',
    to: 'amara',
    what: 'A screen that the whole of Sali 2 can read',
    ago: 20,
    due: 6,
    steps: [
      { day: 8, do: 'done', words: 'It hangs a metre higher now.', got: 'waitingOnOthers' },
      { day: 8.5, do: 'thanks', words: 'Even the last row nodded.' },
    ],
  },
  {
    by: 'yulia',
    to: 'abena',
    what: 'Сверка счетов за мебель',
    ago: 13,
    due: 6,
    steps: [
      { day: 5, do: 'done', words: 'Сошлось, кроме двух стульев.' },
      { day: 5.5, do: 'thanks', words: 'Стулья нашлись. Спасибо!' },
    ],
  },
  // What runs today.
  {
    key: 'parts',
    by: 'abena',
    to: 'mika',
    what: 'The new docking stations at the back door',
    ago: 6,
    due: 9,
    steps: [
      { day: 0.2, do: 'nod' },
      { day: 4, do: 'newTime', due: 11, why: 'The lorry from Tallinn comes only on Tuesdays.' },
      { day: 4.3, do: 'agree', words: 'Fine, I will tell the desk.' },
    ],
  },
  {
    by: 'mika',
    to: 'aino',
    what: 'Docking stations at both front desk places',
    ago: 5,
    due: 8,
    waitsFor: 'parts',
    steps: [{ day: 0.3, do: 'nod', words: 'No hurry, as long as I know.' }],
  },
  {
    by: 'aino',
    to: 'mika',
    what: 'A list of what the tablets still get wrong',
    ago: 4,
    due: 6,
    steps: [{ day: 3, do: 'newTime', due: 8, why: 'Two colleagues have not answered yet.' }],
  },
  {
    by: 'amara',
    to: 'esther',
    what: 'Three questions for the autumn conversations',
    ago: 3,
    due: 5,
    steps: [{ day: 2, do: 'done', words: 'They are short, and kind.' }],
  },
  // Not much time is left, and: such things mostly took longer.
  {
    by: 'carmen',
    to: 'paula',
    what: 'El resumen de las horas extra de octubre',
    ago: 3,
    due: 3,
    hours: { ago: 20, due: 1 },
    steps: [{ day: 0.01, do: 'nod', words: 'Sin prisa, pero antes de la nómina.' }],
  },
  {
    by: 'jussi',
    to: 'marja',
    what: 'A list of who may open the old archive',
    ago: 1,
    due: 1,
    hours: { ago: 1, due: 1 },
    steps: [],
  },
  {
    by: 'jussi',
    to: 'mika',
    what: 'A way in for the two newcomers before Monday',
    ago: 2,
    due: 4,
    steps: [{ day: 0.1, do: 'nod' }],
  },
];

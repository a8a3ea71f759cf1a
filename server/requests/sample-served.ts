// What the people of the sample company ask of services in its last days: waiting for a yes, approved, refused, half ticked off,
// between two and for everybody to read. Data only; seed.ts plays it.

/** An ask of a service, and what became of it. Hours are before the last moment of the sample; people and services by their keys. */
export type SampleServed = {
  service: string;
  by: string;
  hours: number;
  answers: (day: (ahead: number) => string, person: (key: string) => string) => Record<string, unknown>;
  title?: string;
  details?: string;
  deeds?: readonly Deed[];
};

type Deed = { by: string; hours: number } & (
  | { do: 'approve'; words: string }
  | { do: 'refuse'; reason: string }
  | { do: 'greet'; words: string }
  | { do: 'message' | 'note'; body: string }
  | { do: 'promise'; deliverable: string; due: number }
  | { do: 'tick'; items: number }
  | { do: 'deliver'; done: string }
  | { do: 'accept'; thanks: string }
);

const eur = (amount: string) => ({ amount, currency: 'EUR' });

export const sampleServed: readonly SampleServed[] = [
  {
    service: 'device',
    by: 'riikka',
    hours: 5,
    title: 'A laptop that lasts a whole evening shift',
    answers: (day) => ({
      kind: 'Laptop',
      why: 'Mine is old',
      size: 'Light, to carry around',
      by: day(6),
      where: 'Helsinki',
    }),
    deeds: [
      {
        do: 'greet',
        by: 'tariq',
        hours: 4.5,
        words: 'Hello Riikka! One is on the shelf. As soon as Marja nods, I set it up.',
      },
    ],
  },
  {
    service: 'device',
    by: 'ossi',
    hours: 26,
    title: 'My phone no longer charges',
    answers: (day) => ({
      kind: 'Phone',
      why: 'Mine is broken',
      wrong: 'It charges only when I hold the cable at an angle, and not in the lift shaft.',
      by: day(3),
      where: 'Helsinki',
    }),
    deeds: [
      { do: 'approve', by: 'jussi', hours: 25, words: 'Of course: nobody goes into the shaft without a phone.' },
      { do: 'greet', by: 'tariq', hours: 24.5, words: 'Hello Ossi! I look at what we have.' },
      { do: 'promise', by: 'mika', hours: 24, deliverable: 'A phone that charges, with your number in it', due: 22 },
      { do: 'tick', by: 'tariq', hours: 3, items: 2 },
    ],
  },
  {
    service: 'access',
    by: 'tariq',
    hours: 7,
    answers: (day, person) => ({
      who: person('tariq'),
      systems: ['Payroll'],
      till: day(30),
      reason: 'The tax cards of the autumn could not be opened, and I am to find out why.',
    }),
  },
  {
    service: 'buy',
    by: 'riikka',
    hours: 50,
    title: 'Two hundred candles for the dark weeks',
    answers: (day) => ({
      what: 'Candles for the lobby and the restaurant, the kind that does not drip.',
      price: eur('640'),
      by: day(9),
    }),
    deeds: [
      { do: 'approve', by: 'marja', hours: 47, words: 'Lovely. Guests ask for them already.' },
      { do: 'message', by: 'nadia', hours: 46, body: 'Is this from the budget of the lobby or of the restaurant?' },
      { do: 'message', by: 'riikka', hours: 45, body: 'Half and half, Milla agrees.' },
    ],
  },
  {
    service: 'expense',
    by: 'oskar',
    hours: 74,
    title: 'Money back for a dinner of the training day',
    answers: (day) => ({
      what: 'Dinner after the safety training',
      price: eur('186.50'),
      day: day(-6),
      without: 'The receipt got wet in my bag, and the restaurant could not print it again.',
      guests: 'Everybody who came to the training, eleven people',
    }),
    deeds: [
      {
        do: 'refuse',
        by: 'amara',
        hours: 70,
        reason:
          'Without a receipt we cannot, sorry. Ask them for a copy from their books: they must keep it. Then open this again.',
      },
    ],
  },
  {
    service: 'certificate',
    by: 'aino',
    hours: 29,
    title: 'A certificate for my landlord',
    answers: (day) => ({ kind: 'That I work here', language: 'Finnish', by: day(4) }),
    deeds: [
      { do: 'greet', by: 'carmen', hours: 28, words: 'Hello Aino! You have it tomorrow.' },
      { do: 'promise', by: 'carmen', hours: 28, deliverable: 'The certificate, signed, in Finnish', due: 6 },
    ],
  },
  {
    service: 'certificate',
    by: 'oleg',
    hours: 98,
    answers: () => ({ kind: 'Of my pay', language: 'English', months: 3 }),
    deeds: [
      { do: 'promise', by: 'carmen', hours: 97, deliverable: 'A certificate of the last three months', due: -70 },
      { do: 'deliver', by: 'carmen', hours: 75, done: 'Signed and in your mailbox; the bank gets the same on paper.' },
      { do: 'accept', by: 'oleg', hours: 74, thanks: 'That was quick. The bank said yes the same day!' },
    ],
  },
  {
    service: 'change-hours',
    by: 'aino',
    hours: 9,
    title: 'Fewer hours in spring',
    answers: (day) => ({
      what: 'Fewer hours',
      from: day(60),
      hours: 24,
      words: 'My mother needs me on two days a week.',
    }),
    deeds: [
      {
        do: 'greet',
        by: 'carmen',
        hours: 8,
        words: 'Thank you for writing, Aino. I call you this afternoon, if that suits you.',
      },
      {
        do: 'note',
        by: 'carmen',
        hours: 7.5,
        body: 'Satu had a case like this last year; I ask her how it was solved, without names.',
      },
    ],
  },
  {
    service: 'security',
    by: 'milla',
    hours: 31,
    title: 'A mail that asks for my password',
    answers: () => ({
      what: 'A strange mail or message',
      clicked: 'No',
      words: 'It says that it comes from our bank, with a logo that is a little too blue.',
    }),
    deeds: [
      {
        do: 'greet',
        by: 'jussi',
        hours: 30.8,
        words: 'You did right to tell us. Please leave it as it is; I look at once.',
      },
      { do: 'promise', by: 'jussi', hours: 30.5, deliverable: 'The sender blocked, everybody warned', due: -28 },
      { do: 'tick', by: 'jussi', hours: 29, items: 4 },
      {
        do: 'deliver',
        by: 'jussi',
        hours: 29,
        done: 'Blocked. Four more had got it, nobody clicked. Thank you for telling!',
      },
    ],
  },
  {
    service: 'meeting-room',
    by: 'priya',
    hours: 33,
    title: 'Sali 3 for the winter school, with streaming',
    answers: (day) => ({
      room: 'Sali 3',
      starts: { at: `${day(3)}T07:30:00Z`, zone: 'Europe/Helsinki' },
      people: 80,
      wish: ['Projector', 'Microphones', 'Streaming'],
      stream: 'Some forty teachers in Oulu and Rovaniemi',
    }),
    deeds: [
      { do: 'greet', by: 'freya', hours: 32, words: 'Hello Priya! Who speaks, and do they walk about?' },
      { do: 'message', by: 'priya', hours: 31, body: 'Three speakers, and yes: one of them dances.' },
      { do: 'promise', by: 'freya', hours: 30, deliverable: 'Sali 3 ready, tried the evening before', due: 50 },
      { do: 'tick', by: 'freya', hours: 4, items: 1 },
    ],
  },
  {
    service: 'repair',
    by: 'aino',
    hours: 6,
    title: '412: hana tippuu, vieras kuulee sen yöllä',
    answers: () => ({ where: 'Huone 412', what: 'Vesi', now: 'Ei', guest: 'Kyllä' }),
  },
  {
    service: 'lost',
    by: 'riikka',
    hours: 54,
    title: 'Sininen kaulaliina jäi huoneeseen 207',
    answers: (day) => ({ what: 'Sininen, villaa, nurkassa kirjain K', room: '207', left: day(-3), guest: 'Kuopioon' }),
    deeds: [
      { do: 'promise', by: 'oleg', hours: 52, deliverable: 'Huivi löytyy tai tiedämme, ettei se ole täällä', due: -28 },
      { do: 'deliver', by: 'oleg', hours: 30, done: 'Löytyi patterin takaa. Lähti Kuopioon aamun postissa.' },
      { do: 'accept', by: 'riikka', hours: 29, thanks: 'Vieras itki puhelimessa ilosta. Kiitos!' },
    ],
  },
];

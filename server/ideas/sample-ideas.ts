// Ideas of the sample company that are on their way: one or more on every rung, talked about in the languages of those who have them. Data only.

/** Days are counted back from now for `ago`, forward from the proposal for the rest. People and teams by the keys of the sample. */
export type SampleIdea = {
  by: string;
  /** A team, or the company. */
  to: string | null;
  title: string;
  why?: string;
  sight?: 'team';
  ago: number;
  /** Would use it. */
  use?: string;
  says?: readonly (readonly [by: string, day: number, words: string])[];
  yes?: readonly [by: string, day: number, words: string];
  no?: readonly [by: string, day: number, kind: 'no' | 'notNow', reason: string];
  /** Done without a promise. */
  done?: readonly [by: string, day: number, words: string];
  promise?: { by: string; to: string; day: number; days: number; what: string };
  /** When, after the promise was made, both sit down and ask; `off`: the one who asks calls it off, on which day and why. */
  appointment?: { day: number; in: number; show: string; off?: readonly [day: number, why: string] };
  /** How the promise ended, on which day. */
  end?: readonly [how: 'kept' | 'late' | 'released' | 'revoked', day: number];
};

export const sampleIdeas: readonly SampleIdea[] = [
  {
    by: 'aino',
    to: 'it',
    title: 'A screen behind the front desk that shows which rooms are ready',
    why: 'Today we telephone housekeeping for every early arrival. **One screen** would spare about thirty calls a day, and the guest need not watch us wait.',
    ago: 12,
    use: 'riikka samuel huong oleg pirjo timur elina-k darya',
    says: [
      [
        'oleg',
        1,
        'Если бы я отмечал комнату в телефоне, это заняло бы три секунды. Сейчас звонок отрывает меня от уборки.',
      ],
      ['pirjo', 2, 'Tämä säästäisi meiltäkin juoksemista. Kuka päivittää taulun viikonloppuna?'],
      ['annika', 2, 'The booking system knows it already; it only has to be shown somewhere.'],
    ],
    yes: ['mika', 3, 'Yes. Annika is right, the data is there. Let us begin with one screen in Helsinki.'],
    promise: {
      by: 'annika',
      to: 'aino',
      day: 4,
      days: 17,
      what: 'A screen behind the front desk in Helsinki with the rooms that are ready, by floor',
    },
    appointment: { day: 4, in: 12, show: 'The screen with the rooms of two floors' },
  },
  {
    by: 'lucia',
    to: 'front-desk',
    title: 'Una tarjeta con cinco frases en el idioma de cada huésped',
    why: 'Un «buenos días» en su idioma abre todas las puertas. Yo puedo empezar con español, ruso y vietnamita: preguntamos a los compañeros.',
    ago: 9,
    use: 'huong timur sofia-m noah darya',
    says: [
      ['huong', 1, 'I will gladly write the Vietnamese ones, with how they sound.'],
      ['timur', 1, 'А я — русские. И подскажу, чего говорить не стоит.'],
    ],
    yes: ['riikka', 2, 'Kyllä! Tämä maksaa vain paperin.'],
    promise: {
      by: 'lucia',
      to: 'riikka',
      day: 3,
      days: 14,
      what: 'Cards with five phrases in six languages at both desks',
    },
    appointment: { day: 3, in: 9, show: 'The first three cards, read aloud by somebody who speaks them' },
  },
  {
    by: 'svetlana',
    to: 'purchasing',
    title: 'Тележки с тихими колёсами для этажей с ранними заездами',
    why: 'Гости просыпаются в семь от наших тележек. Новые колёса стоят меньше, чем одна компенсация.',
    ago: 16,
    use: 'oleg ludmila viktor pirjo fatima',
    says: [
      ['larisa', 2, 'Löysin toimittajan, joka vaihtaa pyörät vanhoihin kärryihin. Kysyn hinnan.'],
      ['oleg', 3, 'Начните с четвёртого этажа: там жалуются чаще всего.'],
    ],
    yes: ['timo', 4, 'Kyllä, mutta ensin neljäs kerros.'],
    promise: { by: 'larisa', to: 'svetlana', day: 5, days: 21, what: 'Hiljaiset pyörät neljännen kerroksen kärryihin' },
    appointment: {
      day: 6,
      in: 12,
      show: 'Kaksi kärryä uusilla pyörillä',
      off: [13, 'Колёса придут на неделю позже: посмотрим, когда они будут здесь.'],
    },
  },
  {
    by: 'ravi',
    to: 'kitchen',
    title: 'Say allergies out loud at the pass, twice',
    why: 'Once by whoever plates, once by whoever carries. It costs two seconds.',
    ago: 10,
    use: 'anton helmi roosa mateo',
    yes: ['mercedes', 1, 'Sí. Desde mañana, y yo la primera.'],
    promise: {
      by: 'ravi',
      to: 'mercedes',
      day: 2,
      days: 12,
      what: 'Everybody on all three shifts has practised it once with me',
    },
    says: [['anton', 3, 'На вечерней смене уже получается. Нужна табличка на двух языках.']],
  },
  {
    by: 'tariq',
    to: 'hr',
    title: 'Every first day begins with lunch with somebody from another team',
    why: 'I knew nobody outside IT for four months.',
    ago: 8,
    use: 'jenni noah grace otto amara priya',
    yes: ['esther', 3, 'Yes, warmly. Who would like to take it on? It needs a list and a little persistence.'],
    says: [
      ['jenni', 4, 'Voisin lisätä sen ensimmäisen viikon listaan, jos joku etsii lounasseuran.'],
      ['amara', 5, 'I know who: everybody who once said “I knew nobody”.'],
    ],
  },
  {
    by: 'kalle',
    to: 'maintenance',
    title: 'Varaosahyllyyn viivakoodit, niin kukaan ei etsi',
    why: 'Etsimme viikossa noin neljä tuntia osia, jotka ovat jo hyllyssä.',
    sight: 'team',
    ago: 7,
    use: 'ville antti ismo',
    yes: ['tuomas', 2, 'Yes. I have a label printer in the cupboard; who has an afternoon?'],
    says: [['goran', 3, 'I could do the first two shelves on a quiet Sunday.']],
  },
  {
    by: 'noah',
    to: 'reservations',
    title: 'Tell the front desk on the evening before which guests come back for the tenth time',
    ago: 3,
    use: 'aino riikka',
    says: [['marta', 1, '¡Sí! El sistema lo sabe, solo hay que mirarlo a las seis.']],
  },
  {
    by: 'irina',
    to: 'housekeeping',
    title: 'Общий чат «нашлось в номере» с ночным портье',
    why: 'Забытые вещи ищут три смены подряд.',
    ago: 2,
    use: 'nino oleg',
  },
  {
    by: 'eetu',
    to: null,
    title: 'Henkilökunnan pyörille katos ja kaksi pumppua',
    why: 'Meitä pyöräilijöitä on jo kolmekymmentä.',
    ago: 20,
    use: 'konsta otto veera lauri milla jesse kwame',
    says: [['konsta', 1, 'Allekirjoitan heti. Märkä satula on huono alku vuorolle.']],
  },
  {
    by: 'arjun',
    to: null,
    title: 'One quiet hour without meetings for everybody, Tuesdays from nine to ten',
    ago: 4,
    use: 'george annika chloe linnea',
    says: [['george', 1, 'I would take two.']],
  },
  {
    by: 'marja',
    to: 'events',
    title: 'Ask the hall crew before a floor plan is promised to the customer',
    why: 'Three times this autumn the plan could not be built.',
    ago: 14,
    use: 'ville saara konsta',
    no: [
      'saga',
      5,
      'notNow',
      'You are right about the three. I want the new drawing tool first, in January; then it is one click to ask. Please remind me.',
    ],
  },
  {
    by: 'luis',
    to: 'malaga',
    title: 'Toldos más anchos en la terraza para comer a las tres en julio',
    ago: 6,
    use: 'antonio rosario isabel',
    yes: ['diego', 1, 'Sí. Hay que pedirlos antes de Navidad.'],
  },
];

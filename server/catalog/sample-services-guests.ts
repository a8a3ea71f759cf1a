// Services of events, reservations and the house in Málaga, in the languages of those teams. Data only; seed.ts offers them.
import { atLeast, is, may, need, type SampleService } from './sample-questions.ts';

export const guestServices: SampleService[] = [
  {
    key: 'offer-event',
    team: 'events',
    name: 'An offer for an event',
    description:
      'A guest asks for a wedding, a conference or a birthday. Give us what you heard; they have an offer within a working day.',
    form: [
      need('who', 'text', 'Who asks, and how can we reach them?'),
      need('what', 'choice', 'What is it?', { options: ['Wedding', 'Conference', 'Family day', 'Something else'] }),
      need('day', 'date', 'Which day?'),
      need('people', 'number', 'For how many?'),
      need('night', 'choice', 'Do they stay the night?', {
        options: ['All', 'Some', 'Nobody', 'Not known'],
        when: atLeast('people', 10),
      }),
      may('spend', 'money', 'Have they named a sum?'),
    ],
    hello: 'Thank you for catching this one. We call them today and tell you how it went.',
    also: ['allergens', 'group'],
  },
  {
    key: 'own-party',
    team: 'events',
    name: 'A party of our own',
    description: 'Team evenings, farewells, the summer day. We bring the plan, you bring the people.',
    sight: 'open',
    form: [
      need('what', 'text', 'What do we celebrate?'),
      need('day', 'date', 'About when?'),
      need('people', 'number', 'How many of us?'),
      need('spend', 'money', 'What may it cost?'),
    ],
    approval: ['manager'],
    also: ['staff-food', 'hands'],
  },
  {
    key: 'group',
    team: 'reservations',
    name: 'Rooms for a group',
    description: 'From ten rooms on: rates, holding dates, name lists.',
    askers: ['events', 'front-desk', 'marketing', 'malaga'],
    form: [
      need('who', 'text', 'Which group?'),
      need('arrives', 'date', 'When do they arrive?'),
      need('leaves', 'date', 'When do they leave?'),
      need('rooms', 'number', 'How many rooms?'),
      may('list', 'file', 'The list of names'),
      need('deposit', 'choice', 'Have they agreed to a deposit?', {
        options: ['Yes', 'Not yet'],
        when: atLeast('rooms', 20),
      }),
    ],
    checklist: [
      'Hold the rooms',
      'Send rate and last day to say yes',
      'Names and diets',
      'Tell housekeeping and kitchen',
    ],
  },
  {
    key: 'change-booking',
    team: 'reservations',
    name: 'Change or move a booking',
    description: 'Other nights, another house, another name. We look at the rate so that nobody pays twice.',
    closingMinutes: 1440,
    form: [
      need('booking', 'text', 'Which booking?'),
      need('what', 'choice', 'What changes?', { options: ['Nights', 'House', 'Room', 'Name', 'Cancel it'] }),
      need('house', 'choice', 'Which house?', {
        options: ['Helsinki', 'Tampere', 'Málaga'],
        when: is('what', 'House'),
      }),
      need('from', 'date', 'From which night?', { when: is('what', 'Nights') }),
      need('back', 'choice', 'Does the guest expect money back?', {
        options: ['Yes', 'No'],
        when: is('what', 'Cancel it'),
      }),
    ],
    also: ['refund'],
  },
  {
    key: 'rate',
    team: 'reservations',
    name: 'Colleagues’ rate, for you and your family',
    description:
      'You sleep in our houses for less. Tell us where and when; in July and at New Year we keep ten rooms for this.',
    form: [
      need('house', 'choice', 'Which house?', { options: ['Helsinki', 'Tampere', 'Málaga'] }),
      need('arrives', 'date', 'Arriving?'),
      need('leaves', 'date', 'Leaving?'),
      need('people', 'number', 'How many of you?'),
    ],
    goodbye: 'Your room is booked. Enjoy being the guest for once!',
  },
  {
    key: 'averia',
    team: 'malaga',
    name: 'Algo no funciona en la casa',
    description:
      'El aire, una cerradura, la fuente de la terraza. Con una foto llegamos antes con la herramienta adecuada.',
    sight: 'open',
    greetingMinutes: 30,
    form: [
      need('donde', 'text', '¿Dónde?'),
      need('que', 'choice', '¿Qué es?', { options: ['Agua', 'Luz', 'Aire', 'Puerta', 'Otra cosa'] }),
      need('fuga', 'choice', '¿Sale agua ahora mismo?', { options: ['Sí', 'No'], when: is('que', 'Agua') }),
      may('foto', 'file', 'Una foto'),
      need('huesped', 'choice', '¿Hay huéspedes en la habitación?', { options: ['Sí', 'No'] }),
    ],
    hello: '¡Gracias por avisar! Alguien pasa a mirarlo y te contamos por aquí.',
    goodbye: 'Ya funciona. Si vuelve a fallar, reabre esto y buscamos la causa de verdad.',
  },
  {
    key: 'terraza',
    team: 'malaga',
    name: 'Reservar la terraza',
    description: 'Para una cena, una boda pequeña o el cumpleaños de un cliente de siempre.',
    form: [
      need('quien', 'text', '¿Para quién?'),
      need('cuando', 'dateTime', '¿Cuándo?'),
      need('personas', 'number', '¿Cuántas personas?'),
      need('musica', 'choice', '¿Habrá música?', { options: ['Sí', 'No'], when: atLeast('personas', 20) }),
      need('menu', 'choices', '¿Qué se sirve?', {
        options: ['Espetos', 'Paella', 'Tapas', 'Menú de degustación', 'Solo bebidas'],
      }),
    ],
    also: ['licence', 'allergens'],
  },
  {
    key: 'turno',
    team: 'malaga',
    name: 'Cambiar un turno',
    description: 'Busca primero a quien te cambie; si no aparece nadie, lo resolvemos juntos.',
    sight: 'private',
    askers: ['malaga'],
    form: [
      need('dia', 'date', '¿Qué día?'),
      need('turno', 'choice', '¿Qué turno?', { options: ['Mañana', 'Tarde', 'Noche'] }),
      need('hay', 'choice', '¿Ya tienes con quién?', { options: ['Sí', 'Todavía no'] }),
      need('quien', 'person', '¿Con quién?', { when: is('hay', 'Sí') }),
    ],
    approval: ['diego'],
  },
  {
    key: 'traslado',
    team: 'malaga',
    name: 'Recogida en el aeropuerto',
    description: 'Para huéspedes y para colegas que vienen de las otras casas.',
    form: [
      need('quien', 'text', '¿A quién recogemos?'),
      need('vuelo', 'text', '¿En qué vuelo?'),
      need('llega', 'dateTime', '¿A qué hora llega?'),
      need('personas', 'number', '¿Cuántas personas?'),
      may('silla', 'choice', '¿Silla para niños?', { options: ['No', 'Sí'] }),
    ],
  },
];

// Services of purchasing, finance, legal and marketing, in the sample company. Data only; seed.ts offers them.
import { atLeast, is, may, need, type SampleService } from './sample-questions.ts';

export const deskServices: SampleService[] = [
  {
    key: 'buy',
    team: 'purchasing',
    name: 'Buy something for the house',
    description: 'From candles to a combi oven. Tell us what it is for; we find it, compare, order and see it in.',
    form: [
      need('what', 'longText', 'What do you need, and what for?'),
      need('price', 'money', 'About how much does it cost?', {
        help: 'A guess is fine. From 1,000 on we ask for two offers.',
      }),
      may('offer', 'file', 'An offer, if you have one', { when: atLeast('price', 1000) }),
      need('budget', 'text', 'From which budget?', { when: atLeast('price', 1000) }),
      may('link', 'text', 'A link or an article number'),
      need('by', 'date', 'When must it be here?'),
    ],
    approval: ['manager', 'nadia'],
    checklist: [
      'Look whether another house has one',
      'Two offers from 1,000 on',
      'Order, and tell the day of delivery',
      'Check the goods at the door',
      'Invoice to finance',
    ],
    hello: 'We have your wish. Today we look whether one of the houses already has what you need.',
    goodbye:
      'It has arrived and we have looked at it. If it is not what you meant, tell us within two weeks: then it can go back.',
  },
  {
    key: 'uniform',
    team: 'purchasing',
    name: 'Uniform and work shoes',
    description: 'New, another size, or mended. Try on in the linen room on Tuesdays and Thursdays from 13 to 15.',
    form: [
      need('what', 'choices', 'What?', {
        options: ['Shirt', 'Trousers', 'Skirt', 'Jacket', 'Apron', 'Shoes', 'Name badge'],
      }),
      need('size', 'text', 'Which size?', { when: { field: 'what', is: 'answered' } }),
      need('name', 'text', 'What shall the badge say?', {
        when: { field: 'what', is: 'is', value: 'Name badge' },
        help: 'As you like to be called.',
      }),
      may('for', 'person', 'For whom, if not for you?'),
    ],
    closingMinutes: 2550,
  },
  {
    key: 'supplier',
    team: 'purchasing',
    name: 'A new supplier, or trouble with one',
    description: 'Before you agree on anything with somebody new, and when the fish came late for the third time.',
    askers: ['kitchen', 'restaurant', 'housekeeping', 'maintenance', 'events', 'malaga', 'finance', 'it'],
    form: [
      need('which', 'choice', 'What is it about?', { options: ['Somebody new', 'Trouble'] }),
      need('name', 'text', 'Which supplier?'),
      need('wrong', 'choices', 'What went wrong?', {
        options: ['Late', 'Wrong goods', 'Poor quality', 'Price', 'Manners'],
        when: is('which', 'Trouble'),
      }),
      need('worth', 'money', 'About how much a year?', { when: is('which', 'Somebody new') }),
    ],
    also: ['contract'],
  },
  {
    key: 'expense',
    team: 'finance',
    name: 'Money back for what you paid',
    description:
      'Travel, a taxi for a guest, candles from the corner shop. It is on your account with the next pay, at the latest.',
    form: [
      need('what', 'text', 'What was it?'),
      need('price', 'money', 'How much?'),
      need('day', 'date', 'When did you pay?'),
      may('receipt', 'file', 'The receipt', { help: 'A photo is fine if every number can be read.' }),
      need('without', 'longText', 'What happened to the receipt?', { when: { field: 'receipt', is: 'notAnswered' } }),
      need('guests', 'text', 'Who was with you, and why?', { when: atLeast('price', 150) }),
    ],
    approval: ['manager'],
    closingMinutes: 960,
    hello: 'Thank you for paying first. As soon as your manager nods, it goes to the next pay.',
    goodbye: 'It is on its way to your account.',
  },
  {
    key: 'refund',
    team: 'finance',
    name: 'A refund to a guest',
    description: 'When we owe a guest money. Up to 200 euros the desk decides alone: tell us only how it was paid.',
    askers: ['front-desk', 'reservations', 'restaurant', 'events', 'malaga'],
    form: [
      need('booking', 'text', 'Which booking?'),
      need('price', 'money', 'How much?'),
      need('how', 'choice', 'How did they pay?', { options: ['Card', 'Invoice', 'Cash', 'Voucher'] }),
      need('account', 'text', 'To which account?', { when: is('how', 'Cash'), help: 'IBAN, as the guest wrote it.' }),
      need('why', 'longText', 'What happened?'),
      need('lead', 'person', 'Which lead has agreed?', { when: atLeast('price', 200) }),
    ],
    greetingMinutes: 120,
    approval: ['nadia', 'henrik'],
    anyOf: true,
    goodbye: 'The money has left our bank. Cards take up to five days: please tell the guest.',
  },
  {
    key: 'invoice',
    team: 'finance',
    name: 'A question about an invoice',
    description: 'Ours to somebody, or somebody’s to us.',
    form: [
      need('way', 'choice', 'Which way?', { options: ['We sent it', 'We got it'] }),
      need('number', 'text', 'What is its number?'),
      may('copy', 'file', 'The invoice'),
      need('question', 'longText', 'What would you like to know?'),
    ],
  },
  {
    key: 'payslip',
    team: 'finance',
    name: 'Something about my pay',
    description: 'An hour too few, a bonus that is missing, a tax card. Only finance reads this.',
    sight: 'private',
    form: [
      need('month', 'date', 'Which pay day?'),
      need('what', 'choice', 'What is it about?', {
        options: ['Hours', 'Supplements', 'Tax card', 'Bank account', 'Something else'],
      }),
      may('card', 'file', 'Your tax card', { when: is('what', 'Tax card') }),
      may('words', 'longText', 'In your own words'),
    ],
    hello: 'We look at it today. If something is missing, we pay it without waiting for the next pay day.',
  },
  {
    key: 'contract',
    team: 'legal',
    name: 'Read a contract before I sign',
    description:
      'You get it back with plain words beside each paragraph: what it means, what it may cost, what to ask for.',
    sight: 'private',
    form: [
      need('with', 'text', 'With whom?'),
      need('paper', 'file', 'The contract'),
      need('worth', 'money', 'About how much is it worth?'),
      need('by', 'date', 'When would you like to sign?'),
      may('board', 'longText', 'Why is it worth it?', { when: atLeast('worth', 50000) }),
    ],
    checklist: [
      'Length, notice and price changes',
      'Who pays when it goes wrong',
      'Data of guests and colleagues',
      'Plain words beside each paragraph',
    ],
  },
  {
    key: 'privacy',
    team: 'legal',
    name: 'Somebody asks what we know about them',
    description:
      'A guest or a former colleague wants to see, mend or remove their data. **There is a month, and it runs from the day they asked.**',
    sight: 'private',
    greetingMinutes: 240,
    form: [
      need('day', 'date', 'When did they ask?'),
      need('who', 'text', 'Who asks?'),
      need('what', 'choice', 'What do they want?', { options: ['See it', 'Mend it', 'Remove it', 'Not clear'] }),
      may('letter', 'file', 'Their letter'),
    ],
  },
  {
    key: 'licence',
    team: 'legal',
    name: 'A licence for music, alcohol or pictures',
    description: 'Before the band plays outside, the bar moves to the terrace, or we print somebody’s photograph.',
    form: [
      need('what', 'choice', 'For what?', { options: ['Music', 'Alcohol', 'Pictures', 'Something else'] }),
      need('where', 'text', 'Where and when?'),
      need('guests', 'number', 'For how many people?', { when: is('what', 'Alcohol') }),
    ],
  },
  {
    key: 'print',
    team: 'marketing',
    name: 'A menu, sign or printed card',
    description:
      'Written, laid out, proofread in every language, printed. Bring us the words as they are; we make them shine.',
    form: [
      need('what', 'choice', 'What?', { options: ['Menu', 'Sign', 'Card', 'Something else'] }),
      need('languages', 'choices', 'In which languages?', {
        options: ['Finnish', 'English', 'Spanish', 'Russian', 'Swedish'],
      }),
      need('words', 'longText', 'The words, as far as you have them'),
      need('allergens', 'choice', 'Has the kitchen checked the allergens?', {
        options: ['Yes', 'Not yet'],
        when: is('what', 'Menu'),
      }),
      need('copies', 'number', 'How many copies?'),
      need('by', 'date', 'By when?'),
    ],
    checklist: [
      'Words read by one more person',
      'Allergens checked',
      'Proof shown to whoever asked',
      'Printed and brought',
    ],
    also: ['allergens'],
  },
  {
    key: 'picture',
    team: 'marketing',
    name: 'Photographs',
    description: 'Of a dish, a room, a colleague or an evening.',
    sight: 'open',
    form: [
      need('of', 'choice', 'Of what?', { options: ['A dish', 'A room', 'People', 'An evening'] }),
      need('when', 'dateTime', 'When?'),
      need('agree', 'choice', 'Have all people in it agreed?', {
        options: ['Yes', 'I shall ask them'],
        when: is('of', 'People'),
      }),
    ],
    also: ['licence'],
  },
  {
    key: 'newsletter',
    team: 'marketing',
    name: 'Something for the newsletter or the web',
    description:
      'A new dish, an opening, a story of a guest who came back. On Mondays we choose what goes out on Thursday.',
    form: [
      need('title', 'text', 'In one sentence: what is new?'),
      may('words', 'longText', 'More about it'),
      may('from', 'date', 'From when may we tell it?'),
    ],
  },
];

// Services of IT and of people and culture, in the sample company. Data only; seed.ts offers them.
import { is, may, need, type SampleService } from './sample-questions.ts';

export const officeServices: SampleService[] = [
  {
    key: 'device',
    team: 'it',
    name: 'A laptop, phone or screen',
    description:
      'For a new colleague, or when yours has had its days. We set it up so that it works when you open it, and fetch the old one.',
    form: [
      need('kind', 'choice', 'What do you need?', { options: ['Laptop', 'Phone', 'Screen'] }),
      need('why', 'choice', 'What is it for?', {
        options: ['A new colleague', 'Mine is broken', 'Mine is old', 'Something else'],
      }),
      need('colleague', 'person', 'For which colleague?', { when: is('why', 'A new colleague') }),
      need('wrong', 'longText', 'What is wrong with the one you have?', {
        when: is('why', 'Mine is broken'),
        help: 'A picture of the screen helps more than many words.',
      }),
      may('picture', 'file', 'A picture of it', { when: is('why', 'Mine is broken') }),
      need('size', 'choice', 'Which laptop?', {
        options: ['Light, to carry around', 'Large, to sit at'],
        when: is('kind', 'Laptop'),
      }),
      may('number', 'text', 'A number to keep', {
        when: is('kind', 'Phone'),
        help: 'If you already have a work number, write it here.',
      }),
      need('by', 'date', 'When will it be needed?'),
      need('where', 'choice', 'Where shall we bring it?', { options: ['Helsinki', 'Tampere', 'Málaga'] }),
    ],
    approval: ['manager'],
    checklist: [
      'Take one from the shelf or order it',
      'Set it up for the person',
      'Try sign-in, mail and printing',
      'Hand it over and show what is new',
      'Fetch the old one and wipe it',
    ],
    hello:
      'Hello! We have your wish and are looking at what stands on the shelf. If anything about the work makes a certain model better, tell us here.',
    goodbye:
      'It is yours and it is set up. Keep the box for two weeks, and come by if anything feels slow: the first days show what we forgot.',
    also: ['access', 'new-colleague'],
  },
  {
    key: 'desk-set',
    team: 'it',
    name: 'A docking station, headset or charger',
    description: 'What a laptop or phone does not bring along. Most of it stands on our shelf.',
    form: [
      may('kind', 'choices', 'What do you need?', {
        options: ['Docking station', 'Headset', 'Charger', 'Keyboard and mouse'],
      }),
    ],
    goodbye: 'It is on your desk. If a cable is too short, tell us.',
  },
  {
    key: 'access',
    team: 'it',
    name: 'Access to a system',
    description:
      'Rights in the booking system, the till, the payroll, shared folders and mailboxes: for you or for a colleague.',
    form: [
      need('who', 'person', 'Who needs it?'),
      need('systems', 'choices', 'To what?', {
        options: ['Booking system', 'Tills', 'Payroll', 'Shared folder', 'Shared mailbox', 'Something else'],
      }),
      need('name', 'text', 'Which one?', { when: { field: 'systems', is: 'is', value: 'Something else' } }),
      may('till', 'date', 'Until when?', { help: 'Leave it empty if it is for good.' }),
      need('reason', 'longText', 'What will they do with it?'),
    ],
    approval: ['manager'],
    greetingMinutes: 30,
    checklist: [
      'Check that the manager has said yes',
      'Give no more than is needed',
      'Note the last day, if there is one',
    ],
    hello: 'Thank you, we have it. As soon as your manager nods, it goes quickly.',
  },
  {
    key: 'security',
    team: 'it',
    name: 'Something looks wrong: a strange mail, a lost device',
    description:
      'Tell us at once, even if you are not sure, even if you clicked. **Nobody is ever blamed for telling.** Only our team reads this.',
    sight: 'private',
    greetingMinutes: 15,
    form: [
      need('what', 'choice', 'What happened?', {
        options: [
          'A strange mail or message',
          'A device is lost or stolen',
          'I gave my password away',
          'Something else',
        ],
      }),
      need('clicked', 'choice', 'Did you click or answer?', {
        options: ['No', 'Yes', 'I am not sure'],
        when: is('what', 'A strange mail or message'),
      }),
      need('device', 'text', 'Which device?', { when: is('what', 'A device is lost or stolen') }),
      may('seen', 'dateTime', 'When did you see it last?', { when: is('what', 'A device is lost or stolen') }),
      may('mail', 'file', 'The mail, or a picture of it', { when: is('what', 'A strange mail or message') }),
      may('words', 'longText', 'Anything else?'),
    ],
    checklist: [
      'Lock the account or the device',
      'Look who else has got the same',
      'Change passwords together with the person',
      'Write down what we learned',
    ],
    hello: 'You did right to tell us. Please leave everything as it is; one of us is with you in a few minutes.',
    goodbye: 'It is safe again. Thank you for telling us early: that made the difference.',
  },
  {
    key: 'shared-mailbox',
    team: 'it',
    name: 'A mailbox or list for a team',
    description:
      'One address for several people, such as events@ or breakfast@, so that nothing waits while somebody is away.',
    form: [
      need('address', 'text', 'Which address would you like?', { help: 'Short and easy to say on the phone.' }),
      need('owner', 'person', 'Who looks after it?'),
      need('guests', 'choice', 'Do guests write to it?', { options: ['Yes', 'No'] }),
      need('hours', 'text', 'What may guests be told about answering?', {
        when: is('guests', 'Yes'),
        help: 'For example: within four hours, every day.',
      }),
    ],
  },
  {
    key: 'meeting-room',
    team: 'it',
    name: 'Technology for a meeting or an event',
    description:
      'Projector, microphones, streaming, a colleague beside the speaker: so that the first minute is about the guests, not about the cable.',
    sight: 'open',
    askers: ['events', 'front-desk', 'restaurant', 'marketing', 'hr', 'reservations'],
    form: [
      need('room', 'choice', 'Where?', { options: ['Sali 1', 'Sali 2', 'Sali 3', 'Meri', 'Aurinko', 'Elsewhere'] }),
      need('place', 'text', 'Where exactly?', { when: is('room', 'Elsewhere') }),
      need('starts', 'dateTime', 'When do the doors open?'),
      need('people', 'number', 'How many people?'),
      need('wish', 'choices', 'What is needed?', {
        options: ['Projector', 'Microphones', 'Sound', 'Streaming', 'Somebody of IT in the room'],
      }),
      need('stream', 'text', 'Who watches from elsewhere?', { when: { field: 'wish', is: 'is', value: 'Streaming' } }),
    ],
    checklist: [
      'Try everything in the room the day before',
      'Spare batteries and one spare cable',
      'Phone number on the table',
    ],
    also: ['furnish'],
  },
  {
    key: 'sign-in',
    team: 'it',
    name: 'I cannot sign in',
    description: 'Locked out, a new phone, a forgotten password: you are in again before your coffee is cold.',
    greetingMinutes: 15,
    closingMinutes: 540,
    form: [
      need('where', 'choice', 'Where do you get stuck?', {
        options: ['Computer', 'Till', 'Mail', 'Booking system', 'Somewhere else'],
      }),
      may('words', 'text', 'What does it say?'),
    ],
    hello: 'Hello! Stay where you are, one of us calls you.',
  },
  {
    key: 'new-colleague',
    team: 'hr',
    name: 'Welcome a new colleague',
    description:
      'You have found somebody: wonderful. We prepare contract, first week and a buddy, and tell everybody who must know.',
    form: [
      need('name', 'text', 'What is their name?'),
      need('starts', 'date', 'First day?'),
      need('team', 'text', 'In which team, and as what?'),
      need('length', 'choice', 'For how long?', { options: ['For good', 'For a season', 'By the hour'] }),
      need('until', 'date', 'Until when?', { when: is('length', 'For a season') }),
      need('permit', 'choice', 'Do they need a permit to work here?', { options: ['No', 'Yes', 'I do not know'] }),
      may('buddy', 'person', 'Who is their buddy?', {
        help: 'Somebody kind who has done the same work for at least half a year.',
      }),
      need('speaks', 'choices', 'Which languages do they speak?', {
        options: ['Finnish', 'English', 'Spanish', 'Russian', 'Another one'],
      }),
    ],
    approval: ['manager'],
    sight: 'private',
    checklist: [
      'Contract sent and signed',
      'Papers and permit seen',
      'Buddy asked and glad',
      'First week planned, hour by hour',
      'Lunch on the first day',
      'A call after two weeks',
    ],
    hello: 'How good that you found somebody! We begin with the contract today; you will see each step here.',
    goodbye: 'All is ready for the first day. Be at the door yourself if you can: people remember who met them.',
    also: ['device', 'access', 'uniform'],
  },
  {
    key: 'certificate',
    team: 'hr',
    name: 'A certificate of work or pay',
    description: 'For a landlord, a bank, an office or a new employer. In Finnish, English, Spanish or Russian.',
    sight: 'private',
    form: [
      need('kind', 'choice', 'Which one?', { options: ['That I work here', 'Of my pay', 'Reference when I leave'] }),
      need('language', 'choice', 'In which language?', { options: ['Finnish', 'English', 'Spanish', 'Russian'] }),
      need('months', 'number', 'For how many months back?', { when: is('kind', 'Of my pay') }),
      may('by', 'date', 'By when, if there is a date?'),
    ],
    goodbye: 'Here it is. If the office that asked wants it otherwise, tell us and we write it again.',
  },
  {
    key: 'change-hours',
    team: 'hr',
    name: 'Other hours, part-time or a leave',
    description:
      'Studies, a child, a parent who needs you, a long journey: let us find what works. **What you write here stays with us.**',
    sight: 'private',
    form: [
      need('what', 'choice', 'What would help?', {
        options: ['Fewer hours', 'Other hours', 'A leave', 'I want to talk first'],
      }),
      need('from', 'date', 'From when?', { when: { field: 'what', is: 'isNot', value: 'I want to talk first' } }),
      may('until', 'date', 'Until when?', { when: is('what', 'A leave') }),
      need('hours', 'number', 'How many hours a week?', { when: is('what', 'Fewer hours') }),
      may('words', 'longText', 'What should we know?'),
    ],
    approval: ['manager', 'esther'],
    hello:
      'Thank you for writing. We read this with care and come back to you today or tomorrow morning, by phone if you like that better.',
  },
  {
    key: 'hard-talk',
    team: 'hr',
    name: 'A word in confidence',
    description:
      'When something at work weighs on you. Two people of our team read this, and you decide what happens next.',
    sight: 'private',
    greetingMinutes: 60,
    form: [
      need('how', 'choice', 'How shall we meet?', { options: ['A walk', 'In our room', 'By phone', 'In writing'] }),
      may('when', 'dateTime', 'When would be good?', { when: { field: 'how', is: 'isNot', value: 'In writing' } }),
      may('words', 'longText', 'If you like, what it is about', {
        help: 'You need not write anything. It is enough to say when.',
      }),
    ],
    hello: 'I am glad that you wrote. Nothing happens without you; let us find a time.',
  },
  {
    key: 'training',
    team: 'hr',
    name: 'A course, an exam or a language class',
    description: 'Hygiene passport, first aid, Finnish in the evenings, or what you have found yourself.',
    form: [
      need('what', 'choice', 'What would you like to learn?', {
        options: ['Hygiene passport', 'First aid', 'Finnish', 'English', 'Something I have found'],
      }),
      need('which', 'text', 'Which course?', { when: is('what', 'Something I have found') }),
      need('price', 'money', 'What does it cost?', { when: is('what', 'Something I have found') }),
      may('page', 'text', 'Where is it described?', { when: is('what', 'Something I have found') }),
    ],
    approval: ['manager'],
    goodbye: 'You are on the list. Tell us afterwards whether it was worth your time: others will ask.',
  },
];

// The sample company and its fourteen teams: what they do, when they work, who leads and who belongs. Data only; seed.ts creates them.
import { samplePeople } from './sample-people.ts';

type Span = [opens: string, closes: string];

/** Hours by ISO weekday, "1" is Monday; "24:00" is the end of the day. */
export type SampleWeek = Record<'1' | '2' | '3' | '4' | '5' | '6' | '7', Span[]>;

export type SampleTeam = {
  key: string;
  name: string;
  does: string;
  zone: string;
  country: string;
  week: SampleWeek;
  /** Both in minutes of the team's working time. */
  greetingMinutes: number;
  closingMinutes: number;
  leads: string[];
  /** Everybody in the team, the leads among them. */
  members: string[];
};

export const sampleCompany = {
  name: 'Aurinko & Meri',
  language: 'en',
  zone: 'Europe/Helsinki',
  country: 'FI',
} as const;

const week = (weekdays: Span[], saturday: Span[], sunday: Span[]): SampleWeek => ({
  '1': weekdays,
  '2': weekdays,
  '3': weekdays,
  '4': weekdays,
  '5': weekdays,
  '6': saturday,
  '7': sunday,
});
const daily = (...hours: Span[]) => week(hours, hours, hours);
const office = (opens: string, closes: string) => week([[opens, closes]], [], []);

const helsinki = { zone: 'Europe/Helsinki', country: 'FI' };
const malaga = { zone: 'Europe/Madrid', country: 'ES' };

const teams: Omit<SampleTeam, 'members'>[] = [
  {
    key: 'front-desk',
    name: 'Front desk',
    does: 'Welcomes guests day and night in Helsinki and Tampere, and knows who arrives, who leaves and what they wished for.',
    ...helsinki,
    week: daily(['00:00', '24:00']),
    greetingMinutes: 30,
    closingMinutes: 7 * 24 * 60,
    leads: ['riikka', 'pekka'],
  },
  {
    key: 'housekeeping',
    name: 'Housekeeping',
    does: 'Makes rooms, halls and linen ready, and finds what guests leave behind.',
    ...helsinki,
    week: daily(['07:00', '19:00']),
    greetingMinutes: 45,
    closingMinutes: 5 * 12 * 60,
    leads: ['pirjo', 'eija'],
  },
  {
    key: 'kitchen',
    name: 'Kitchen',
    does: 'Cooks for guests, events and colleagues, and answers for every allergy.',
    ...helsinki,
    week: daily(['06:00', '22:00']),
    greetingMinutes: 60,
    closingMinutes: 5 * 16 * 60,
    leads: ['mercedes'],
  },
  {
    key: 'restaurant',
    name: 'Restaurant and bar',
    does: 'Serves breakfast, lunch, dinner and the bar, and lends hands for big evenings.',
    ...helsinki,
    week: daily(['07:00', '23:00']),
    greetingMinutes: 60,
    closingMinutes: 5 * 16 * 60,
    leads: ['roosa'],
  },
  {
    key: 'maintenance',
    name: 'Maintenance',
    does: 'Mends what breaks and looks after what has not broken yet, in all three houses.',
    ...helsinki,
    week: week([['07:00', '17:00']], [['08:00', '16:00']], [['10:00', '14:00']]),
    greetingMinutes: 60,
    closingMinutes: 5 * 10 * 60,
    leads: ['tuomas'],
  },
  {
    key: 'it',
    name: 'IT',
    does: 'Tills, doors, screens, networks and sign-ins, for every colleague and every house.',
    ...helsinki,
    week: office('08:00', '17:00'),
    greetingMinutes: 60,
    closingMinutes: 5 * 9 * 60,
    leads: ['mika'],
  },
  {
    key: 'hr',
    name: 'People and culture',
    does: 'Contracts, permits, training, first weeks and hard conversations; what you write here stays here.',
    ...helsinki,
    week: office('08:00', '16:00'),
    greetingMinutes: 240,
    closingMinutes: 5 * 8 * 60,
    leads: ['esther'],
  },
  {
    key: 'purchasing',
    name: 'Purchasing',
    does: 'Finds, orders and receives what the houses need, and talks with suppliers.',
    ...helsinki,
    week: office('07:00', '15:30'),
    greetingMinutes: 120,
    closingMinutes: 5 * 510,
    leads: ['timo'],
  },
  {
    key: 'events',
    name: 'Events',
    does: 'Weddings, conferences and family days, from the first call to the last chair.',
    ...helsinki,
    week: week([['08:00', '18:00']], [['09:00', '17:00']], []),
    greetingMinutes: 120,
    closingMinutes: 5 * 10 * 60,
    leads: ['saga'],
  },
  {
    key: 'reservations',
    name: 'Reservations',
    does: 'Rooms, groups, rates and packages, for guests and for every team that must know who comes.',
    ...helsinki,
    week: week([['08:00', '20:00']], [['09:00', '18:00']], [['10:00', '18:00']]),
    greetingMinutes: 60,
    closingMinutes: 5 * 12 * 60,
    leads: ['outi'],
  },
  {
    key: 'finance',
    name: 'Finance',
    does: 'Invoices, payroll, refunds, budgets and the cash in every till.',
    ...helsinki,
    week: office('08:00', '16:00'),
    greetingMinutes: 240,
    closingMinutes: 5 * 8 * 60,
    leads: ['henrik', 'nadia'],
  },
  {
    key: 'legal',
    name: 'Legal',
    does: 'Contracts, privacy and licences, explained so that one can act on them.',
    ...helsinki,
    week: office('09:00', '17:00'),
    greetingMinutes: 480,
    closingMinutes: 5 * 8 * 60,
    leads: ['heikki'],
  },
  {
    key: 'marketing',
    name: 'Marketing',
    does: 'Menus, signs, pictures, letters and everything we say in public.',
    ...helsinki,
    week: office('08:30', '16:30'),
    greetingMinutes: 240,
    closingMinutes: 5 * 8 * 60,
    leads: ['maija'],
  },
  {
    key: 'malaga',
    name: 'Málaga house',
    does: 'Front desk, kitchen, rooms and terrace of the house by the sea.',
    ...malaga,
    week: daily(['07:00', '23:00']),
    greetingMinutes: 60,
    closingMinutes: 5 * 16 * 60,
    leads: ['diego'],
  },
];

export const sampleTeams: SampleTeam[] = teams.map((team) => ({
  ...team,
  members: samplePeople.filter((person) => person.teams.includes(team.key)).map((person) => person.key),
}));

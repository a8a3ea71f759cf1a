// The people of the sample hotel group, Aurinko & Meri: everyone invented, one line each.
// Words only: accounts, ids and the doors that add them are seed.ts's affair; the rows themselves are in sample-people-*.ts.
import type { DemoRole } from '../../contract/directory.ts';
import type { Language } from '../../contract/shapes.ts';
import { houseRows } from './sample-people-house.ts';
import { officeRows } from './sample-people-office.ts';
import { serviceRows } from './sample-people-service.ts';

export type SamplePerson = {
  key: string;
  name: string;
  said: string;
  email: string;
  /** Language of the interface: the first that they speak. */
  language: Language;
  speaks: Language[];
  /** How colleagues call them, and how that is written in Russian, where they speak it. */
  called: string;
  calledInRussian: string;
  place: string;
  zone: string;
  teams: string[];
  manager: string | null;
  does: string;
  administrator: boolean;
};

/** The seven colleagues a visitor may be, in the order in which the sign-in page offers them. */
export const demoPeople: Record<DemoRole, string> = {
  employee: 'aino',
  'it-lead': 'mika',
  housekeeper: 'oleg',
  'hr-partner': 'carmen',
  manager: 'marja',
  steward: 'amara',
  administrator: 'jussi',
};

const zones: Record<string, string> = {
  Helsinki: 'Europe/Helsinki',
  Tampere: 'Europe/Helsinki',
  Málaga: 'Europe/Madrid',
};

// key | name | as it is said | languages, ru with the call name in Cyrillic | place | teams | manager | does, for whom
function person(row: string): SamplePerson {
  const fields = row.split('|').map((field) => field.trim());
  const [key = '', name = '', said = '', tongues = '', place = '', teams = '', manager = '', does = ''] = fields;
  const speaks = tongues.split(' ').map((tongue) => tongue.split(':')[0] as Language);
  const [first = name] = name.split(' ');
  // Who reads no Cyrillic calls them by the Latin spelling of their name, which is their key.
  const called = /\p{Script=Cyrillic}/u.test(first) ? key.charAt(0).toUpperCase() + key.slice(1) : first;
  return {
    key,
    name,
    said,
    email: `${key}@aurinko.example`,
    language: speaks[0] ?? 'en',
    speaks,
    called,
    calledInRussian: /ru:(\S+)/.exec(tongues)?.[1] ?? called,
    place,
    zone: zones[place] ?? 'Europe/Helsinki',
    teams: teams.split(' ').filter((team) => team !== ''),
    manager: manager === '' ? null : manager,
    does,
    administrator: key === demoPeople.administrator,
  };
}

/** Everybody, each after the person they report to, so that they can be added in this order. */
export const samplePeople: SamplePerson[] = byLine(
  [houseRows, serviceRows, officeRows]
    .flatMap((rows) => rows.split('\n'))
    .filter((row) => row.trim() !== '')
    .map(person),
);

function byLine(people: SamplePerson[]): SamplePerson[] {
  const below = (manager: string | null): SamplePerson[] =>
    people.filter((one) => one.manager === manager).flatMap((one) => [one, ...below(one.key)]);
  return below(null);
}

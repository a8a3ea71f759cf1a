// What the columns of an imported table are called, in four languages and by the programs that write such tables. Pure.
import type { ImportKind } from '../../contract/directory-imports.ts';

export const peopleColumns = [
  'name',
  'said',
  'pronouns',
  'email',
  'language',
  'languages',
  'place',
  'zone',
  'does',
  'manager',
  'dotted',
  'skills',
  'teams',
] as const;
export const teamColumns = ['name', 'does', 'zone', 'country', 'greeting', 'closing'] as const;
export type PeopleColumn = (typeof peopleColumns)[number];
export type TeamColumn = (typeof teamColumns)[number];

/** In lower case, without signs. */
const people: Record<PeopleColumn, string> = {
  name: 'name|full name|display name|nimi|koko nimi|nombre|nombre completo|nombre y apellidos|имя|фио|имя и фамилия|полное имя',
  said: 'said|name as said|pronunciation|how the name is said|lausutaan|lausuminen|ääntäminen|se dice|pronunciación|как произносится|произношение',
  pronouns: 'pronouns|pronominit|pronombres|местоимения',
  email:
    'email|e mail|mail|email address|e mail address|sähköposti|sähköpostiosoite|correo|correo electrónico|почта|электронная почта|эл почта|адрес почты',
  language: 'language|interface language|kieli|käyttökieli|idioma|язык|язык интерфейса',
  languages: 'languages|speaks|spoken languages|kielet|puhuu|kielitaito|idiomas|habla|языки|говорит на',
  place: 'place|location|office|city|paikka|toimipaikka|toimisto|kaupunki|lugar|oficina|sede|ciudad|место|офис|город',
  zone: 'zone|time zone|timezone|aikavyöhyke|zona horaria|huso horario|часовой пояс',
  does: 'does|what they do|job title|title|role|tehtävä|mitä tekee|titteli|rooli|puesto|cargo|qué hace|función|что делает|должность|роль',
  manager:
    'manager|manager email|reports to|supervisor|esihenkilö|esihenkilön sähköposti|esimies|responsable|jefe|jefa|superior|correo del responsable|руководитель|почта руководителя|начальник',
  dotted:
    'dotted|dotted line|dotted lines|dotted managers|further managers|muut esihenkilöt|otros responsables|другие руководители',
  skills: 'skills|osaaminen|taidot|habilidades|competencias|навыки|умения',
  teams:
    'teams|team|department|departments|tiimit|tiimi|osasto|osastot|equipos|equipo|departamento|departamentos|команды|команда|отдел|отделы',
};
const teams: Record<TeamColumn, string> = {
  name: `${people.name}|team|tiimi|equipo|команда`,
  does: `${people.does}|description|kuvaus|descripción|описание`,
  zone: people.zone,
  country: 'country|maa|país|страна|holidays|pyhät|festivos|праздники',
  greeting:
    'greeting|greeting time|time to say hello|tervehdysaika|vastausaika|saludo|tiempo de saludo|приветствие|время приветствия|время ответа',
  closing: 'closing|closing time|sulkemisaika|sulkeutuminen|cierre|tiempo de cierre|закрытие|время закрытия',
};

const plain = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^()\n]*\)/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const named = (columns: Record<string, string>) =>
  new Map(
    Object.entries(columns).flatMap(([field, names]) => names.split('|').map((name) => [plain(name), field] as const)),
  );
const known: Record<ImportKind, ReadonlyMap<string, string>> = { people: named(people), teams: named(teams) };

/** What each title stands for: null for one that nobody knows, and for a second column of the same. */
export function fieldsOf(kind: ImportKind, head: readonly string[]): Array<string | null> {
  const taken = new Set<string>();
  return head.map((title) => {
    const field = known[kind].get(plain(title));
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

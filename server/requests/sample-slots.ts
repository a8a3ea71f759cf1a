// Fills the slots of the sample company's words: rooms, guests, counts, and times as each language says them. The words are elsewhere.
import type { Language } from '../../contract/shapes.ts';
import type { Chance } from './sample-chance.ts';
import { wall } from './sample-hours.ts';

const day = 86_400_000;

// Invented, all of them.
const guests = [
  'Lindqvist',
  'Haapala',
  'Bergman',
  'Castellano',
  'Moreau',
  'Nakamura',
  'Eriksen',
  'Kowalczyk',
  'Vásquez',
  'Andersson',
];
const moreGuests = [
  'Rossi',
  'Weber',
  'Laukkanen',
  'Petrenko',
  'O’Brien',
  'Silva',
  'Sørensen',
  'Tamm',
  'Dubois',
  'Ferreira',
  'Novák',
];
const clients = ['Pienmeri Shipping', 'Kaarnasto', 'Vesperton Textiles', 'Halla & Sons', 'Brisamar Ediciones'];
const moreClients = ['Solvind Works', 'Tuulenpesä Oy', 'Orvokka Labs', 'Marble & Moss', 'Lumikko Architects'];
const suppliers = [
  'Valkopyy Laundry',
  'Saaristo Fisk & Co',
  'Huerta del Alba',
  'Kannel Coffee',
  'Leivonen Bakery',
  'Tarvikas Oy',
];
const newcomers = [
  'Iida',
  'Noor',
  'Elias',
  'Yana',
  'Leo',
  'Siiri',
  'Hugo',
  'Amal',
  'Kasper',
  'Vilma',
  'Andrés',
  'Mila',
  'Tomi',
  'Zoé',
];

const finnishDays = ['sunnuntai', 'maanantai', 'tiistai', 'keskiviikko', 'torstai', 'perjantai', 'lauantai'];
const russianDays = ['в воскресенье', 'в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу'];

const kinds = {
  time: { hour: '2-digit', minute: '2-digit' },
  date: { day: 'numeric', month: 'long' },
  figures: { day: 'numeric', month: 'numeric' },
  weekday: { weekday: 'long' },
  month: { month: 'long' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;
const formats = new Map<string, Intl.DateTimeFormat>();

function shown(at: number, language: Language, kind: keyof typeof kinds): string {
  const known = formats.get(`${language} ${kind}`);
  const locale = language === 'en' ? 'en-GB' : language;
  const format = known ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...kinds[kind] });
  formats.set(`${language} ${kind}`, format);
  return format.format(at);
}

/** How a moment is said on `today`: until when ("by Thursday 14:00"), when ("Thursday at 14:00"), on which day. `said` and `today` are wall times. */
export function sayTime(language: Language, today: number, said: number) {
  const ahead = Math.floor(said / day) - Math.floor(today / day);
  const weekday = new Date(said).getUTCDay();
  const near = ahead >= 0 && ahead <= 1 ? ahead : ahead > 1 && ahead < 7 ? 2 : 3;
  const time = shown(said, 'en', 'time');
  const date = shown(said, language, language === 'fi' ? 'figures' : 'date');
  const name = shown(said, language, 'weekday');
  if (language === 'fi') {
    const at = `klo ${time.replace(':00', '').replace(/^0/, '').replace(':', '.')}`;
    const stem = finnishDays[weekday] ?? name;
    const into = stem.endsWith('o') ? `${stem}on` : `${stem}hin`;
    const until = ['tänään', 'huomenna', into, ''][near];
    const when = ['tänään', 'huomenna', `${stem}na`, date][near];
    return { by: near === 3 ? `${date} mennessä` : `${until} ${at} mennessä`, when: `${when} ${at}`, day: `${stem}na` };
  }
  if (language === 'es') {
    const when = ['hoy', 'mañana', `el ${name}`, `el ${date}`][near];
    return {
      by: near === 3 ? `antes del ${date}` : `${when} antes de las ${time}`,
      when: `${when} a las ${time}`,
      day: `el ${name}`,
    };
  }
  if (language === 'ru') {
    const weekdayName = russianDays[weekday] ?? name;
    const when = ['сегодня', 'завтра', weekdayName, date][near];
    return { by: near === 3 ? `к ${date}` : `${when} к ${time}`, when: `${when} в ${time}`, day: weekdayName };
  }
  const by = [`by ${time} today`, `by ${time} tomorrow`, `by ${name} ${time}`, `by ${date}`][near];
  const when = ['today', 'tomorrow', name, date][near];
  return { by: by ?? '', when: `${when} at ${time}`, day: name };
}

const seasons = [
  'winter',
  'winter',
  'spring',
  'spring',
  'spring',
  'summer',
  'summer',
  'summer',
  'autumn',
  'autumn',
  'autumn',
  'winter',
];

export type Slots = Record<string, string>;

/** The facts of one request: the same room and guest from the ask to the thanks. `zone` is the requester's. */
export function factsOf(
  chance: Chance,
  language: Language,
  zone: string,
  asked: Date,
  wanted: Date,
  row: readonly string[],
): Slots {
  const today = wall(zone, asked);
  const needed = wall(zone, wanted);
  const { by } = sayTime(language, today, needed);
  // What it is needed for begins a little later than it is needed.
  const { when } = sayTime(language, today, needed + chance.pick([1, 1, 2]) * 3_600_000);
  const later = (from: number, hour: number) => Math.ceil((from - hour * 3_600_000) / day) * day + hour * 3_600_000;
  const onWeekday = (from: number) => {
    const days = [0, 1, 2].map((more) => from + more * day);
    return days.find((at) => ![0, 6].includes(new Date(at).getUTCDay())) ?? from;
  };
  const lastMonth = new Date(today);
  lastMonth.setUTCDate(0);
  const local = Object.fromEntries(row.map((text, index) => [String(index + 1), text]));
  return {
    ...local,
    by,
    when,
    need: shown(needed, 'en', 'time'),
    noon: sayTime(language, today, onWeekday(later(needed, 12))).when,
    evening: sayTime(language, today, later(needed + 3_600_000, chance.pick([18, 18.5, 19, 19.5]))).when,
    day: sayTime(language, today, onWeekday(needed + day)).day,
    room: `${chance.whole(2, 6)}${String(chance.whole(1, 24)).padStart(2, '0')}`,
    floor: String(chance.whole(2, 6)),
    h: String(chance.whole(1, 5)),
    n: String(chance.whole(2, 9)),
    m: String(chance.whole(12, 60) * 2),
    guest: chance.pick([...guests, ...moreGuests]),
    client: chance.pick([...clients, ...moreClients]),
    supplier: chance.pick(suppliers),
    newbie: chance.pick(newcomers),
    month: shown(lastMonth.getTime(), language, 'month'),
    season: seasons[(new Date(needed).getUTCMonth() + 1) % 12] ?? 'winter',
    time: chance.pick(['13:30', '14:00', '14:30', '15:00']),
    early: chance.pick(['4:50', '5:15', '5:40']),
    late: chance.pick(['22:45', '23:10', '23:30']),
  };
}

/** Words with every slot filled and every sentence begun with a capital. */
export function fill(words: string, slots: Slots, chance: Chance): string {
  const chosen = words.replace(/\[([^\][|]*\|[^\][]*)\]/g, (_, either: string) => chance.pick(either.split('|')));
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot);
  // Twice, because a row of `vary` may hold slots itself.
  return put(put(chosen))
    .trim()
    .replace(/(^|[.!?]\s+)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

// What a search can be narrowed by, and how that is written in each language. Pure data; taking a search apart is search-text.ts.
import type { Language } from './shapes.ts';

export const filterKeys = ['from', 'to', 'by', 'is', 'after', 'before', 'service', 'has'] as const;
export type FilterKey = (typeof filterKeys)[number];

/** What a request can be: a state, several of which are alternatives, or something that is true beside its state. */
export const filterStates = [
  'asked',
  'countered',
  'promised',
  'delivered',
  'closed',
  'declined',
  'withdrawn',
  'revoked',
] as const;
export const filterTraits = ['open', 'ended', 'late', 'mine', 'private'] as const;
export const filterIs = [...filterTraits, ...filterStates] as const;
export type FilterIs = (typeof filterIs)[number];

/** Days said in relation to today; a week begins on Monday. */
export const filterDays = [
  'today',
  'yesterday',
  'thisWeek',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'thisYear',
  'lastYear',
] as const;
export type FilterDay = (typeof filterDays)[number];

type InWords<Code extends string> = Record<Language, Record<Code, readonly [string, ...string[]]>>;

/** The first is how it is offered; all are understood, in whatever language one reads. */
export const keyNames: InWords<FilterKey> = {
  en: {
    from: ['from'],
    to: ['to'],
    by: ['by'],
    is: ['is'],
    after: ['after', 'since'],
    before: ['before'],
    service: ['service'],
    has: ['has'],
  },
  fi: {
    from: ['keneltä'],
    to: ['kenelle'],
    by: ['lupasi', 'lupaaja'],
    is: ['on', 'tila'],
    after: ['jälkeen', 'alkaen'],
    before: ['ennen'],
    service: ['palvelu'],
    has: ['mukana'],
  },
  es: {
    from: ['de'],
    to: ['para', 'a'],
    by: ['por'],
    is: ['es', 'está'],
    after: ['desde', 'después'],
    before: ['antes'],
    service: ['servicio'],
    has: ['con'],
  },
  ru: {
    from: ['от'],
    to: ['кому'],
    by: ['обещает', 'обещал', 'обещала'],
    is: ['статус', 'это'],
    after: ['с', 'после'],
    before: ['до'],
    service: ['услуга'],
    has: ['есть'],
  },
};

export const isNames: InWords<FilterIs> = {
  en: {
    asked: ['asked'],
    countered: ['countered'],
    promised: ['promised'],
    delivered: ['delivered', 'done'],
    closed: ['closed'],
    declined: ['declined'],
    withdrawn: ['withdrawn'],
    revoked: ['revoked'],
    open: ['open'],
    ended: ['ended'],
    late: ['late', 'overdue'],
    mine: ['mine'],
    private: ['private'],
  },
  fi: {
    asked: ['pyydetty'],
    countered: ['tarjottu'],
    promised: ['luvattu'],
    delivered: ['valmis', 'toimitettu'],
    closed: ['suljettu'],
    declined: ['torjuttu'],
    withdrawn: ['peruttu'],
    revoked: ['lupaus-peruttu'],
    open: ['kesken', 'avoin'],
    ended: ['päättynyt'],
    late: ['myöhässä'],
    mine: ['oma', 'omani'],
    private: ['yksityinen'],
  },
  es: {
    asked: ['pedida'],
    countered: ['contraoferta'],
    promised: ['prometida'],
    delivered: ['hecha', 'entregada'],
    closed: ['cerrada'],
    declined: ['rechazada'],
    withdrawn: ['retirada'],
    revoked: ['promesa-retirada'],
    open: ['abierta'],
    ended: ['terminada'],
    late: ['atrasada'],
    mine: ['mía'],
    private: ['privada'],
  },
  ru: {
    asked: ['новая'],
    countered: ['предложена'],
    promised: ['обещана'],
    delivered: ['готова'],
    closed: ['закрыта'],
    declined: ['отклонена'],
    withdrawn: ['отозвана'],
    revoked: ['обещание-отозвано'],
    open: ['открыта'],
    ended: ['завершена'],
    late: ['просрочена'],
    mine: ['моя'],
    private: ['конфиденциальная'],
  },
};

export const dayNames: InWords<FilterDay> = {
  en: {
    today: ['today'],
    yesterday: ['yesterday'],
    thisWeek: ['this week'],
    lastWeek: ['last week'],
    thisMonth: ['this month'],
    lastMonth: ['last month'],
    thisYear: ['this year'],
    lastYear: ['last year'],
  },
  fi: {
    today: ['tänään', 'tämä päivä'],
    yesterday: ['eilen', 'eilinen'],
    thisWeek: ['tämä viikko', 'tällä viikolla'],
    lastWeek: ['viime viikko', 'viime viikolla'],
    thisMonth: ['tämä kuu', 'tässä kuussa'],
    lastMonth: ['viime kuu', 'viime kuussa'],
    thisYear: ['tämä vuosi', 'tänä vuonna'],
    lastYear: ['viime vuosi', 'viime vuonna'],
  },
  es: {
    today: ['hoy'],
    yesterday: ['ayer'],
    thisWeek: ['esta semana'],
    lastWeek: ['la semana pasada', 'semana pasada'],
    thisMonth: ['este mes'],
    lastMonth: ['el mes pasado', 'mes pasado'],
    thisYear: ['este año'],
    lastYear: ['el año pasado', 'año pasado'],
  },
  ru: {
    today: ['сегодня'],
    yesterday: ['вчера'],
    thisWeek: ['эта неделя', 'этой недели', 'на этой неделе'],
    lastWeek: ['прошлая неделя', 'прошлой недели', 'на прошлой неделе'],
    thisMonth: ['этот месяц', 'этого месяца'],
    lastMonth: ['прошлый месяц', 'прошлого месяца'],
    thisYear: ['этот год', 'этого года'],
    lastYear: ['прошлый год', 'прошлого года'],
  },
};

export const fileNames: InWords<'file'> = {
  en: { file: ['file'] },
  fi: { file: ['tiedosto'] },
  es: { file: ['archivo'] },
  ru: { file: ['файл'] },
};

/** Oneself, where a person can stand. */
export const meNames: InWords<'me'> = {
  en: { me: ['me'] },
  fi: { me: ['minä', 'minulta', 'minulle'] },
  es: { me: ['mí', 'yo'] },
  ru: { me: ['меня', 'мне', 'я'] },
};

/** Without case and accents, as names of filters are compared. */
export const foldName = (words: string): string =>
  words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/** What each name means, whatever the language; names are folded. */
export const meanings = <Code extends string>(names: InWords<Code>): ReadonlyMap<string, Code> =>
  new Map(
    Object.values(names).flatMap((byCode) =>
      (Object.entries(byCode) as Array<[Code, readonly string[]]>).flatMap(([code, all]) =>
        all.map((name): [string, Code] => [foldName(name), code]),
      ),
    ),
  );

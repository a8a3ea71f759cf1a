// Reports and requests as tables, in the words of the reader.
import type { Figures, TeamReport } from '../../contract/overview.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Sheet, SheetCell } from '../platform/sheet.ts';
import { speakersOf } from '../platform/speech.ts';
import type { SheetRequest } from '../requests/requests.ts';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fi from './words/fi.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };

const speakers = speakersOf({ en, es, fi, ru });
const wordsOf = (language: Language) => (key: keyof typeof en) => speakers[language].formatMessage({ id: key });

const round = (value: number | null | undefined, digits = 0): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(digits));

/** The figures in the order of their columns. */
const columns: readonly (readonly [key: keyof typeof en, value: (figures: Figures) => SheetCell])[] = [
  ['sheet.asked', (figures) => figures.asked],
  ['sheet.greetings', ({ greeting }) => greeting?.count ?? null],
  ['sheet.greetedInTime', ({ greeting }) => greeting?.inTime ?? null],
  ['sheet.greetingMedian', ({ greeting }) => round(greeting?.median)],
  ['sheet.greetingMost', ({ greeting }) => round(greeting?.most)],
  ['sheet.delivered', (figures) => figures.delivered],
  ['sheet.deliveringMedian', ({ delivering }) => round(delivering?.median)],
  ['sheet.deliveringMost', ({ delivering }) => round(delivering?.most)],
  ['sheet.offered', ({ delivering }) => round(delivering?.offered)],
  ['sheet.fromAsk', ({ delivering }) => round(delivering?.fromAsk)],
  ['sheet.promises', ({ kept }) => kept?.total ?? null],
  ['sheet.kept', ({ kept }) => kept?.kept ?? null],
  ['sheet.renegotiated', ({ kept }) => kept?.renegotiated ?? null],
  ['sheet.keptLow', ({ kept }) => round(kept?.low, 3)],
  ['sheet.keptHigh', ({ kept }) => round(kept?.high, 3)],
  ['sheet.rated', ({ rated }) => rated?.count ?? null],
  ['sheet.timing', ({ rated }) => round(rated?.timing, 2)],
  ['sheet.quality', ({ rated }) => round(rated?.quality, 2)],
  ['sheet.accuracy', ({ rated }) => round(rated?.accuracy, 2)],
  ['sheet.returned', (figures) => figures.returned],
  ['sheet.reopened', (figures) => figures.reopened],
  ['sheet.closed', (figures) => figures.closed],
  ['sheet.silent', (figures) => figures.silent],
  ['sheet.declined', (figures) => figures.declined],
  ['sheet.withdrawn', (figures) => figures.withdrawn],
  ['sheet.revoked', (figures) => figures.revoked],
];

/** The whole, then each stretch, then each service: a row each, a person never. */
export function reportSheet(report: TeamReport, language: Language): Sheet {
  const t = wordsOf(language);
  const row = (what: string, from: string, to: string, figures: Figures): SheetCell[] => [
    what,
    from,
    to,
    ...columns.map(([, value]) => value(figures)),
  ];
  const free = t('sheet.freeWords');
  return {
    name: report.team.name,
    zone: report.zone,
    head: [t('sheet.what'), t('sheet.from'), t('sheet.to'), ...columns.map(([key]) => t(key))],
    rows: [
      row(t('sheet.whole'), report.from, report.to, report.whole),
      ...report.over.map(({ from, to, figures }) => row(t(`sheet.${report.every}`), from, to, figures)),
      ...report.services.map(({ service, figures }) => row(service?.name ?? free, report.from, report.to, figures)),
    ],
  };
}

export function requestsSheet(
  rows: readonly SheetRequest[],
  services: ReadonlyMap<string, string>,
  { language, zone, name }: { language: Language; zone: string; name: string },
): Sheet {
  const t = wordsOf(language);
  const heads = [
    'number',
    'title',
    'service',
    'state',
    'requester',
    'askedAt',
    'greetedAt',
    'due',
    'deliveredAt',
    'endedAt',
    'outcome',
    'timing',
    'quality',
    'accuracy',
  ] as const;
  return {
    name,
    zone,
    head: heads.map((key) => t(`sheet.${key}`)),
    rows: rows.map((row) => [
      row.number,
      row.title,
      row.service ? (services.get(row.service) ?? '') : '',
      t(`state.${row.state}`),
      row.requester,
      row.asked,
      row.greeted,
      row.due,
      row.delivered,
      row.ended,
      row.outcome ? t(`outcome.${row.outcome}`) : null,
      row.timing,
      row.quality,
      row.accuracy,
    ]),
  };
}

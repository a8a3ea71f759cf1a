// The same figures by service, as a table.
import type { TeamReport } from '../../contract/overview.ts';
import { lengthInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { FiguresTable } from '../ui/figures.tsx';
import { Section } from '../ui/page.tsx';
import css from './report.module.css';

export function ByService({ report }: { report: TeamReport }) {
  const words = useWords();
  const { t, number } = words;
  const length = (minutes: number | null | undefined) =>
    minutes === null || minutes === undefined ? '–' : lengthInWords(Math.round(minutes), words);
  if (report.services.length === 0) return null;
  const heads = ['service', 'asked', 'delivered', 'greeting', 'took', 'offered', 'again'] as const;
  return (
    <Section title={t('overview.services.title')} note={t('overview.services.note')}>
      <FiguresTable title={t('overview.services.title')} className={css.services}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`overview.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.services.map(({ service, figures }) => (
            <tr key={service?.id ?? ''}>
              <th scope="row">{service?.name ?? t('overview.freeWords')}</th>
              <td>{number(figures.asked)}</td>
              <td>{number(figures.delivered)}</td>
              <td>{length(figures.greeting?.median)}</td>
              <td>{length(figures.delivering?.median)}</td>
              <td>{length(figures.delivering?.offered)}</td>
              <td>{number(figures.returned + figures.reopened)}</td>
            </tr>
          ))}
        </tbody>
      </FiguresTable>
    </Section>
  );
}

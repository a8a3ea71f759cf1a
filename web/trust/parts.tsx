// A team's figure by service and by the team that was promised to, as tables. Nobody is a row.
import type { ReactNode } from 'react';
import type { TrustFigure } from '../../contract/trust.ts';
import { useWords } from '../platform/words.tsx';
import { FiguresTable } from '../ui/figures.tsx';
import { Section } from '../ui/page.tsx';
import { keptOf, rangeOf } from './figure.tsx';
import css from './trust.module.css';

type Part = { key: string; name: ReactNode; figure: TrustFigure };

export function Parts({
  title,
  head,
  note,
  parts,
}: {
  title: string;
  head: string;
  note?: string;
  parts: readonly Part[];
}) {
  const { t } = useWords();
  return (
    <Section title={title} note={note}>
      {parts.length === 0 ? (
        <p className={css.released}>{t('trust.parts.few')}</p>
      ) : (
        <FiguresTable title={title} className={css.parts}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{t('trust.head.kept')}</th>
              <th scope="col">{t('trust.head.range')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ key, name, figure }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{t('trust.part', keptOf(figure))}</td>
                <td>{t('trust.part.range', rangeOf(figure))}</td>
              </tr>
            ))}
          </tbody>
        </FiguresTable>
      )}
    </Section>
  );
}

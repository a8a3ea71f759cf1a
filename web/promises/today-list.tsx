// The promises of a day, under their own heading.
import { Link } from '@tanstack/react-router';
import type { PromiseRow } from '../../contract/promises.ts';
import { useWords } from '../platform/words.tsx';
import { Section } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { PromiseLine } from './rows.tsx';

export default function TodayList({ promises }: { promises: readonly PromiseRow[] }) {
  const { t } = useWords();
  return (
    <Section title={t('promises.today.title')} acts={<Link to="/promises">{t('promises.today.all')}</Link>}>
      <RowList>
        {promises.map((promise) => (
          <PromiseLine key={promise.id} promise={promise} />
        ))}
      </RowList>
    </Section>
  );
}

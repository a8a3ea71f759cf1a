// Promises that a search found, as a section of rows with the searched words marked.
import type { PromiseRow } from '../../contract/promises.ts';
import { useWords } from '../platform/words.tsx';
import { Section } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { PromiseLine } from './rows.tsx';

export default function FoundPromises({ found, sought }: { found: readonly PromiseRow[]; sought: readonly string[] }) {
  const { t } = useWords();
  return (
    <Section title={t('promises.found')}>
      <RowList>
        {found.map((promise) => (
          <PromiseLine key={promise.id} promise={promise} sought={sought} />
        ))}
      </RowList>
    </Section>
  );
}

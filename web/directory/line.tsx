// The line a person stands on: who they report to, upward; and who reports to them.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { directoryApi } from '../../contract/directory.ts';
import type { Person } from '../../contract/directory-people.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { read, readPages } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Face } from '../ui/face.tsx';
import { Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import css from './directory.module.css';

/** So many steps are shown; whoever wants to go higher follows the last name. */
const steps = 6;

export function LineAbove({ person }: { person: Person }) {
  const { t } = useWords();
  if (!person.manager) return null;
  return (
    <Section title={t('directory.line.above')}>
      <RowList>
        <Step person={person.manager} left={steps} />
      </RowList>
    </Section>
  );
}

function Step({ person, left }: { person: PersonRef; left: number }) {
  const known = useQuery(read(directoryApi.getPerson, { params: { id: person.id } }));
  const next = known.data?.manager;
  return (
    <>
      <PersonLine person={person} does={known.data?.does} />
      {next && left > 1 && <Step person={next} left={left - 1} />}
    </>
  );
}

export const PersonLine = ({ person, does }: { person: PersonRef; does?: string | undefined }) => (
  <Row narrow time={<Face of={person} />} title={person.name} to={`/people/${person.id}`} sub={does} />
);

export function DottedAbove({ person }: { person: Person }) {
  const { t } = useWords();
  if (person.dotted.length === 0) return null;
  return (
    <Section title={t('directory.dotted')}>
      <RowList>
        {person.dotted.map((one) => (
          <PersonLine key={one.id} person={one} />
        ))}
      </RowList>
    </Section>
  );
}

/** Who reports to them; `dotted`: who does so besides. */
export function Reports({ person, dotted = false }: { person: Person; dotted?: boolean }) {
  const { t } = useWords();
  const reports = useInfiniteQuery(
    readPages(directoryApi.listPeople, { query: dotted ? { dotted: person.id } : { manager: person.id } }),
  );
  if (!reports.data || reports.data.length === 0) return null;
  return (
    <Section title={t(dotted ? 'directory.line.belowDotted' : 'directory.line.below')}>
      <RowList>
        {reports.data.map((one) => (
          <PersonLine key={one.id} person={one} does={one.does} />
        ))}
      </RowList>
      {reports.hasNextPage && (
        <div className={css.more}>
          <Button onClick={() => void reports.fetchNextPage()} pending={reports.isFetchingNextPage}>
            {t('directory.more')}
          </Button>
        </div>
      )}
    </Section>
  );
}

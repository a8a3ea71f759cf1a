// On the page of a service: what people also needed, first as its team says, then as history shows with its counts.
import { useQuery } from '@tanstack/react-query';
import { anticipationApi } from '../../contract/anticipation.ts';
import type { Slots } from '../platform/capability.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import css from './anticipation.module.css';
import { Reasons } from './told.tsx';

export default function Needed({ service }: Slots['needed']) {
  const { t } = useWords();
  const { data } = useQuery(read(anticipationApi.listAnticipations, { params: { id: service.id } }));
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('anticipation.needed')} note={t('anticipation.needed.note')}>
      <RowList>
        {data.items.map((item) => (
          <Row
            key={item.service.id}
            to={`/services/${item.service.id}`}
            title={item.service.name}
            sub={
              <div>
                <Reasons of={item} wanted />
              </div>
            }
          />
        ))}
      </RowList>
      {data.items.some(({ evidence }) => evidence) && (
        <details className={css.how}>
          <summary>{t('anticipation.how')}</summary>
          <p>{t('anticipation.how.counts')}</p>
          <p>{t('anticipation.how.chance')}</p>
          <p>{t('anticipation.how.private')}</p>
        </details>
      )}
    </Section>
  );
}

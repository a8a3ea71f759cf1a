// Which promise has to be kept first: one of those that are open and that the reader is one of the two of.
import { useQuery } from '@tanstack/react-query';
import { promisesApi } from '../../contract/promise-moves.ts';
import { useMe } from '../platform/session.tsx';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Select } from '../ui/field.tsx';

/** `value` is the id of a promise or ''; `not` is left out. */
export function BelowField(props: { value: string; not?: string; onChange: (id: string) => void }) {
  const { t } = useWords();
  const me = useMe();
  const given = useQuery(read(promisesApi.listPromises, { query: { side: 'given', limit: 50 } }));
  const made = useQuery(read(promisesApi.listPromises, { query: { side: 'made', limit: 50 } }));
  const known = [...(given.data?.items ?? []), ...(made.data?.items ?? [])].filter(({ id }) => id !== props.not);
  return (
    <Select
      label={t('promises.field.dependsOn')}
      name="dependsOn"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="">{t('promises.field.nothing')}</option>
      {known.map(({ id, deliverable, by, to }) => (
        <option key={id} value={id}>
          {t('promises.field.choice', { what: deliverable, name: by.id === me.id ? to.name : by.name })}
        </option>
      ))}
    </Select>
  );
}

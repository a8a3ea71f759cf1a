// A colleague as an answer: found by name, kept by id.
import { useQuery } from '@tanstack/react-query';
import { directoryApi } from '../../contract/directory.ts';
import { findPeople } from '../directory/directory.tsx';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Combobox } from '../ui/combobox.tsx';

export function PersonAnswer(props: {
  label: string;
  name: string;
  optional: boolean;
  description?: string;
  value: string;
  onChange: (id: string) => void;
}) {
  const { t } = useWords();
  const { label, optional, value, onChange, ...frame } = props;
  const known = useQuery({ ...read(directoryApi.getPerson, { params: { id: value } }), enabled: value !== '' });
  return (
    <Combobox
      // What was kept from before is only known by its id until it is read.
      key={known.data?.id ?? 'nobody'}
      {...frame}
      label={
        <>
          {label} {optional && <span>{t('ui.field.optional')}</span>}
        </>
      }
      of="people"
      search={findPeople}
      value={known.data ?? null}
      onChoose={(person) => onChange(person?.id ?? '')}
    />
  );
}

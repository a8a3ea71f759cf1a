// In the form of a promise: what is often needed along. What is ticked is promised right after it, each a promise of its own.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { anticipationApi } from '../../contract/anticipation.ts';
import { call, newKey } from '../platform/api.ts';
import type { Slots } from '../platform/capability.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Check } from '../ui/switch.tsx';
import { toast } from '../ui/toast.tsx';
import css from './anticipation.module.css';
import { freshen } from './fresh.ts';
import { Reasons } from './told.tsx';

export default function Promising({ request: id, onPromised }: Slots['promising']) {
  const { t } = useWords();
  const { data } = useQuery(read(anticipationApi.listRequestAnticipations, { params: { id } }));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  useEffect(() => {
    onPromised(async () => {
      for (const needed of chosen)
        await call(anticipationApi.includeAnticipation, { params: { id, needed } }, { key: newKey() }).catch(() =>
          toast(t('anticipation.notIncluded'), { kind: 'bad' }),
        );
      freshen({ subject: 'request', id });
    });
  }, [id, chosen, onPromised, t]);
  if (!data || data.items.length === 0) return null;
  return (
    <fieldset className={css.along}>
      <legend>{t('anticipation.title')}</legend>
      <small>{t('anticipation.promising.help')}</small>
      {data.items.map((item) => (
        <Check
          key={item.service.id}
          checked={chosen.includes(item.service.id)}
          description={<Reasons of={item} />}
          onChange={(on) =>
            setChosen(on ? [...chosen, item.service.id] : chosen.filter((one) => one !== item.service.id))
          }
        >
          {item.service.name}
        </Check>
      ))}
    </fieldset>
  );
}

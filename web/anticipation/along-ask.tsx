// In an ask of a service, before it is sent: what is often needed along with it. Each that is ticked becomes an ask of its own.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { anticipationApi } from '../../contract/anticipation.ts';
import type { Slots } from '../platform/capability.ts';
import { read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Check } from '../ui/switch.tsx';
import css from './anticipation.module.css';
import { Reasons } from './told.tsx';

/** More at once is no help. */
const most = 6;

export default function AlongAsk({ service, chosen, onChoose }: Slots['along']) {
  const { t } = useWords();
  const { data } = useQuery(read(anticipationApi.listAnticipations, { params: { id: service.id } }));
  const answer = useWrite(anticipationApi.answerAnticipation);
  const [gone, setGone] = useState<readonly string[]>([]);
  const say = (needed: string, wanted: boolean | null) =>
    void answer.send({ params: { id: service.id, needed }, body: { wanted } });
  const offered = (data?.items ?? []).filter(
    ({ can, mine, service: { id } }) =>
      can.includes('ask') && !gone.includes(id) && (mine !== false || chosen.includes(id)),
  );
  if (offered.length === 0) return null;
  const choose = (id: string, on: boolean) => {
    onChoose(on ? [...chosen, id] : chosen.filter((one) => one !== id));
    say(id, on ? true : null);
  };
  const decline = (id: string) => {
    onChoose(chosen.filter((one) => one !== id));
    setGone([...gone, id]);
    say(id, false);
  };
  return (
    <fieldset className={css.along}>
      <legend>{t('anticipation.title')}</legend>
      <small>{t('anticipation.along.help')}</small>
      {offered.slice(0, most).map((item) => {
        const { id, name } = item.service;
        return (
          <div key={id} className={css.offer}>
            <Check checked={chosen.includes(id)} description={<Reasons of={item} />} onChange={(on) => choose(id, on)}>
              {name}
            </Check>
            {!chosen.includes(id) && (
              <Button weight="quiet" aria-label={t('anticipation.no.of', { name })} onClick={() => decline(id)}>
                {t('anticipation.no')}
              </Button>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

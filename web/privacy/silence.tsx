// Over every page of a restored copy, for administrators: nothing leaves it until they say so.
import { useQuery } from '@tanstack/react-query';
import { privacyApi } from '../../contract/privacy.ts';
import { read, useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { toast } from '../ui/toast.tsx';
import css from './privacy.module.css';

export default function Silence() {
  const { administrator } = useMe();
  const silence = useQuery({ ...read(privacyApi.getSilence, {}), enabled: administrator, staleTime: 300_000 });
  return silence.data?.since ? <Told since={silence.data.since} /> : null;
}

function Told({ since }: { since: string }) {
  const { t, date } = useWords();
  const [asking, setAsking] = useState(false);
  const end = useWrite(privacyApi.endSilence, {
    stale: [privacyApi.getSilence],
    onDone: () => toast(t('privacy.silence.ended')),
  });
  return (
    <aside className={css.silence} aria-label={t('privacy.silence')}>
      <Icon name="warning" />
      <p>
        <b>{t('privacy.silence')}</b> {t('privacy.silence.why', { since: date(since, { dateStyle: 'long' }) })}
      </p>
      <Button onClick={() => setAsking(true)}>{t('privacy.silence.end')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('privacy.silence.title')}>
        <Form problem={end.problem} onSubmit={() => end.send({})}>
          <p>{t('privacy.silence.sure')}</p>
          <FormActs>
            <Button weight="main" type="submit" pending={end.isPending}>
              {t('privacy.silence.end')}
            </Button>
            <Button weight="quiet" onClick={() => setAsking(false)}>
              {t('privacy.cancel')}
            </Button>
          </FormActs>
        </Form>
      </Dialog>
    </aside>
  );
}

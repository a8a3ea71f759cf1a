// Letting an ask come round by itself.
import { useState } from 'react';
import { recurringApi } from '../../contract/recurring.ts';
import { useGo, useSearchParam } from '../platform/address.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { FormActs } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { bodyOf, RecurringForm, type Draft } from './recurring-form.tsx';

const today = () => new Date().toLocaleDateString('sv-SE');

export default function NewPage() {
  const { t } = useWords();
  const go = useGo();
  const [title] = useSearchParam('title');
  const [draft, setDraft] = useState<Draft>({
    title,
    details: '',
    to: null,
    recurrence: { every: 'months', count: 1, on: { nth: 1, weekday: 1 } },
    from: today(),
    until: '',
    time: '09:00',
    workdays: true,
  });
  const write = useWrite(recurringApi.createRecurring, {
    stale: [recurringApi.listRecurring],
    onDone: () => {
      toast(t('recurring.made'));
      go('/recurring');
    },
  });
  return (
    <Page narrow title={t('recurring.new')} sub={t('recurring.newSub')}>
      <RecurringForm
        draft={draft}
        change={(some) => setDraft((before) => ({ ...before, ...some }))}
        problem={write.problem}
        onSubmit={() => void write.send({ body: bodyOf(draft) })}
      >
        <FormActs>
          <Button weight="main" type="submit" pending={write.isPending}>
            {t('recurring.save')}
          </Button>
          <LinkButton to="/recurring" weight="quiet">
            {t('recurring.cancel')}
          </LinkButton>
        </FormActs>
      </RecurringForm>
    </Page>
  );
}

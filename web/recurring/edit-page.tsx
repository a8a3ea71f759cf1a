// Changing a recurring ask, or letting it come no more.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { recurringApi, type Recurring } from '../../contract/recurring.ts';
import { useGo, useParam } from '../platform/address.ts';
import { invalidate, read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormActs } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { bodyOf, RecurringForm, type Draft } from './recurring-form.tsx';

export default function EditPage() {
  const id = useParam('id');
  const found = useQuery(read(recurringApi.getRecurring, { params: { id } }));
  return (
    <Loaded query={found} page>
      {(one) => <Editing key={`${one.id} ${one.version}`} of={one} />}
    </Loaded>
  );
}

const draftOf = ({ title, details, team, person, recurrence, from, until, time, workdays }: Recurring): Draft => ({
  title,
  details,
  to: team ? { ...team, kind: 'team' } : person ? { ...person, kind: 'person' } : null,
  recurrence,
  from,
  until: until ?? '',
  time,
  workdays,
});

function Editing({ of }: { of: Recurring }) {
  const { t } = useWords();
  const go = useGo();
  const [draft, setDraft] = useState(draftOf(of));
  const done = { stale: [recurringApi.listRecurring, recurringApi.getRecurring] };
  const write = useWrite(recurringApi.updateRecurring, {
    ...done,
    onDone: () => {
      toast(t('recurring.saved'));
      go('/recurring');
    },
  });
  const submit = async () => {
    const sent = { params: { id: of.id }, body: bodyOf(draft), ifMatch: of.version };
    if (!(await write.send(sent))) await invalidate(recurringApi.listRecurring);
  };
  return (
    <Page narrow title={of.title} sub={of.trouble ?? undefined}>
      <RecurringForm
        draft={draft}
        change={(some) => setDraft((before) => ({ ...before, ...some }))}
        problem={write.problem}
        onSubmit={() => void submit()}
      >
        <FormActs>
          <Button weight="main" type="submit" pending={write.isPending}>
            {t('recurring.saveChange')}
          </Button>
          <LinkButton to="/recurring" weight="quiet">
            {t('recurring.cancel')}
          </LinkButton>
          <Removing of={of} />
        </FormActs>
      </RecurringForm>
    </Page>
  );
}

function Removing({ of }: { of: Recurring }) {
  const { t } = useWords();
  const go = useGo();
  const [asks, setAsks] = useState(false);
  const remove = useWrite(recurringApi.removeRecurring, {
    stale: [recurringApi.listRecurring],
    onDone: () => {
      toast(t('recurring.removed'));
      go('/recurring');
    },
  });
  return (
    <>
      <Button weight="quiet" onClick={() => setAsks(true)}>
        {t('recurring.remove')}
      </Button>
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        title={t('recurring.removeTitle')}
        sub={t('recurring.removeSub')}
      >
        <FormActs>
          <Button
            weight="danger"
            pending={remove.isPending}
            onClick={() => void remove.send({ params: { id: of.id } })}
          >
            {t('recurring.remove')}
          </Button>
          <Button weight="quiet" onClick={() => setAsks(false)}>
            {t('recurring.keep')}
          </Button>
        </FormActs>
      </Dialog>
    </>
  );
}

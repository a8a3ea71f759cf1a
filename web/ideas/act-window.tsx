// The window of one act on an idea, with the fitting form. A form is sent with the version that was shown.
import type { ComponentType } from 'react';
import type { Idea } from '../../contract/ideas.ts';
import { useWords } from '../platform/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Complete, Decide, Decline, Withdraw } from './answer-forms.tsx';
import { Appoint } from './appoint-form.tsx';
import { Commit } from './commit-form.tsx';
import { Edit } from './edit-form.tsx';

export type WindowAct = 'decide' | 'decline' | 'complete' | 'withdraw' | 'edit' | 'commit' | 'appoint';
export type FormOf = { idea: Idea; onClose: () => void };

const forms: Record<WindowAct, ComponentType<FormOf>> = {
  decide: Decide,
  decline: Decline,
  complete: Complete,
  withdraw: Withdraw,
  edit: Edit,
  commit: Commit,
  appoint: Appoint,
};

export function ActWindow({ act, ...form }: FormOf & { act: WindowAct }) {
  const { t } = useWords();
  const FormOfAct = forms[act];
  const sub = act === 'commit' || act === 'appoint' ? t(`ideas.${act}.sub`) : <span dir="auto">{form.idea.title}</span>;
  return (
    <Dialog open onClose={form.onClose} title={t(`ideas.act.${act}`)} sub={sub}>
      <FormOfAct {...form} />
    </Dialog>
  );
}

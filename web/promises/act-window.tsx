// The window of one act on a promise: the fitting fields, and what happened meanwhile.
import type { ComponentType } from 'react';
import type { PromiseWhole } from '../../contract/promises.ts';
import { useWords } from '../platform/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Conclude, GiveBack, Keep } from './closing-forms.tsx';
import type { FormOf } from './move-form.tsx';
import type { Act } from './offers.ts';
import { Agree, Chain, Counter, Miss, Release, Renegotiate } from './serving-forms.tsx';

type InWindow = Exclude<Act, 'accept' | 'hold' | 'takeBack'>;

const forms: Record<InWindow, ComponentType<FormOf>> = {
  fine: Agree,
  counter: Counter,
  renegotiate: Renegotiate,
  keep: Keep,
  conclude: Conclude,
  return: GiveBack,
  miss: Miss,
  release: Release,
  chain: Chain,
};

export function ActWindow({ promise, act, onClose }: { promise: PromiseWhole; act: Act; onClose: () => void }) {
  const { t } = useWords();
  if (act === 'accept' || act === 'hold' || act === 'takeBack') return null;
  const FormOfAct = forms[act];
  const title = act === 'fine' ? t('promises.send.answer') : t(`promises.act.${act}`);
  return (
    <Dialog open onClose={onClose} title={title} sub={promise.deliverable}>
      <FormOfAct promise={promise} onClose={onClose} />
    </Dialog>
  );
}

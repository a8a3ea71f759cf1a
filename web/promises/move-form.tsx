// The form every act on a promise is made in.
import { useEffect, type ReactNode } from 'react';
import type { PromiseWhole } from '../../contract/promises.ts';
import type { Problem } from '../platform/api.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { freshen } from './fresh.ts';

/** What every form of an act is given. */
export type FormOf = { promise: PromiseWhole; onClose: () => void };

/** What each write names: the promise, and the version that was shown. */
export const of = ({ promise }: FormOf) => ({ params: { id: promise.id }, ifMatch: promise.version });

/** Only a running promise can be late. */
export const isLate = ({ promise }: FormOf): boolean =>
  promise.state === 'open' && Date.parse(promise.due) < Date.now();

export function MoveForm(props: {
  onClose: () => void;
  problem: Problem | null;
  pending: boolean;
  onSubmit: () => void;
  send: string;
  danger?: boolean;
  children?: ReactNode;
}) {
  const { t } = useWords();
  const { problem, pending } = props;
  useEffect(() => {
    // Refused by the state of things, not for a field: look at how they are.
    if (problem && problem.fields.length === 0) void freshen();
  }, [problem]);
  return (
    <Form problem={problem} onSubmit={() => !pending && props.onSubmit()}>
      {problem?.status === 412 && <p role="status">{t('promises.meanwhile')}</p>}
      {props.children}
      <FormActs>
        <Button weight={props.danger ? 'danger' : 'main'} type="submit" pending={pending}>
          {props.send}
        </Button>
        <Button weight="quiet" onClick={props.onClose}>
          {t('promises.send.not')}
        </Button>
      </FormActs>
    </Form>
  );
}

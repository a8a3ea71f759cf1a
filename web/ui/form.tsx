// A form that tells what was refused: each error at its field, the rest above the acts, focus on the first.
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { FieldProblem, Problem } from '../platform/api.ts';
import { useProblemWords } from './problem-words.ts';
import { FormProblem } from './form-problem.ts';
import { Icon } from './icons.tsx';
import css from './form.module.css';

/**
 * `<Form problem={write.problem} onSubmit={(data) => write.send(…)}>` — fields inside take their errors by `name`
 * (the path in the contract's body: "due", "ratings.timing"). `data` is the native FormData.
 */
export function Form(props: {
  problem?: Problem | null;
  onSubmit: (data: FormData) => unknown;
  children: ReactNode;
  label?: string;
}) {
  const form = useRef<HTMLFormElement>(null);
  const problem = props.problem ?? null;
  const toFirstWrong = () => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  useEffect(() => {
    if (problem) toFirstWrong();
  }, [problem]);
  return (
    <FormProblem value={problem}>
      <form
        ref={form}
        className={css.form}
        noValidate
        aria-label={props.label}
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit(new FormData(event.currentTarget));
          // What the page itself found wanting shows with the next picture; what an earlier answer refused is no news.
          if (!problem) requestAnimationFrame(toFirstWrong);
        }}
      >
        {props.children}
        {problem && <ProblemNote problem={problem} form={form} />}
      </form>
    </FormProblem>
  );
}

/** The buttons of a form or dialog; the main one first. */
export const FormActs = ({ children }: { children: ReactNode }) => <div className={css.acts}>{children}</div>;

/** A refusal in words, for acts that have no form. `form`: what its fields already say is not said twice. */
export function ProblemNote({ problem, form }: { problem: Problem; form?: RefObject<HTMLFormElement | null> }) {
  const words = useProblemWords(problem);
  const [homeless, setHomeless] = useState<readonly FieldProblem[]>([]);
  // After the form's own ref is set, which a layout effect of its child would not see.
  useEffect(() => {
    const isShown = ({ path }: FieldProblem) => form?.current?.querySelector(`[data-field="${CSS.escape(path)}"]`);
    setHomeless(problem.fields.filter((field) => !isShown(field)));
  }, [problem, form]);
  if (problem.fields.length > 0 && homeless.length === 0) return null;
  return (
    <div className={css.problem} role="alert">
      <Icon name="warning" />
      <div>
        {homeless.length > 0 ? homeless.map((field) => <p key={field.path}>{field.detail}</p>) : <p>{words}</p>}
      </div>
    </div>
  );
}

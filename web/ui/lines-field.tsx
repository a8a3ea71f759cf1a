// Several things, one a line: what is refused of one of them is said here, after the number of its line.
import { use } from 'react';
import { TextArea, type TextAreaProps } from './field.tsx';
import { FormProblem } from './form-problem.ts';

/** The things themselves; empty lines are none. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** `name` is where the contract has the list. */
export function LinesField({ name, ...props }: TextAreaProps & { name: string }) {
  const faults = (use(FormProblem)?.fields ?? []).flatMap(({ path, detail }) => {
    const at = path.startsWith(`${name}.`) ? Number(path.slice(name.length + 1)) : NaN;
    return Number.isInteger(at) ? [{ path, detail: `${at + 1}. ${detail}` }] : [];
  });
  const [first] = faults;
  return (
    <div>
      <TextArea {...props} name={name} {...(first ? { error: first.detail } : {})} />
      {faults.map(({ path }) => (
        <span key={path} data-field={path} hidden />
      ))}
    </div>
  );
}

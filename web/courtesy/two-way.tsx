// A quiet question that one tap answers: one of two, or taken back by tapping it again.
import { useId } from 'react';
import css from './courtesy.module.css';

type Parts = {
  question: string;
  yes: string;
  no: string;
  value: boolean | null;
  /** The answer stands as it is: it was counted. */
  stands?: boolean;
  onSay: (value: boolean | null) => void;
};

export function TwoWay({ question, yes, no, value, stands = false, onSay }: Parts) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={css.question}>
      <span id={id}>{question}</span>
      <span className={css.answers}>
        {[true, false].map((each) => (
          <Tap
            key={String(each)}
            on={value === each}
            disabled={stands}
            onTap={() => onSay(value === each ? null : each)}
          >
            {each ? yes : no}
          </Tap>
        ))}
      </span>
    </div>
  );
}

/** A button that is on or off. */
export const Tap = (props: { on: boolean; disabled?: boolean; onTap: () => void; children: string }) => (
  <button
    type="button"
    className={css.tap}
    aria-pressed={props.on}
    disabled={props.disabled ?? false}
    onClick={props.onTap}
  >
    {props.children}
  </button>
);

// On or off, with its words beside it; takes effect at once.
import type { InputHTMLAttributes, ReactNode } from 'react';
import css from './switch.module.css';

type Own = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type' | 'role' | 'children' | 'onChange'>;

/** `<Switch checked={…} onChange={setIt} description="…">Words</Switch>` */
export const Switch = ({
  children,
  description,
  onChange,
  ...rest
}: Own & { onChange?: (on: boolean) => void; children: ReactNode; description?: ReactNode }) => (
  <label className={css.switch}>
    <input {...rest} type="checkbox" role="switch" onChange={(event) => onChange?.(event.target.checked)} />
    <span>
      {children}
      {description && <small>{description}</small>}
    </span>
  </label>
);

/** A tick before words, for forms: `<Check name="…">Words</Check>` */
export const Check = ({
  children,
  description,
  onChange,
  ...rest
}: Own & { onChange?: (on: boolean) => void; children: ReactNode; description?: ReactNode }) => (
  <label className={css.check}>
    <input {...rest} type="checkbox" onChange={(event) => onChange?.(event.target.checked)} />
    <span>
      {children}
      {description && <small>{description}</small>}
    </span>
  </label>
);

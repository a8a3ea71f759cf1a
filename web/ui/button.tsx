// Buttons, and links that look like them. One main act per row or form; the others soft or quiet.
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { useWords } from '../platform/words.tsx';
import { Hidden } from './hidden.tsx';
import css from './button.module.css';

/** main: the one next act, green · soft: other acts · quiet: words only · danger: ends or removes something. */
export type Weight = 'main' | 'soft' | 'quiet' | 'danger';

export const buttonClass = (weight: Weight = 'soft', wide = false) =>
  [css.button, css[weight], wide && css.wide].filter(Boolean).join(' ');

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  weight?: Weight;
  /** Something is under way: shown, told to screen readers, and further presses do nothing. Focus stays. */
  pending?: boolean;
  /** As wide as its place. */
  wide?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

/** `<Button weight="main" onClick={…}>` — `type` is "button" unless said otherwise. */
export function Button({
  weight = 'soft',
  pending = false,
  wide = false,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const { t } = useWords();
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(weight, wide)}
      aria-disabled={pending || undefined}
      data-pending={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      <span className={css.face}>{children}</span>
      {pending && <span className={css.spinner} aria-hidden="true" />}
      <span role="status">{pending && <Hidden>{t('ui.button.pending')}</Hidden>}</span>
    </button>
  );
}

/** A link with the looks of a button: `<LinkButton to="/people" weight="soft">`. */
export const LinkButton = ({
  weight = 'soft',
  wide = false,
  ...rest
}: LinkProps & { weight?: Weight; wide?: boolean; children?: ReactNode }) => (
  <Link {...rest} className={buttonClass(weight, wide)} />
);

/** A square button with a pictogram; its `label` is what it is called. */
export function IconButton({
  label,
  children,
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'aria-label'> & {
  label: string;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <button type="button" {...rest} className={css.icon} aria-label={label} title={label}>
      {children}
    </button>
  );
}

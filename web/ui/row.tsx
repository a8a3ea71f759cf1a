// The row everything is listed in: when, what, and the next acts. Hairlines between rows, no boxes.
import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useRef, type ReactNode, type Ref } from 'react';
import css from './row.module.css';

/** The list around rows. `label` names it where no heading does. */
export function RowList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={css.list} aria-label={label}>
      {children}
    </ul>
  );
}

export type RowProps = {
  /** Left column: a `<RelativeTime stacked />`, a `<Face />`, or a short word with a `<small>` under it. Left out: no such column. */
  time?: ReactNode;
  /** What it is, in words. */
  title: ReactNode;
  /** Makes the title a link to the whole thing. */
  to?: string;
  /** Under the title: for whom, by whom, tags. */
  sub?: ReactNode;
  /** Buttons, the main one first; it stands outermost on a wide page and first on a phone. */
  acts?: ReactNode;
  /** Brass time: this needs a word. */
  late?: boolean;
  /** A narrow left column, for faces. */
  narrow?: boolean;
  /** The row that the keyboard is on in a list with shortcuts; it is scrolled into sight. */
  current?: boolean;
  /** A checkbox before everything, for lists where many can be chosen. */
  pick?: ReactNode;
  ref?: Ref<HTMLLIElement>;
};

export function Row(props: RowProps) {
  const own = useRef<HTMLDivElement>(null);
  const { current } = props;
  useLayoutEffect(() => {
    if (current) own.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const shape = [
    css.row,
    props.late && css.late,
    props.narrow && css.narrow,
    props.time === undefined && css.bare,
    props.pick && css.picked,
  ];
  return (
    <li ref={props.ref} className={css.item} aria-current={current || undefined}>
      <div ref={own} className={shape.filter(Boolean).join(' ')}>
        {props.pick && <div className={css.pick}>{props.pick}</div>}
        {props.time !== undefined && <div className={css.time}>{props.time}</div>}
        <div className={css.body}>
          <div className={css.words}>
            <div className={css.title}>{props.to ? <Link to={props.to}>{props.title}</Link> : props.title}</div>
            {props.sub && <div className={css.sub}>{props.sub}</div>}
          </div>
          {props.acts && <div className={css.acts}>{props.acts}</div>}
        </div>
      </div>
    </li>
  );
}

/**
 * A place that closes softly when what it held is done: wrap rows in it and remove them from the data as usual.
 * `gone` folds it away in 150 ms, at once for people who asked for less motion.
 */
export const Folding = ({ gone, children }: { gone: boolean; children: ReactNode }) => (
  <div className={css.folding} data-gone={gone || undefined} inert={gone}>
    <div>{children}</div>
  </div>
);

// The frame of every page's content: title, a sentence under it, sections, and an optional column beside them.
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { takeFocusAfterMove, useMoves } from '../platform/moves.ts';
import css from './page.module.css';

export type PageProps = {
  /** The h1 and the tab's title. */
  title: string;
  /** Another h1 than the tab's title, when it holds more than words. */
  heading?: ReactNode;
  /** The sentence under the title. */
  sub?: ReactNode;
  /** A quiet line over the title: "Asked by you on Monday · to IT". */
  above?: ReactNode;
  /** Buttons beside the title. */
  acts?: ReactNode;
  /** Between the title and the columns: an ask field, the stages. */
  lead?: ReactNode;
  /** The narrow column: notes, or the one card of the page. On a phone it follows the rest; with `asideFirst` it comes before. */
  aside?: ReactNode;
  asideFirst?: boolean;
  /** For forms and reading: one column of at most 44rem. */
  narrow?: boolean;
  children?: ReactNode;
};

export function Page(props: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const moves = useMoves();
  useTitle(props.title);
  useLayoutEffect(() => {
    if (heading.current) takeFocusAfterMove(heading.current);
  }, [moves]);
  return (
    <div className={props.narrow ? css.narrow : css.page}>
      <header className={css.header}>
        <div className={css.words}>
          {props.above && <p className={css.above}>{props.above}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {props.heading ?? props.title}
          </h1>
          {props.sub && <p className={css.sub}>{props.sub}</p>}
        </div>
        {props.acts && <div className={css.acts}>{props.acts}</div>}
      </header>
      {props.lead}
      {props.aside ? (
        <div className={props.asideFirst ? `${css.cols} ${css.asideFirst}` : css.cols}>
          <div className={css.main}>{props.children}</div>
          <aside className={css.aside}>{props.aside}</aside>
        </div>
      ) : (
        <div className={css.only}>{props.children}</div>
      )}
    </div>
  );
}

/** Sets the tab's title: "Today · Goodturn". */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Goodturn` : 'Goodturn';
  }, [title]);
}

/** A part of a page under its own heading; `note` is a few quiet words beside it. */
export function Section({
  title,
  note,
  acts,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  acts?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={css.head}>
        <h2 id={id}>{title}</h2>
        {note && <small>{note}</small>}
        {acts && <div className={css.headActs}>{acts}</div>}
      </div>
      {children}
    </section>
  );
}

/** A note in the narrow column, under a small heading. */
export const Note = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <div className={css.note}>
    <h3>{title}</h3>
    {children}
  </div>
);

/** The one card of a page: the thing that matters. */
export const Card = ({ children }: { children: ReactNode }) => <div className={css.card}>{children}</div>;

// How figures are shown beside each other: as a table that scrolls by itself, or as counts with bars. Charts: chart.tsx.
import type { ReactNode } from 'react';
import css from './figures.module.css';

type Named = { title: string; labelledBy?: undefined } | { title?: undefined; labelledBy: string };

/** `title`, or what stands under the id `labelledBy`, names it for whoever does not see it; `className` is for what is its own. */
export const FiguresTable = ({
  title,
  labelledBy,
  className = '',
  children,
}: Named & { className?: string | undefined; children: ReactNode }) => (
  <div className={css.scroll} role="region" aria-label={title} aria-labelledby={labelledBy} tabIndex={0}>
    <table className={`${css.table} ${className}`}>{children}</table>
  </div>
);

/** Each by its name, with a bar as long as its share of the largest, and the count in words. */
export function Counts({ items }: { items: readonly { key: string; name: string; count: number; said: string }[] }) {
  const most = Math.max(...items.map(({ count }) => count));
  return (
    <ul className={css.counts}>
      {items.map(({ key, name, count, said }) => (
        <li key={key}>
          <span>{name}</span>
          <span className={css.measure} style={{ inlineSize: `${(count / most) * 8}rem` }} aria-hidden="true" />
          <span className={css.count}>{said}</span>
        </li>
      ))}
    </ul>
  );
}

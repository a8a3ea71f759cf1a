// Two texts compared: word by word in one, or side by side. Colour repeats what the lines through and under say.
import { useMemo } from 'react';
import { useWords } from '../platform/words.tsx';
import { Hidden } from '../ui/hidden.tsx';
import { changesBetween, type Part } from './diff.ts';
import css from './changes.module.css';

type Texts = { before: string; after: string };

export function ByWords({ before, after }: Texts) {
  const parts = useMemo(() => changesBetween(before, after), [before, after]);
  return (
    <div className={css.text} dir="auto">
      <Parts parts={parts} />
    </div>
  );
}

export function SideBySide({ before, after, titles }: Texts & { titles: readonly [string, string] }) {
  const parts = useMemo(() => changesBetween(before, after), [before, after]);
  return (
    <div className={css.sides}>
      <section aria-label={titles[0]}>
        <h3>{titles[0]}</h3>
        <div className={css.text} dir="auto">
          <Parts parts={parts.filter(({ kind }) => kind !== 'new')} />
        </div>
      </section>
      <section aria-label={titles[1]}>
        <h3>{titles[1]}</h3>
        <div className={css.text} dir="auto">
          <Parts parts={parts.filter(({ kind }) => kind !== 'gone')} />
        </div>
      </section>
    </div>
  );
}

function Parts({ parts }: { parts: readonly Part[] }) {
  const { t } = useWords();
  return parts.map((part, index) =>
    part.kind === 'same' ? (
      part.text
    ) : part.kind === 'gone' ? (
      <del key={index}>
        <Hidden>{t('knowledge.gone')} </Hidden>
        {part.text}
      </del>
    ) : (
      <ins key={index}>
        <Hidden>{t('knowledge.new')} </Hidden>
        {part.text}
      </ins>
    ),
  );
}

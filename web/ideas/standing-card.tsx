// The one card of the page: the rungs, what was said by whom, and the next act of this reader.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { rungs, type Idea, type IdeaAct } from '../../contract/ideas.ts';
import { useNow } from '../platform/now.ts';
import { dayInWords, whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Menu, MenuAct } from '../ui/menu.tsx';
import { Card } from '../ui/page.tsx';
import { ActWindow, type WindowAct } from './act-window.tsx';
import { stateInWords } from './rows.tsx';
import css from './ideas.module.css';

export function StandingCard({ idea }: { idea: Idea }) {
  const { t } = useWords();
  const over = idea.state === 'done' || idea.state === 'declined' || idea.state === 'withdrawn';
  return (
    <Card>
      <div className={css.card} data-after-act tabIndex={-1}>
        <h2>{stateInWords(idea, t)}</h2>
        <Said idea={idea} />
        {!over && <Rungs idea={idea} />}
        <Acts idea={idea} />
      </div>
    </Card>
  );
}

function Rungs({ idea }: { idea: Idea }) {
  const { t } = useWords();
  const at = rungs.findIndex((rung) => rung === idea.state);
  return (
    <ol className={css.steps} aria-label={t('ideas.where')}>
      {rungs.map((rung, index) => (
        <li key={rung} aria-current={index === at ? 'step' : undefined} data-reached={index <= at || undefined}>
          {index < at ? <Icon name="check" /> : <i aria-hidden="true" />}
          {t(`ideas.rung.${rung}`)}
        </li>
      ))}
    </ol>
  );
}

function Said({ idea }: { idea: Idea }) {
  const { t, list, ...words } = useWords();
  const now = useNow();
  const when = (at: string) => whenInWords(new Date(at), now, { t, ...words });
  const { state, answer, promise } = idea;
  if (state === 'heard') {
    const names = list(idea.deciders.slice(0, 3).map(({ name }) => name));
    const by = dayInWords(new Date(idea.answerBy), now, { t, ...words }, true);
    return <p>{t(idea.overtime ? 'ideas.card.overtime' : 'ideas.card.heard', { names, when: by })}</p>;
  }
  if (state === 'withdrawn') return <p>{t('ideas.card.withdrawn', { name: idea.author.name })}</p>;
  if (state === 'done')
    return (
      <>
        <p>
          {t(answer?.kind === 'done' ? 'ideas.card.done' : idea.kept ? 'ideas.card.kept' : 'ideas.card.late', {
            name: answer?.by.name ?? '',
          })}
        </p>
        {answer?.kind === 'done' && <Quoted words={answer.words} />}
        <Meeting idea={idea} />
      </>
    );
  if (state === 'declined' || state === 'decided')
    return (
      <>
        <p>{answer && t(answered[answer.kind], { name: answer.by.name })}</p>
        <Quoted words={answer?.words ?? ''} />
      </>
    );
  const { promiser, promisee, due } = idea;
  return (
    <>
      {promiser && promisee && due && (
        <p>
          {t(promise ? 'ideas.card.promised' : 'ideas.card.anew', {
            by: promiser.name,
            to: promisee.name,
            due: when(due),
          })}
        </p>
      )}
      {promise && <Quoted words={promise.deliverable} />}
      {promise && (
        <p>
          <Link className={css.link} to={`/promises/${promise.id}`}>
            {t('ideas.card.promise')}
          </Link>
        </p>
      )}
      {state === 'appointed' && <p>{t('ideas.card.appointed')}</p>}
      <Meeting idea={idea} />
    </>
  );
}

/** The way to the appointment, for its two people: nobody else is told which one it is. */
function Meeting({ idea }: { idea: Idea }) {
  const { t } = useWords();
  return idea.appointment === null ? null : (
    <p>
      <Link className={css.link} to={`/appointments/${idea.appointment}`}>
        {t('ideas.card.appointment')}
      </Link>
    </p>
  );
}

const answered = {
  yes: 'ideas.card.decided',
  no: 'ideas.card.no',
  notNow: 'ideas.card.notNow',
  done: 'ideas.card.kept',
} as const;

const Quoted = ({ words }: { words: string }) =>
  words === '' ? null : (
    <div className={css.quoted}>
      <Markdown>{words}</Markdown>
    </div>
  );

const mains: readonly WindowAct[] = ['decide', 'commit', 'appoint'];
const others: readonly WindowAct[] = ['decline', 'complete', 'edit', 'withdraw'];

function Acts({ idea }: { idea: Idea }) {
  const { t } = useWords();
  const [open, setOpen] = useState<WindowAct | null>(null);
  const may = (act: IdeaAct) => idea.can.includes(act);
  const main = mains.find(may);
  const rest = others.filter(may);
  const [second, ...more] = rest;
  if (!main && !second) return null;
  return (
    <div className={css.acts}>
      {main && (
        <Button weight="main" wide onClick={() => setOpen(main)}>
          {t(`ideas.act.${main}`)}
        </Button>
      )}
      <div className={css.others}>
        {second && (
          <Button weight={main ? 'quiet' : 'soft'} onClick={() => setOpen(second)}>
            {t(`ideas.act.${second}`)}
          </Button>
        )}
        {more.length > 0 && (
          <Menu label={t('ideas.more')} dots>
            {more.map((act) => (
              <MenuAct key={act} danger={act === 'withdraw'} onAct={() => setOpen(act)}>
                {t(`ideas.act.${act}`)}
              </MenuAct>
            ))}
          </Menu>
        )}
      </div>
      {open && <ActWindow idea={idea} act={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

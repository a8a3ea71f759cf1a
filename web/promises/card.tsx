// The one card of the page: the promise as it stands, and the next act of this reader.
import { Suspense, useState } from 'react';
import type { PromiseWhole } from '../../contract/promises.ts';
import { AtRisk } from '../notices/notices.tsx';
import { useNow } from '../platform/now.ts';
import { useMe } from '../platform/session.tsx';
import { capital, whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Menu, MenuAct } from '../ui/menu.tsx';
import { Card } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ActWindow } from './act-window.tsx';
import { AskInstead } from './ask-instead.tsx';
import { Facts } from './facts.tsx';
import { offersOf, waitsForMe, type Act } from './offers.ts';
import css from './promises.module.css';
import { StateTag } from './rows.tsx';
import { useTap } from './tap.ts';

export function PromiseCard({ promise }: { promise: PromiseWhole }) {
  const [act, setAct] = useState<Act | null>(null);
  const running = promise.state === 'open';
  return (
    <Card>
      <div className={css.card} data-after-act tabIndex={-1}>
        {running ? (
          <RunningHead promise={promise} />
        ) : promise.outcome ? (
          <EndedHead promise={promise} outcome={promise.outcome} />
        ) : (
          <DeliveredHead promise={promise} />
        )}
        {running && (!promise.proposal || waitsForMe(promise)) && (
          <div>
            <StateTag promise={promise} />
          </div>
        )}
        <Facts promise={promise} />
        {promise.risk && promise.can.includes('renegotiate') && (
          <Suspense>
            <AtRisk promise={promise.id} known={promise} />
          </Suspense>
        )}
        <AskInstead promise={promise} />
        <Acts promise={promise} onOpen={setAct} />
      </div>
      {act && <ActWindow promise={promise} act={act} onClose={() => setAct(null)} />}
    </Card>
  );
}

/** The time that counts, or the one that is asked for. */
function RunningHead({ promise }: { promise: PromiseWhole }) {
  const { t } = useWords();
  const me = useMe();
  const { proposal } = promise;
  const asks = proposal?.by === 'promiser' ? promise.by : promise.to;
  return (
    <h2 className={promise.overdue && !proposal ? css.missed : undefined}>
      <RelativeTime at={proposal?.due ?? promise.due} show="when" />
      <small>
        {proposal ? (
          t('promises.card.newTime', { mine: asks.id === me.id ? 'yes' : 'no', name: asks.name })
        ) : (
          <RelativeTime at={promise.due} show="distance" />
        )}
      </small>
    </h2>
  );
}

/** Whose word is waited for. */
function DeliveredHead({ promise }: { promise: PromiseWhole }) {
  const { t } = useWords();
  return promise.can.includes('conclude') ? (
    <h2>
      {t('promises.card.yourWord')}
      <small>{t('promises.card.saysDone', promise.by)}</small>
    </h2>
  ) : (
    <h2>
      {t('promises.card.delivered')}
      <small>{t('promises.card.theirWord', promise.to)}</small>
    </h2>
  );
}

function EndedHead({ promise, outcome }: { promise: PromiseWhole; outcome: NonNullable<PromiseWhole['outcome']> }) {
  const { t } = useWords();
  return (
    <h2 className={outcome === 'missed' || outcome === 'revoked' ? css.missed : undefined}>
      {t(`promises.outcome.${outcome}`)}
      <small>
        <RelativeTime at={promise.endedAt ?? promise.due} />
      </small>
    </h2>
  );
}

function Acts({ promise, onOpen }: { promise: PromiseWhole; onOpen: (act: Act) => void }) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const tap = useTap(promise);
  const { main, others, rare } = offersOf(promise);
  const when = (at: string) => whenInWords(new Date(at), now, words);
  const called = (act: Act) =>
    act === 'fine'
      ? capital(t('promises.act.fine', { when: when(promise.proposal?.due ?? promise.due) }), words.locale)
      : act === 'hold'
        ? t('promises.act.hold', { when: when(promise.due) })
        : t(`promises.act.${act}`);
  const start = (act: Act) => (tap.says(act) ? void tap.send(act) : onOpen(act));
  if (!main && others.length === 0 && rare.length === 0) return null;
  return (
    <div className={css.acts}>
      {main && (
        <Button weight={promise.suggestedDue ? 'soft' : 'main'} wide pending={tap.pending} onClick={() => start(main)}>
          {called(main)}
        </Button>
      )}
      <div className={css.others}>
        {others.map((act) => (
          <Button key={act} weight="soft" pending={!main && tap.pending} onClick={() => start(act)}>
            {called(act)}
          </Button>
        ))}
        {rare.length > 0 && (
          <Menu label={t('promises.act.more')}>
            {rare.map((act) => (
              <MenuAct key={act} onAct={() => start(act)}>
                {called(act)}
              </MenuAct>
            ))}
          </Menu>
        )}
      </div>
      {tap.refusal && <p role="alert">{tap.refusal}</p>}
    </div>
  );
}

// The one card of the page: the promise as it stands, and the next act of this reader. What it says in each state: card-words.tsx.
import { Suspense } from 'react';
import type { Request } from '../../contract/requests.ts';
import { AtRisk } from '../notices/notices.tsx';
import { useNow } from '../platform/now.ts';
import { useMe } from '../platform/session.tsx';
import { whenInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/page.tsx';
import { Folding } from '../ui/row.tsx';
import { MoreActs, useActs } from './acts.tsx';
import { CardWords } from './card-words.tsx';
import { offersOf, type Act } from './offers.ts';
import css from './promise-card.module.css';

export function PromiseCard({ request }: { request: Request }) {
  return (
    <Card>
      <div className={css.card} data-after-act tabIndex={-1}>
        <div key={request.state} className={css.words}>
          <CardWords request={request} />
        </div>
        {request.promise?.risk && request.can.includes('renegotiate') && (
          <Suspense>
            <div className={css.risk}>
              <AtRisk promise={request.promise.id} known={request.promise} />
            </div>
          </Suspense>
        )}
        {/* A kept promise folds away: what could be done about it goes, what was said stays. */}
        <Folding
          gone={request.state === 'closed' && !request.can.some((move) => move === 'reopen' || move === 'rateAsk')}
        >
          <CardActs request={request} />
        </Folding>
      </div>
    </Card>
  );
}

function CardActs({ request }: { request: Request }) {
  const words = useWords();
  const { t } = words;
  const me = useMe();
  const now = useNow();
  const { start, underWay } = useActs();
  const { main, others, rare } = offersOf(request);
  const asks = request.requester.id === me.id || request.askedBy?.id === me.id;
  const open = request.stage === 'opening' || request.stage === 'serving';
  // Whoever waits can always say a word; that is their next act.
  const news = !main && asks && open && request.can.includes('message');
  const shown = others.slice(0, 2);
  const kept = [...others.slice(2), ...rare];
  const more = kept.length > 0 && (
    <span className={css.more}>
      <MoreActs request={request} acts={kept} />
    </span>
  );
  // Two times are on the card: the buttons say which one they mean.
  const when = (at: string | null) => (at ? whenInWords(new Date(at), now, words) : '');
  const called = (act: Act) =>
    act === 'acceptNewTime'
      ? t('requests.card.fine', { when: when(request.proposedDue) })
      : act === 'holdToTime'
        ? t('requests.card.hold', { when: when(request.due) })
        : t(`requests.act.${act}`);
  return (
    <div className={css.acts}>
      <div className={css.first}>
        {main && (
          <Button
            weight={request.promise?.suggestedDue ? 'soft' : 'main'}
            wide
            pending={underWay === request.id}
            onClick={() => start(request, main)}
          >
            {called(main)}
          </Button>
        )}
        {news && (
          <Button weight={request.promise ? 'main' : 'soft'} wide onClick={beginToWrite}>
            {t(request.promise ? 'requests.act.news' : 'requests.act.add')}
          </Button>
        )}
        {(main || news) && more}
      </div>
      {shown.length > 0 && (
        <div className={css.others}>
          {shown.map((act) => (
            <Button
              key={act}
              weight={main ? 'quiet' : 'soft'}
              pending={!main && underWay === request.id}
              onClick={() => start(request, act)}
            >
              {called(act)}
            </Button>
          ))}
          {!main && !news && more}
        </div>
      )}
    </div>
  );
}

/** Puts the caret where one writes. */
function beginToWrite(): void {
  const area = document.querySelector<HTMLTextAreaElement>('#write textarea');
  area?.focus({ preventScroll: true });
  area?.scrollIntoView({ block: 'center' });
}

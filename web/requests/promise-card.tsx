// The one card of the page: the promise as it stands, and the next act of this reader. What it says in each state: card-words.tsx.
import type { Request } from '../../contract/requests.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/page.tsx';
import { Folding } from '../ui/row.tsx';
import { MoreActs, useActs } from './acts.tsx';
import { CardWords } from './card-words.tsx';
import { offersOf } from './offers.ts';
import css from './promise-card.module.css';

export function PromiseCard({ request }: { request: Request }) {
  return (
    <Card>
      <div className={css.card}>
        <div key={request.state} className={css.words}>
          <CardWords request={request} />
        </div>
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
  const { t } = useWords();
  const me = useMe();
  const { start, underWay } = useActs();
  const { main, others, rare } = offersOf(request);
  const asks = request.requester.id === me.id || request.askedBy?.id === me.id;
  const open = request.stage === 'opening' || request.stage === 'serving';
  // Whoever waits can always say a word; that is their next act.
  const news = !main && asks && open && request.can.includes('message');
  const shown = others.slice(0, 2);
  const kept = [...others.slice(2), ...rare];
  return (
    <div className={css.acts}>
      {main && (
        <Button weight="main" wide pending={underWay === request.id} onClick={() => start(request, main)}>
          {t(`requests.act.${main}`)}
        </Button>
      )}
      {news && (
        <Button weight={request.promise ? 'main' : 'soft'} wide onClick={beginToWrite}>
          {t(request.promise ? 'requests.act.news' : 'requests.act.add')}
        </Button>
      )}
      {(shown.length > 0 || kept.length > 0) && (
        <div className={css.others}>
          {shown.map((act) => (
            <Button
              key={act}
              weight={main ? 'quiet' : 'soft'}
              pending={!main && underWay === request.id}
              onClick={() => start(request, act)}
            >
              {t(`requests.act.${act}`)}
            </Button>
          ))}
          {kept.length > 0 && (
            <span className={css.more}>
              <MoreActs request={request} acts={kept} />
            </span>
          )}
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

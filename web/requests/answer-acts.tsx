// The acts of an ask that nobody has answered: first a hello by name, then a promise, the rest in a menu.
import type { RequestRow } from '../../contract/requests.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { MoreActs, RowActs, useActs } from './acts.tsx';
import { offersOf, type Act } from './offers.ts';

/** For any request; where there is no hello to say, the usual acts. */
export function AnswerActs({ request, most = 1 }: { request: RequestRow; most?: number }) {
  const { t } = useWords();
  const { start } = useActs();
  if (!request.can.includes('greet')) return <RowActs request={request} most={most} />;
  const { main, others, rare } = offersOf(request);
  const all: Act[] = [...(main ? [main] : []), ...others, ...rare];
  const rest = all.filter((act) => act !== 'greet' && act !== 'promise');
  return (
    <>
      <Button weight={request.ungreeted ? 'main' : 'soft'} onClick={() => start(request, 'greet')}>
        {t('requests.act.greet')}
      </Button>
      {all.includes('promise') && (
        <Button weight="quiet" onClick={() => start(request, 'promise')}>
          {t('requests.act.promise')}
        </Button>
      )}
      {rest.length > 0 && <MoreActs request={request} acts={rest} />}
    </>
  );
}

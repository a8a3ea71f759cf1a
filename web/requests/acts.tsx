// Making moves from wherever a request is shown: `<ActsHost>` around a page, `<RowActs>` or `useActs()` inside. Their windows: act-window.tsx.
import { createContext, lazy, Suspense, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request, RequestRow } from '../../contract/requests.ts';
import { goOnFromAct } from '../platform/after-act.ts';
import { call, newKey, problemOf, type Problem } from '../platform/api.ts';
import { useWords } from '../platform/words.tsx';
import { Button, type Weight } from '../ui/button.tsx';
import { Menu, MenuAct } from '../ui/menu.tsx';
import { toast } from '../ui/toast.tsx';
import { firstName } from './names.ts';
import { freshen, settle } from './fresh.ts';
import { offersOf, presses, type Act } from './offers.ts';

// The forms are many; a list does not wait for them.
const ActWindow = lazy(() => import('./act-window.tsx'));

type Acts = {
  /** Does an act: at once where one tap says it all, else in its window. */
  start: (request: RequestRow, act: Act) => void;
  /** The request whose one-tap act is under way, or null. */
  underWay: string | null;
};

const ActsContext = createContext<Acts | null>(null);

/** How to act on requests; only inside `<ActsHost>`. */
export function useActs(): Acts {
  const acts = use(ActsContext);
  if (!acts) throw new Error('useActs needs an ActsHost above it');
  return acts;
}

/** Around a page that shows requests: holds the window of the act that was begun, even when its row goes away meanwhile. */
export function ActsHost({ children, onDone }: { children: ReactNode; onDone?: (request: Request, act: Act) => void }) {
  const [open, setOpen] = useState<{ request: RequestRow; act: Act } | null>(null);
  const [underWay, setUnderWay] = useState<string | null>(null);
  const said = useSaid();
  const done = useCallback(
    (request: Request, act: Act) => {
      settle(request);
      said(request, act);
      onDone?.(request, act);
      goOnFromAct();
    },
    [said, onDone],
  );
  const start = useCallback(
    (request: RequestRow, act: Act) => {
      const tap = oneTap(request, act);
      if (!tap) return setOpen({ request, act });
      setUnderWay(request.id);
      void tap()
        .then((answer) => done(answer, act))
        .catch((error: unknown) => said(request, act, problemOf(error)))
        .finally(() => setUnderWay(null));
    },
    [done, said],
  );
  const value = useMemo(() => ({ start, underWay }), [start, underWay]);
  return (
    <ActsContext value={value}>
      {children}
      <Suspense fallback={null}>
        {open && (
          <ActWindow
            key={`${open.request.id} ${open.act}`}
            request={open.request}
            act={open.act}
            onClose={() => {
              setOpen(null);
              goOnFromAct();
            }}
            onDone={(answer) => {
              setOpen(null);
              done(answer, open.act);
            }}
          />
        )}
      </Suspense>
    </ActsContext>
  );
}

/** Acts that need no more words. They name the version that was seen, so that nobody agrees to what they have not read. */
function oneTap(request: RequestRow, act: Act): (() => Promise<Request>) | null {
  const sent = { params: { id: request.id }, ifMatch: request.version };
  const manner = { key: newKey() };
  if (act === 'acceptCounter') return () => call(requestsApi.acceptCounter, { ...sent, body: {} }, manner);
  if (act === 'takeBackCounter') return () => call(requestsApi.takeBackCounter, sent, manner);
  if (act === 'takeBackNewTime') return () => call(requestsApi.takeBackRequestRenegotiation, sent, manner);
  if (act === 'acceptNewTime')
    return () => call(requestsApi.answerRequestRenegotiation, { ...sent, body: { answer: 'accept' } }, manner);
  return null;
}

/** Tells what was done, or why not. */
function useSaid() {
  const { t } = useWords();
  return useCallback(
    (request: RequestRow, act: Act, problem: Problem | null = null) => {
      if (!problem) return toast(t(`requests.done.${act}`, { name: firstName(otherSide(request, act)) }));
      freshen(request.id);
      toast(problem.detail || t('ui.problem.offline'), { kind: 'bad' });
    },
    [t],
  );
}

const asksSide: readonly Act[] = [
  'acceptCounter',
  'askAgain',
  'acceptNewTime',
  'holdToTime',
  'release',
  'accept',
  'return',
];

/** Whom the act speaks to. */
const otherSide = (request: RequestRow, act: Act): { name: string } =>
  asksSide.includes(act)
    ? (request.provider ?? request.person ?? request.team ?? request.requester)
    : request.requester;

/** Seldom wanted where requests stand in rows. */
const inMenu: readonly Act[] = ['takeBackNewTime', 'rateAsk', 'reopen'];

/** The acts of a row: the main one first, one or two more, the rest in a menu. Nothing when nothing is to be done. */
export function RowActs({ request, most = 2 }: { request: RequestRow; most?: number }) {
  const { t } = useWords();
  const { start, underWay } = useActs();
  const { main, others, rare } = offersOf(request);
  const shown = [...(main ? [main] : []), ...others.filter((act) => !inMenu.includes(act))].slice(0, most);
  const kept = [...others, ...rare].filter((act) => !shown.includes(act));
  if (shown.length === 0 && kept.length === 0) return null;
  const weightOf = (index: number): Weight => (index > 0 ? 'quiet' : presses(request) ? 'main' : 'soft');
  return (
    <>
      {shown.map((act, index) => (
        <Button
          key={act}
          weight={weightOf(index)}
          pending={index === 0 && underWay === request.id}
          onClick={() => start(request, act)}
        >
          {t(`requests.act.${act}`)}
        </Button>
      ))}
      {kept.length > 0 && <MoreActs request={request} acts={kept} />}
    </>
  );
}

/** Seldom acts, behind three dots. */
export function MoreActs({ request, acts }: { request: RequestRow; acts: readonly Act[] }) {
  const { t } = useWords();
  const { start } = useActs();
  return (
    <Menu label={t('requests.act.more', { title: request.title })} dots>
      {acts.map((act) => (
        <MenuAct
          key={act}
          danger={act === 'withdraw' || act === 'revoke' || act === 'decline'}
          onAct={() => start(request, act)}
        >
          {t(`requests.act.${act}`)}
        </MenuAct>
      ))}
    </Menu>
  );
}

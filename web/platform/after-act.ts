// Where the keyboard goes on once an act is done and the button that was pressed may be gone with it.

/** What came of acts on this page is marked `data-after-act` and can be focused; where nothing is, the heading is. */
function catchFocus(): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const next = document.querySelector<HTMLElement>('[data-after-act]') ?? document.querySelector<HTMLElement>('h1');
  next?.focus({ preventScroll: true });
}

/** After an act, or a window that was closed: unless something else has the focus by then, what came of it gets it. */
export const goOnFromAct = (): void => void setTimeout(() => typeof document !== 'undefined' && catchFocus(), 100);

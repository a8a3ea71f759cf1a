// The number of unread notices before the tab's title, whatever page sets that title: "(2) Today · Goodturn".
import { useEffect } from 'react';

const counted = /^\(\d+\+?\) /;

/** The title with the count before it, or without one. */
export const titleWith = (title: string, count: number): string =>
  `${count > 0 ? `(${count > 99 ? '99+' : count}) ` : ''}${title.replace(counted, '')}`;

/** Keeps the count in the title while pages come and go. */
export function useCountInTitle(count: number): void {
  useEffect(() => {
    const put = () => {
      const wanted = titleWith(document.title, count);
      if (document.title !== wanted) document.title = wanted;
    };
    put();
    const watcher = new MutationObserver(put);
    watcher.observe(document.head, { subtree: true, childList: true, characterData: true });
    return () => {
      watcher.disconnect();
      document.title = titleWith(document.title, 0);
    };
  }, [count]);
}

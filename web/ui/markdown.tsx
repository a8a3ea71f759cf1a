// What people wrote, shown with its few marks. Mentions go to the person's page without leaving the app.
import { useRouter } from '@tanstack/react-router';
import { useMemo, type MouseEvent } from 'react';
import { htmlOf } from './markdown-html.ts';
import css from './markdown.module.css';

/** `<Markdown>{message.words}</Markdown>` */
export function Markdown({ children }: { children: string }) {
  const router = useRouter();
  const html = useMemo(() => ({ __html: htmlOf(children) }), [children]);
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a');
    const path = link?.getAttribute('href') ?? '';
    if (!path.startsWith('/') || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void router.navigate({ to: path });
  };
  // The links inside are what is pressed; the box only hears of it.
  return <div className={css.words} dir="auto" onClickCapture={follow} dangerouslySetInnerHTML={html} />;
}

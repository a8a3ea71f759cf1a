// A textarea as tall as its words, where the browser does not do that by itself (`field-sizing: content`).
import { useCallback, useLayoutEffect, useRef } from 'react';

const byItself = typeof CSS !== 'undefined' && CSS.supports?.('field-sizing', 'content');

/** A ref for the textarea; `value` is its text when controlled. */
export function useGrowing(value: unknown) {
  const area = useRef<HTMLTextAreaElement | null>(null);
  useLayoutEffect(() => {
    if (area.current) fit(area.current);
  }, [value]);
  return useCallback((element: HTMLTextAreaElement | null) => {
    area.current = element;
    if (!element) return;
    const onInput = () => fit(element);
    element.addEventListener('input', onInput);
    return () => element.removeEventListener('input', onInput);
  }, []);
}

function fit(area: HTMLTextAreaElement): void {
  if (byItself) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

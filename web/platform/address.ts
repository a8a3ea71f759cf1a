// The parts of the page's address that pages use: parameters, search words, and going elsewhere.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';

/** A parameter of the path: `useParam('id')` on `/requests/$id`. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const value = params[name];
  if (value === undefined) throw new Error(`no $${name} in this page's path`);
  return value;
}

/** One word after the "?", and how to change it: `const [state, setState] = useSearchParam('state')`; an empty string removes it. */
export function useSearchParam(name: string): [string, (value: string) => void] {
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (value: string) =>
    void navigate({
      to: '.',
      search: (old: Record<string, string | undefined>) => ({ ...old, [name]: value || undefined }),
      replace: true,
      resetScroll: false,
    });
  return [search[name] ?? '', set];
}

/** Goes to another page, with search words if the address has them: `const go = useGo(); go('/ask?title=…')`. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate();
  return (to) => void navigate({ href: to });
}

/** Search words are plain strings both ways. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
export function stringifySearch(search: Record<string, unknown>): string {
  const words = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(words.map(([name, value]) => [name, String(value)])).toString();
  return text ? `?${text}` : '';
}

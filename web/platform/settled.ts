// What was typed, once the fingers rest.
import { useEffect, useState } from 'react';

/** Follows `value` after `ms` without a change; an empty value at once. */
export function useSettled(value: string, ms = 120): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

// Places in a page that later capabilities fill, so that no page needs to know who comes after it.
import { createContext, createElement, Suspense, use, type ComponentType } from 'react';
import type { Capability, Slots } from './capability.ts';

/** All capabilities; the shell provides them. */
export const Capabilities = createContext<readonly Capability[]>([]);

/** Everything that belongs in this place, in the order of the capabilities: `<Slot of="team" team={team} />`. */
export function Slot<S extends keyof Slots>({ of, ...given }: { of: S } & Slots[S]) {
  const fills = use(Capabilities).flatMap((one) => one.fills?.[of] ?? []) as ComponentType<Slots[S]>[];
  return (
    <Suspense fallback={null}>
      {fills.map((Fill, index) => createElement(Fill, { key: index, ...(given as unknown as Slots[S]) }))}
    </Suspense>
  );
}

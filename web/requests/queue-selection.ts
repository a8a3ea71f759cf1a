// Which row the keyboard is on, and which are selected. Pure: every change is a function of the rows as they are shown.
export type Selection = {
  /** The row the keyboard is on. */
  at: string | null;
  /** Where an extended selection begins. */
  from: string | null;
  picked: ReadonlySet<string>;
};

export const nothingSelected: Selection = { at: null, from: null, picked: new Set() };

/** One row on (`step` 1) or back (-1), staying inside; from nowhere, to the first or the last. */
export function step(selection: Selection, ids: readonly string[], by: 1 | -1): Selection {
  const place = selection.at === null ? -1 : ids.indexOf(selection.at);
  const next = place === -1 ? (by === 1 ? 0 : ids.length - 1) : Math.min(Math.max(place + by, 0), ids.length - 1);
  return { ...selection, at: ids[next] ?? null, from: null };
}

/** Like `step`, and everything between where that began and where it is now is selected. */
export function extend(selection: Selection, ids: readonly string[], by: 1 | -1): Selection {
  const from = selection.from ?? selection.at ?? ids[0] ?? null;
  const { at } = step(selection, ids, by);
  if (from === null || at === null) return selection;
  return { at, from, picked: new Set([...selection.picked, ...between(ids, from, at)]) };
}

/** Selects the row or lets it go. */
export function toggle(selection: Selection, id: string): Selection {
  const picked = new Set(selection.picked);
  if (!picked.delete(id)) picked.add(id);
  return { at: id, from: null, picked };
}

/** Everything from the row last touched to this one: a click with Shift. */
export const reach = (selection: Selection, ids: readonly string[], id: string): Selection => ({
  at: id,
  from: selection.at,
  picked: new Set([...selection.picked, ...between(ids, selection.at ?? id, id)]),
});

function between(ids: readonly string[], one: string, other: string): string[] {
  const [first, last] = [ids.indexOf(one), ids.indexOf(other)].toSorted((a, b) => a - b);
  return first === undefined || last === undefined || first < 0 ? [other] : ids.slice(first, last + 1);
}

/** After the rows have changed: what is gone is selected no more, and the keyboard is on the next row that stayed. */
export function keepPlace(selection: Selection, before: readonly string[], now: readonly string[]): Selection {
  const here = new Set(now);
  const picked = [...selection.picked].filter((id) => here.has(id));
  const { at } = selection;
  const from = selection.from !== null && here.has(selection.from) ? selection.from : null;
  if (at === null || here.has(at)) return { at, from, picked: new Set(picked) };
  const place = before.indexOf(at);
  const after = before.slice(place + 1).find((id) => here.has(id));
  const earlier = before.slice(0, Math.max(place, 0)).findLast((id) => here.has(id));
  return { at: after ?? earlier ?? null, from, picked: new Set(picked) };
}

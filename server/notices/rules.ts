// Which notices are worth writing: pure.

/** Nobody is told of their own act, and of one occasion everybody is told once: the first of two wins. */
export function worthTelling<N extends { to: string; actor: string | null; dedupe: string }>(
  notices: readonly N[],
): N[] {
  const told = new Set<string>();
  return notices.filter(({ to, actor, dedupe }) => {
    const occasion = `${to} ${dedupe}`;
    if (to === actor || told.has(occasion)) return false;
    told.add(occasion);
    return true;
  });
}

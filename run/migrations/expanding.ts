// Which statements of a migration would stop the process of the release before: it still reads and writes what it knows.

/** Forms that leave all of the old alone, each as a plain statement in lower case; what is none of them is held back. */
const harmless = [
  /^create table /,
  /^create (unique )?index (concurrently )?(if not exists )?\w+ on /,
  /^create (or replace )?function /,
  /^create extension if not exists /,
  /^drop index concurrently if exists /,
  /^insert into /,
  /^alter table \w+ alter column \w+ (set (storage|statistics|default)|drop default|drop not null)/,
  /^alter table \w+ drop constraint /,
  /^alter table \w+ validate constraint /,
  // Rights to history are taken away on the day that its table is made.
  /^do \$\$ begin execute format\('revoke update, delete, truncate on /,
  /^revoke update, delete, truncate on \w+ from public/,
];
const added = /^alter table (?:if exists )?(\w+)((?: ?,? ?add column (?:if not exists )?\w+ [^;]*)+);$/;

/**
 * @param statements of one migration, plainly
 * @param old the tables that the release before knows
 * @returns one sentence for each statement that does more than widen the schema
 */
export function narrowings(statements: readonly string[], old: ReadonlySet<string>): string[] {
  return statements
    .map((one) => one.toLowerCase())
    .flatMap((one) => {
      const columns = added.exec(one);
      if (columns) {
        const full = /\bnot null\b/.test(columns[2] ?? '') && !/\bdefault\b/.test(columns[2] ?? '');
        return full && old.has(columns[1] ?? '') ? [`asks old writers for a value that they do not know: ${one}`] : [];
      }
      const index = /^create unique index .* on (\w+)/.exec(one);
      if (index && old.has(index[1] ?? '')) return [`refuses what old writers may write: ${one}`];
      const slow = /^create index (?!concurrently).* on (\w+)/.exec(one);
      if (slow && old.has(slow[1] ?? '')) return [`stops all writing while it is built; build it concurrently: ${one}`];
      return harmless.some((form) => form.test(one)) ? [] : [`does more than widen: ${one}`];
    });
}

// Who may know whom: the rules of ARCHITECTURE.md as one function over the sources. The linter holds some of them too; both fail closed.
import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';

/** Path from the root, with slashes, to content. */
export type Sources = ReadonlyMap<string, string>;

type File = { path: string; text: string; imports: Import[]; test: boolean };
type Import = { from: string; /** The path from the root, or undefined for a library. */ to: string | undefined };
type Rule = (file: File, order: readonly string[]) => string[];

/** @returns one sentence for each violation; none when the sources keep all rules. */
export function violations(sources: Sources): string[] {
  const files = [...sources].filter(([path]) => /\.(ts|tsx|mjs)$/.test(path)).map(([path, text]) => read(path, text));
  const order = orderOf(files);
  return [
    ...emptiness(files, order),
    ...strangers(files, order),
    ...files.flatMap((file) => rules.flatMap((rule) => rule(file, order))),
  ];
}

/** The capabilities, in the order in which server/app.ts first names them: each may know those before it. */
function orderOf(files: readonly File[]): string[] {
  const app = files.find(({ path }) => path === 'server/app.ts');
  const homes = (app?.imports ?? [])
    .map(({ to }) => homeOf(to))
    .filter((home) => home !== undefined && home !== 'platform');
  return [...new Set(homes)] as string[];
}

/** A check that sees nothing must not pass. */
function emptiness(files: readonly File[], order: readonly string[]): string[] {
  const roots = ['contract/', 'server/', 'web/'].filter((root) => !files.some(({ path }) => path.startsWith(root)));
  return [
    ...roots.map((root) => `${root} has no files: the check looks in the wrong place.`),
    ...(order.length === 0 ? ['server/app.ts names no capability: the check looks in the wrong place.'] : []),
  ];
}

function strangers(files: readonly File[], order: readonly string[]): string[] {
  const homes = new Set(files.filter(({ path }) => path.startsWith('server/')).map(({ path }) => homeOf(path)));
  return [...homes]
    .filter((home) => home !== undefined && home !== 'platform' && !order.includes(home))
    .map((home) => `server/${home} is not in server/app.ts: a new capability takes its place in the order there.`);
}

// What is started by itself speaks to whoever started it.
const programs = ['main', 'openapi', 'backup', 'restore'].map((name) => `server/${name}.ts`);

// The sample company is one story in several homes: its parts may build on each other, and nothing else knows them.
const tellsTheSample = (path: string) => /^server\/(sample\/.*|[^/]+\/(seed|sample-[\w-]+)(\.test)?\.ts)$/.test(path);

const composers = /^(server|web)\/[^/]+$/;
const banned = /(^|\/)(utils?|commons?|helpers?|shared|services?|managers?)\//;

const rules: Rule[] = [
  function opensWithComment({ path, text }) {
    const opens = /^(#!.*\n)?(\/\/|\/\*)/.test(text);
    return opens ? [] : [`${path} does not open with a comment that says what lives there.`];
  },

  function isNamedForWhatItIsAbout({ path }) {
    return banned.test(path)
      ? [`${path} lies in a folder that is named after a kind of code; name it after what it is about.`]
      : [];
  },

  function contractIsAlone({ path, imports, test }) {
    if (!path.startsWith('contract/') || test) return [];
    const strange = imports.filter(({ from, to }) => (to === undefined ? from !== 'zod' : !to.startsWith('contract/')));
    return strange.map(({ from }) => `${path} imports ${from}: the contract knows nothing but zod and itself.`);
  },

  function webAndServerMeetInTheContract({ path, imports }) {
    const other = path.startsWith('web/') ? 'server/' : path.startsWith('server/') ? 'web/' : undefined;
    if (!other) return [];
    const strange = imports.filter(({ to }) => to?.startsWith(other));
    return strange.map(({ from }) => `${path} imports ${from}: web and server meet in the contract only.`);
  },

  function platformKnowsNoCapability({ path, imports, test }, order) {
    const below = /^(server|web)\/(platform|ui)\//.test(path) && !test && path !== 'server/platform/test.ts';
    if (!below) return [];
    const strange = imports.filter(
      ({ to }) => order.includes(homeOf(to) ?? '') || to === 'server/app.ts' || to === 'web/app.tsx',
    );
    return strange.map(({ from }) => `${path} imports ${from}: the platform knows no capability.`);
  },

  function entersByTheDoor({ path, imports, test }) {
    const home = homeOf(path);
    if (home === undefined || composers.test(path)) return [];
    const strange = imports.filter(({ to }) => {
      const theirs = homeOf(to);
      if (to === undefined || theirs === undefined || ['platform', 'ui', home].includes(theirs)) return false;
      const doors = [
        `server/${theirs}/${theirs}.ts`,
        `web/${theirs}/${theirs}.tsx`,
        ...(test ? [`server/${theirs}/for-tests.ts`] : []),
      ];
      return !doors.includes(to) && !(tellsTheSample(path) && tellsTheSample(to));
    });
    return strange.map(({ from }) => `${path} imports ${from}: a capability is entered by its front door only.`);
  },

  function knowsOnlyThoseBefore({ path, imports, test }, order) {
    const place = order.indexOf(homeOf(path) ?? '');
    if (!path.startsWith('server/') || test || place < 0) return [];
    const strange = imports.filter(({ to }) => to?.startsWith('server/') && order.indexOf(homeOf(to) ?? '') > place);
    return strange.map(
      ({ from }) => `${path} imports ${from}: it stands later in server/app.ts; listen to its events instead.`,
    );
  },

  function isComposedOnlyAtTheTop({ path, imports, test }) {
    if (test || !/^(server|web)\/[^/]+\//.test(path) || path === 'server/platform/test.ts') return [];
    const strange = imports.filter(
      ({ to }) => to !== undefined && (composers.test(to) || to.startsWith('server/proofs/')),
    );
    return strange.map(({ from }) => `${path} imports ${from}: what joins the capabilities is known to none of them.`);
  },

  function rulesArePure({ path, imports }) {
    if (!/^server\/[^/]+\/(.*\.)?(rules|access)\.ts$/.test(path) || homeOf(path) === 'platform') return [];
    const strange = imports.filter(({ to }) => {
      if (to === undefined) return true;
      const own = homeOf(to) === homeOf(path) && /\/(?:[^/]*\.)?(?:rules|access)\.ts$/.test(to);
      return (
        !own &&
        !to.startsWith('contract/') &&
        !/^server\/platform\/(blocks|outcome|statistics|stretches|working-time|who)\.ts$/.test(to)
      );
    });
    return strange.map(({ from }) => `${path} imports ${from}: rules are pure; facts and time are arguments.`);
  },

  function writesOnlyAtHome({ path, text, test }, order) {
    const home = homeOf(path);
    if (!path.startsWith('server/') || test || home === undefined) return [];
    const strange = writtenTables(text).filter((table) => {
      const owner = table.split('_')[0] ?? '';
      return owner !== home && (order.includes(owner) || owner === 'platform');
    });
    return strange.map((table) => `${path} writes ${table}: a table is written only at home.`);
  },

  function saysNothingOnTheConsole({ path, text }) {
    if (!/^(server|web|contract)\//.test(path) || programs.includes(path)) return [];
    return /\bconsole\.\w+\(/.test(text) ? [`${path} writes on the console; only the process itself does that.`] : [];
  },
];

function writtenTables(text: string): string[] {
  const typed = text.matchAll(
    /\.(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*(?:\[\s*)?['"`](?:goodturn\.)?(\w+)/g,
  );
  const plain = text.matchAll(
    /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?"?(?:goodturn"?\."?)?([a-z]+_\w+)/gi,
  );
  return [...new Set([...typed, ...plain].flatMap(([, table]) => table?.toLowerCase() ?? []))];
}

/** The capability (or `platform`, `ui`) that a file belongs to; undefined for files beside the folders and outside web and server. */
function homeOf(path: string | undefined): string | undefined {
  const home = /^(?:server|web)\/([^/]+)\//.exec(path ?? '')?.[1];
  return home === 'migrations' || home === 'proofs' ? undefined : home;
}

function read(path: string, text: string): File {
  const { module, errors } = parseSync(path, text);
  if (errors.some(({ severity }) => severity === 'Error'))
    throw new Error(`${path} cannot be read: ${errors[0]?.message}`);
  const static_ = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  // Covers `await import('x')` and the type `import('x').Y` alike.
  const inline = [...text.matchAll(/\bimport\(\s*['"`]([^'"`$]+)['"`]/g)].flatMap(([, from]) => from ?? []);
  const imports = [...new Set([...static_, ...inline])].map((from) => ({
    from,
    to: from.startsWith('.') ? posix.join(posix.dirname(path), from) : undefined,
  }));
  return { path, text, imports, test: /(\.test\.tsx?|\/for-tests\.ts)$|^server\/proofs\//.test(path) };
}

// `npm run openapi`: writes openapi.json, the interface as programs know it, from the contracts alone. A test holds it to what is served.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from '../contract/route.ts';
import { describe } from './platform/openapi.ts';

const folder = join(import.meta.dirname, '../contract');
const contracts = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .toSorted();

/** Every operation that a contract names, once: an export whose name ends in `Api` is one. */
const operations = new Map<string, Api[string]>();
for (const name of contracts) {
  const exported = (await import(join(folder, name))) as Record<string, unknown>;
  for (const [key, api] of Object.entries(exported))
    if (key.endsWith('Api')) for (const [id, route] of Object.entries(api as Api)) operations.set(id, route);
}

export const file = join(import.meta.dirname, '../openapi.json');

/** The document as it stands in the file. */
export const openapi = (): string =>
  `${JSON.stringify(describe([[...operations].map(([id, route]) => ({ id, route }))]), null, 2)}\n`;

if (import.meta.main) {
  writeFileSync(file, openapi());
  console.log(`Wrote ${file}`);
}

// `npm run journeys`: tells every story in journeys/*.journey.ts, or only those whose name holds the given words.
// The last line is the sum as JSON, for `npm test`.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { build, isStale } from '../run/build.mjs';
import { openChromium } from './chromium.ts';
import { openDatabases } from './databases.ts';
import { tell, type Journey } from './journey.ts';

const wanted = process.argv.slice(2).join(' ').toLowerCase();
const sum = { passed: 0, failed: 0 };

const files = globSync('*.journey.ts', { cwd: import.meta.dirname }).toSorted();
const journeys: Journey[] = [];
for (const file of files) {
  const { default: told } = (await import(join(import.meta.dirname, file))) as { default: Journey[] };
  journeys.push(...told.filter(({ name }) => name.toLowerCase().includes(wanted)));
}

if (isStale() && !(await build(process.execPath))) throw new Error('The web app could not be built.');
const browser = await openChromium();
const databases = await openDatabases();
// Three at a time: each has a house of its own, and most of a story is waiting.
const waiting = journeys.toSorted((one, other) => Number(other.long ?? false) - Number(one.long ?? false));
const lane = async () => {
  for (let journey = waiting.shift(); journey; journey = waiting.shift()) {
    const began = Date.now();
    const faults = await tell(journey, browser, databases).catch((error: unknown) => [String(error)]);
    sum[faults.length === 0 ? 'passed' : 'failed']++;
    console.log(`${faults.length === 0 ? '✓' : '✗'} ${journey.name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    for (const fault of faults) console.log(`  ${fault.replaceAll('\n', '\n  ')}`);
  }
};
await Promise.all([lane(), lane(), lane()]);
await browser.close();
await databases.close();
// No story told is no story that went well.
if (journeys.length === 0) {
  console.log(wanted ? `No journey holds "${wanted}".` : 'There are no journeys.');
  sum.failed++;
}
console.log(JSON.stringify(sum));
process.exitCode = sum.failed === 0 ? 0 : 1;

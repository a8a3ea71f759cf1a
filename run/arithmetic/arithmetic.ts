// `npm run arithmetic -- --cases N [--seed S]`: working time reckoned twice, quickly and minute by minute, and where the two differ.
import { parseArgs } from 'node:util';
import { disagreements } from './agree.ts';
import { caseOf, countries, zones } from './cases.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '10000' }, seed: { type: 'string' } },
});
const wanted = Number(values.cases);
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
if (!Number.isInteger(wanted) || wanted < 1 || !Number.isInteger(seed)) {
  console.error('npm run arithmetic -- --cases N [--seed S]: both are whole numbers.');
  process.exit(2);
}

const began = performance.now();
const seen = { zones: new Set<string>(), nearClockChange: 0, holidays: 0, exceptions: 0 };
const wrong = new Map<string, number>();
console.log(`seed ${seed}`);
for (let index = 0; index < wanted; index++) {
  const each = caseOf(seed + index);
  seen.zones.add(each.calendar.zone);
  seen.nearClockChange += Number(each.nearClockChange);
  seen.holidays += Number(each.calendar.country !== null);
  seen.exceptions += Number(each.calendar.exceptions.length > 0);
  for (const { question, quick, slow } of disagreements(each)) {
    const times = (wrong.get(question) ?? 0) + 1;
    wrong.set(question, times);
    if (times > 5) continue;
    console.log(
      `${question}: ${quick}, counted ${slow}. Again: npm run arithmetic -- --cases 1 --seed ${seed + index}`,
    );
    console.log(`  ${JSON.stringify(each)}`);
  }
  if ((index + 1) % 10_000 === 0) console.log(`${index + 1} cases`);
}
console.log(
  `${wanted} cases in ${seen.zones.size} of ${zones.length} zones: ${seen.nearClockChange} near a clock change, ` +
    `${seen.holidays} with the holidays of ${countries.length} countries, ${seen.exceptions} with days that differ; ` +
    `${Math.round((performance.now() - began) / 1000)} s.`,
);
for (const [question, times] of wrong) console.log(`${question}: ${times} disagreements`);
if (wrong.size === 0) console.log('No disagreement.');
process.exit(wrong.size === 0 ? 0 : 1);

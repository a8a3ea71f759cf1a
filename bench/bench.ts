// `npm run bench`: what people do all day (day.ts), `--plans` the plans of hot queries (plans.ts), `--live` many open streams (live.ts),
// `--anticipation` what is learned of history, and how fast (anticipation.ts; --companies N made-up ones).
// --scale N (requests in the company), --count N (calls a round), --rounds N, --data FOLDER (filled once, used again), --only SCENE,
// --profile FOLDER (of the server), --json FILE; of --live: --open N, --people N, --writes N (a second), --seconds N, --no-kill.
import { parseArgs } from 'node:util';
import { benchAnticipation } from './anticipation.ts';
import { benchDay } from './day.ts';
import { benchLive } from './live.ts';
import { benchPlans } from './plans.ts';
import { openStage } from './stage.ts';

const { values } = parseArgs({
  options: {
    live: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
    anticipation: { type: 'boolean', default: false },
    companies: { type: 'string', default: '0' },
    scale: { type: 'string', default: '20000' },
    count: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '3' },
    data: { type: 'string' },
    only: { type: 'string' },
    profile: { type: 'string' },
    json: { type: 'string' },
    'no-limits': { type: 'boolean', default: false },
    open: { type: 'string', default: '10000' },
    people: { type: 'string', default: '2000' },
    writes: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    'no-kill': { type: 'boolean', default: false },
  },
});
const { data, only, profile, json } = values;
const scale = Number(values.scale);

async function run(): Promise<boolean> {
  if (values.live) {
    const [open, people, writes, seconds] = [values.open, values.people, values.writes, values.seconds].map(Number);
    return benchLive({
      open: open ?? 0,
      people: people ?? 0,
      writes: writes ?? 0,
      seconds: seconds ?? 0,
      kill: !values['no-kill'],
      profile,
    });
  }
  if (values.plans) {
    const stage = await openStage(scale, data, console.log);
    return benchPlans(stage, scale).finally(() => stage.close());
  }
  if (values.anticipation) {
    await benchAnticipation({ scale, data, companies: Number(values.companies) });
    return true;
  }
  const limited = !values['no-limits'];
  await benchDay({
    scale,
    count: Number(values.count),
    rounds: Number(values.rounds),
    data,
    only,
    profile,
    json,
    limited,
  });
  return true;
}

process.exitCode = (await run()) ? 0 : 1;

// The timetable before anything starts by it: times that the jobs can read, else no process begins.
import { parseCronItems } from 'graphile-worker';
import { expect, it } from 'vitest';
import { rounds } from './timetable.ts';

it.each(Object.entries(rounds))('%s comes round at %s', (task, match) => {
  expect(parseCronItems([{ task, match }])).toHaveLength(1);
});

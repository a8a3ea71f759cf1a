// What is read again when a goal, or a request that it counts, has changed; and the time left, each minute.
import { useEffect } from 'react';
import { goalsApi } from '../../contract/goals.ts';
import { onChange } from '../platform/live.ts';
import { invalidate } from '../platform/query.ts';

export const freshen = () =>
  invalidate(goalsApi.getGoal, goalsApi.listGoals, goalsApi.listGoalMisses, goalsApi.listRequestGoals);

const minute = 60_000;
/** For queries of goals: clocks go on though nothing happens. */
export const everyMinute = { refetchInterval: minute } as const;

/** Keeps a page of goals fresh while it is open. */
export const useFresh = () => useEffect(() => onChange('request', () => void freshen()), []);

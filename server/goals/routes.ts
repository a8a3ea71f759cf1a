// Implements contract/goals.ts.
import { goalsApi } from '../../contract/goals.ts';
import { serve, type Served } from '../platform/http.ts';
import type { Who } from '../platform/who.ts';
import { goalsOfRequest } from './about.ts';
import * as goals from './goals.ts';

type Call = { who: Who; params: { id: string }; expected: number | undefined };
const acting = ({ who, params, expected }: Call) => ({ who, id: params.id, expected });

export const goalsRoutes = (): Served =>
  serve(goalsApi, {
    listGoals: ({ tx, who, params, query, now }) => goals.listGoals(tx, who, params.id, query.archived === 'true', now),
    createGoal: ({ tx, who, params, body, now }) => goals.createGoal(tx, who, params.id, body, now),
    getGoal: ({ tx, who, params, now }) => goals.getGoal(tx, who, params.id, now),
    listGoalMisses: ({ tx, who, params, query, now }) => goals.listMisses(tx, who, params.id, query, now),
    listRequestGoals: ({ tx, who, params, now }) => goalsOfRequest(tx, who, params.id, now),
    editGoal: (call) => goals.editGoal(call.tx, acting(call), call.body, call.now),
    archiveGoal: (call) => goals.archiveGoal(call.tx, acting(call), call.now),
    restoreGoal: (call) => goals.restoreGoal(call.tx, acting(call), call.now),
  });

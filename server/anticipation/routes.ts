// Implements contract/anticipation.ts.
import { anticipationApi } from '../../contract/anticipation.ts';
import { serve, type Served } from '../platform/http.ts';
import * as anticipation from './anticipation.ts';

export const anticipationRoutes = (): Served =>
  serve(anticipationApi, {
    listAnticipations: ({ tx, who, params, now }) => anticipation.listAnticipations(tx, who, params.id, now),
    answerAnticipation: ({ tx, who, params, body, now }) =>
      anticipation.answerAnticipation(tx, who, params, body.wanted, now),
    listRequestAnticipations: ({ tx, who, params, now }) =>
      anticipation.listRequestAnticipations(tx, who, params.id, now),
    includeAnticipation: ({ tx, who, params, now }) => anticipation.includeAnticipation(tx, who, params, now),
    answerInclusion: ({ tx, who, params, body, now }) =>
      anticipation.answerInclusion(tx, who, params, body.wanted, now),
  });

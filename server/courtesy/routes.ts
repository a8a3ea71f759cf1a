// Implements contract/courtesy.ts.
import { courtesyApi } from '../../contract/courtesy.ts';
import type { Db } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import type { Who } from '../platform/who.ts';
import * as courtesy from './courtesy.ts';

const asked = ({ tx, who, params, now }: { tx: Db; who: Who; params: { id: string }; now: Date }) => ({
  tx,
  who,
  id: params.id,
  now,
});

export const courtesyRoutes = (): Served =>
  serve(courtesyApi, {
    getTeamStandards: ({ tx, who, params }) => courtesy.teamStandards(tx, who, params.id),
    setTeamStandards: ({ tx, who, params, body, expected, now }) =>
      courtesy.setStandards(tx, who, { id: params.id, expected, ...body }, now),
    getRequestStandards: ({ tx, who, params, now }) => courtesy.offeredFor(tx, who, params.id, now),
    getTeamCourtesy: ({ tx, who, params, now }) => courtesy.teamCourtesy(tx, who, params.id, now),
    getServingAnswer: (call) => courtesy.readServing(asked(call)),
    answerServing: (call) => courtesy.sayServing(asked(call), call.body),
    getAskingAnswer: (call) => courtesy.readAsking(asked(call)),
    answerAsking: (call) => courtesy.sayAsking(asked(call), call.body),
    getMyAsking: ({ tx, who, now }) => courtesy.myAsking(tx, who, now),
  });

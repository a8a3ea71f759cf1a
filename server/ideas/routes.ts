// Implements contract/ideas.ts.
import { ideasApi } from '../../contract/ideas.ts';
import type { Db } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import type { Who } from '../platform/who.ts';
import type { Acting } from './act.ts';
import * as climbing from './climbing.ts';
import * as reading from './reading.ts';
import * as writing from './writing.ts';

type Call = { tx: Db; who: Who; params: { id: string }; now: Date; expected: number | undefined };
const acting = ({ tx, who, params, now, expected }: Call): Acting => ({ tx, who, id: params.id, now, expected });

export const ideasRoutes = (): Served =>
  serve(ideasApi, {
    getLadder: ({ tx, now }) => reading.ladder(tx, now),
    listIdeas: ({ tx, who, query, now }) => reading.list(tx, who, query, now),
    createIdea: ({ tx, who, body, now }) => writing.propose(tx, who, body, now),
    getIdea: ({ tx, who, params, now }) => reading.read(tx, who, params.id, now),
    editIdea: (call) => writing.edit(acting(call), call.body),
    decideIdea: (call) => climbing.decide(acting(call), call.body.words),
    declineIdea: (call) => climbing.decline(acting(call), call.body.answer, call.body.reason),
    commitIdea: (call) => climbing.commit(acting(call), call.body),
    appointIdea: (call) => climbing.appoint(acting(call), call.body),
    completeIdea: (call) => climbing.complete(acting(call), call.body.words),
    withdrawIdea: (call) => climbing.withdraw(acting(call), call.body.reason),
    supportIdea: (call) => writing.support(acting(call), call.body.supports),
    listIdeaEntries: ({ tx, who, params, query }) => reading.story(tx, who, params.id, query),
    discussIdea: (call) => writing.discuss(acting(call), call.body.body),
  });

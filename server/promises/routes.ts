// Implements contract/promise-moves.ts: from HTTP to the acts and back.
import { promisesApi } from '../../contract/promise-moves.ts';
import type { PromiseWhole } from '../../contract/promises.ts';
import type { Db } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import * as acts from './acts.ts';
import { chain, promise } from './making.ts';
import * as reading from './reading.ts';
import type { PromiseSubjects } from './subjects.ts';

type Call = { tx: Db; who: Who; now: Date };
type Move = Call & { params: { id: string }; expected: number | undefined };

const dated = (instant: string | undefined): Date | undefined =>
  instant === undefined ? undefined : new Date(instant);

/** `subjects`: whoever owns what promises are about. */
export function promisesRoutes({ subjects }: { subjects: PromiseSubjects }): Served {
  const looking = ({ tx, who, now }: Call) => ({ db: tx, who, now, subjects });
  const acting = ({ tx, who, params, now, expected }: Move): acts.Acting => ({
    tx,
    who,
    id: params.id,
    now,
    expected,
    subjects,
  });
  /** What the actor sees after the act. */
  const then = async (call: Move, act: Promise<Outcome<null>>): Promise<Outcome<PromiseWhole>> => {
    const made = await act;
    return isRefused(made) ? made : reading.read(looking(call), call.params.id);
  };

  return serve(promisesApi, {
    listPromises: (call) => reading.list(looking(call), call.query),
    getPromisesToday: (call) => reading.today(looking(call)),
    listPromiseDueChoices: (call) =>
      reading.choices(looking(call), {
        at: dated(call.query.at),
        promise: call.query.promise,
        language: call.language,
      }),
    makePromise: async ({ tx, who, body, now }) => {
      const made = await promise({ tx, who, now, subjects }, { ...body, due: new Date(body.due) });
      return isRefused(made) ? made : reading.read({ db: tx, who, now, subjects }, made);
    },
    getPromise: (call) => reading.read(looking(call), call.params.id),
    acceptPromise: (call) => then(call, acts.accept(acting(call), call.body)),
    counterPromise: (call) => then(call, acts.counter(acting(call), { ...call.body, due: new Date(call.body.due) })),
    renegotiatePromise: (call) =>
      then(call, acts.renegotiate(acting(call), { ...call.body, due: new Date(call.body.due) })),
    answerRenegotiation: (call) => then(call, acts.answer(acting(call), call.body)),
    takeBackRenegotiation: (call) => then(call, acts.takeBack(acting(call))),
    keepPromise: (call) => then(call, acts.keep(acting(call), call.body)),
    concludePromise: (call) => then(call, acts.conclude(acting(call), call.body)),
    returnPromise: (call) => then(call, acts.giveBack(acting(call), { ...call.body, due: dated(call.body.due) })),
    missPromise: (call) => then(call, acts.miss(acting(call), call.body)),
    releasePromise: (call) => then(call, acts.release(acting(call), call.body)),
    chainPromise: (call) => then(call, chain(acting(call), call.body.dependsOn)),
  });
}

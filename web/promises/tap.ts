// Acts that one tap says whole: a nod, the answer to a new time, and no longer asking for one.
import { promisesApi } from '../../contract/promise-moves.ts';
import type { PromiseWhole } from '../../contract/promises.ts';
import { useWrite } from '../platform/query.ts';
import { useProblemWords } from '../ui/problem-words.ts';
import { settle } from './fresh.ts';
import type { Act } from './offers.ts';

export function useTap(promise: PromiseWhole) {
  const onDone = settle;
  const nod = useWrite(promisesApi.acceptPromise, { onDone });
  const answer = useWrite(promisesApi.answerRenegotiation, { onDone });
  const back = useWrite(promisesApi.takeBackRenegotiation, { onDone });
  const refusal = useProblemWords(nod.problem ?? answer.problem ?? back.problem);
  const { proposal } = promise;
  // Whoever agrees to what was asked for too late also says what got in the way.
  const needsReason = proposal?.by === 'promisee' && !proposal.honourable && promise.missReason === null;
  const sent = { params: { id: promise.id }, ifMatch: promise.version };
  return {
    says: (act: Act) => act === 'accept' || act === 'hold' || act === 'takeBack' || (act === 'fine' && !needsReason),
    send: (act: Act) =>
      act === 'accept'
        ? nod.send({ ...sent, body: {} })
        : act === 'takeBack'
          ? back.send(sent)
          : answer.send({ ...sent, body: { answer: act === 'fine' ? 'accept' : 'hold' } }),
    pending: nod.isPending || answer.isPending || back.isPending,
    refusal,
  };
}

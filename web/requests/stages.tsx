// The three stages, with who and when: what is behind, where it stands, what is to come.
import type { Request } from '../../contract/requests.ts';
import { useNow } from '../platform/now.ts';
import { whenInWords } from '../platform/time.ts';
import { useWords, type WordId } from '../platform/words.tsx';
import { firstName } from './names.ts';
import css from './stages.module.css';

type Stage = {
  id: 'opening' | 'serving' | 'closing';
  state: 'done' | 'now' | 'ahead' | 'stopped';
  says: WordId;
  at: string | null;
};

export function Stages({ request }: { request: Request }) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const { greetedBy } = request;
  const provider = request.provider ?? greetedBy;
  const nameIn = (stage: Stage) => {
    const person =
      stage.says === 'requests.stage.opened' || stage.says === 'requests.stage.greeted' ? greetedBy : provider;
    return person ? firstName(person) : '';
  };
  return (
    <ol className={css.stages} aria-label={t('requests.stage.label')}>
      {stagesOf(request).map((stage) => (
        <li
          key={stage.id}
          className={css[stage.state]}
          aria-current={stage.state === 'now' || stage.state === 'stopped' ? 'step' : undefined}
        >
          {t(stage.says, {
            name: nameIn(stage),
            when: stage.at ? whenInWords(new Date(stage.at), now, words) : '',
          })}
        </li>
      ))}
    </ol>
  );
}

function stagesOf(request: Request): Stage[] {
  const { state } = request;
  const served = request.promise !== null || state === 'delivered' || state === 'closed';
  return [openingOf(request, served), servingOf(request), closingOf(request)];
}

function openingOf(request: Request, served: boolean): Stage {
  const id = 'opening';
  const ended = (says: WordId): Stage => ({ id, state: 'stopped', says, at: request.endedAt });
  if (request.state === 'declined') return ended('requests.stage.declined');
  if (request.state === 'withdrawn' && !served) return ended('requests.stage.withdrawn');
  if (request.state === 'revoked' || served)
    return request.greetedBy
      ? { id, state: 'done', says: 'requests.stage.opened', at: request.greetedAt }
      : { id, state: 'done', says: 'requests.stage.openedPlain', at: null };
  if (request.state === 'countered') return { id, state: 'now', says: 'requests.stage.offered', at: null };
  return request.greetedBy
    ? { id, state: 'now', says: 'requests.stage.greeted', at: request.greetedAt }
    : { id, state: 'now', says: 'requests.stage.asked', at: null };
}

function servingOf({ state, endedAt, deliveredAt, promise, imported }: Request): Stage {
  const id = 'serving';
  if (state === 'promised') return { id, state: 'now', says: 'requests.stage.serving', at: null };
  if (state === 'closed' && imported && !promise)
    return { id, state: 'done', says: 'requests.stage.elsewhere', at: null };
  if (state === 'delivered' || state === 'closed')
    return { id, state: 'done', says: 'requests.stage.delivered', at: deliveredAt };
  if (state === 'revoked') return { id, state: 'stopped', says: 'requests.stage.revoked', at: endedAt };
  if (state === 'withdrawn' && promise) return { id, state: 'stopped', says: 'requests.stage.withdrawn', at: endedAt };
  return { id, state: 'ahead', says: 'requests.stage.servingAhead', at: null };
}

function closingOf({ state, closedBySilence, endedAt }: Request): Stage {
  const id = 'closing';
  if (state === 'delivered') return { id, state: 'now', says: 'requests.stage.closing', at: null };
  if (state === 'closed')
    return closedBySilence
      ? { id, state: 'stopped', says: 'requests.stage.silence', at: endedAt }
      : { id, state: 'done', says: 'requests.stage.closed', at: endedAt };
  return { id, state: 'ahead', says: 'requests.stage.closingAhead', at: null };
}

// The tag of a request that waits for a yes, and the note of whose yes it needs and who has given theirs.
import type { ApprovalStep } from '../../contract/request-parts.ts';
import type { Request, RequestRow } from '../../contract/requests.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Face } from '../ui/face.tsx';
import { Note } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Tag } from '../ui/tag.tsx';
import { firstName } from './names.ts';
import css from './approvals.module.css';

export function WaitsForYes({ request }: { request: RequestRow }) {
  const { t } = useWords();
  const me = useMe();
  if (request.waitsFor.length === 0) return null;
  const mine = request.waitsFor.some(({ id }) => id === me.id);
  return (
    <Tag>
      {t('requests.tag.waitsYes', {
        mine: mine ? 'yes' : 'no',
        names: request.waitsFor.map(firstName).join(', '),
      })}
    </Tag>
  );
}

export function ApprovalsNote({ request }: { request: Request }) {
  const { t } = useWords();
  if (request.approvals.length === 0) return null;
  return (
    <Note title={t('requests.approvals.title')}>
      <ol className={css.steps}>
        {request.approvals.map((step) => (
          <Step key={step.step} step={step} />
        ))}
      </ol>
    </Note>
  );
}

function Step({ step }: { step: ApprovalStep }) {
  const { t } = useWords();
  const person = step.answeredBy ?? step.standIn ?? step.approver;
  return (
    <li className={css.step}>
      <Face of={person} size="small" />
      <div>
        <b>{person.name}</b>
        {person.id !== step.approver.id && (
          <small>{t('requests.approvals.standIn', { name: firstName(step.approver) })}</small>
        )}
        <small>
          <span className={css[step.state]}>{t(`requests.approvals.${step.state}`)}</span>
          {step.at && (
            <>
              {' · '}
              <RelativeTime at={step.at} show="when" inside />
            </>
          )}
        </small>
        {step.state === 'approved' && step.words && <q dir="auto">{step.words}</q>}
      </div>
    </li>
  );
}

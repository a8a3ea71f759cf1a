// What was asked in the form of a service and answered: as data, each in the reader's language.
import { Link } from '@tanstack/react-router';
import type { ShownAnswer } from '../../contract/request-answers.ts';
import type { Request } from '../../contract/requests.ts';
import { SaveLink } from '../attachments/attachments.tsx';
import { useWords } from '../platform/words.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import css from './ask-service.module.css';

export function AnswersShown({ request }: { request: Request }) {
  const { t } = useWords();
  if (request.answers.length === 0) return null;
  return (
    <dl className={css.answers} aria-label={t('requests.service.answers')}>
      {request.answers.map((answer) => (
        <Line key={answer.key} of={answer} />
      ))}
    </dl>
  );
}

const Line = ({ of }: { of: ShownAnswer }) => (
  <>
    <dt dir="auto">{of.label}</dt>
    <dd dir="auto">
      <Said of={of} />
    </dd>
  </>
);

function Said({ of: { kind, answer, person, file } }: { of: ShownAnswer }) {
  const { locale } = useWords();
  if (person) return <Link to={`/people/${person.id}`}>{person.name}</Link>;
  if (file) return <SaveLink file={file} />;
  if (typeof answer === 'number') return answer.toLocaleString(locale);
  if (Array.isArray(answer)) return answer.join(', ');
  if (typeof answer === 'object')
    return 'at' in answer ? (
      <RelativeTime at={answer.at} show="when" inside />
    ) : (
      new Intl.NumberFormat(locale, { style: 'currency', currency: answer.currency }).format(Number(answer.amount))
    );
  if (kind === 'date')
    return new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }).format(new Date(`${answer}T00:00:00Z`));
  return answer;
}

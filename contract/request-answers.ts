// What was answered in the form of a service, as a request shows it; and the sentence that it is called by. Pure.
import { z } from 'zod';
import { AttachmentRef } from './attachments.ts';
import { Answer } from './form-answers.ts';
import { fieldKey, fieldKinds, shownFields, type Form, type Given } from './forms.ts';
import { PersonRef } from './shapes.ts';

/** Answers as they are sent; what of them stands is decided by `checkAnswers`. */
export const SentAnswers = z
  .record(fieldKey, z.unknown())
  .refine((given) => Object.keys(given).length <= 100, { params: { code: 'tooLong' } })
  .meta({ description: 'By the key of the field; see FormAnswer. Answers of hidden questions are dropped' });

export const ShownAnswer = z
  .object({
    key: fieldKey,
    label: z.string(),
    kind: z.enum(fieldKinds),
    answer: Answer,
    person: PersonRef.nullable().meta({ description: 'Whom an answer of the kind `person` names' }),
    file: AttachmentRef.nullable().meta({ description: 'The file of an answer of the kind `file`' }),
  })
  .meta({ id: 'ShownAnswer', description: 'One question that was asked, and its answer' });
export type ShownAnswer = z.infer<typeof ShownAnswer>;

const longest = 200;

/** What an ask of a service is called until somebody says it better: the service, and the first short answer. */
export function titleFrom(service: string, form: Form, given: Given): string {
  const telling = shownFields(form, given).find(
    ({ kind, key }) =>
      (kind === 'text' || kind === 'choice') && typeof given[key] === 'string' && given[key].trim() !== '',
  );
  const said = telling ? String(given[telling.key]).trim().replaceAll(/\s+/g, ' ') : '';
  const whole = said ? `${service}: ${said}` : service;
  return whole.length <= longest ? whole : `${whole.slice(0, longest - 1).trimEnd()}…`;
}

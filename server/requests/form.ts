// What is answered in the form of a service: checked by the evaluator of the contract, found by search, shown as what was asked.
import type { ServiceRef } from '../../contract/catalog.ts';
import { checkAnswers, type Answers, type Form, type Given } from '../../contract/forms.ts';
import type { ShownAnswer } from '../../contract/request-answers.ts';
import type { AttachmentRef } from '../../contract/attachments.ts';
import { attachmentsHeldBy } from '../attachments/attachments.ts';
import { formOf, serviceRefs } from '../catalog/catalog.ts';
import { personRefs } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Acting } from './act.ts';
import { attachTo } from './files.ts';
import { answersOf } from './form.queries.ts';
import type { RequestRecord } from './tables.ts';

/** The answers in their one written form; or what is wrong, at each field. Whom they name must be a colleague of today. */
export async function checked(tx: Db, form: Form, given: Given): Promise<Outcome<Answers>> {
  const { answers, problems } = checkAnswers(form, given);
  if (problems) {
    const [first, ...also] = Object.entries(problems).map(([key, { code, params }]) =>
      refused(code, { field: `answers.${key}`, ...(params ? { params } : {}) }),
    );
    return first ? { ...first, also } : refused('invalid', { field: 'answers' });
  }
  const named = peopleIn(form, answers);
  const known = await personRefs(
    tx,
    named.map(({ person }) => person),
  );
  const stranger = named.find(({ person }) => !known.get(person)?.active);
  return stranger ? refused('unknownPerson', { field: `answers.${stranger.key}` }) : answers;
}

const peopleIn = (form: Form, answers: Answers) =>
  form.flatMap(({ key, kind }) => (kind === 'person' && key in answers ? [{ key, person: String(answers[key]) }] : []));

const filesIn = (form: Form, answers: Answers) =>
  form.flatMap(({ key, kind }) => (kind === 'file' && key in answers ? [{ key, file: String(answers[key]) }] : []));

/** Hangs the files among the answers on the request, those that were not there before. Refuses `unknownFile` at the field. */
export async function attachAnswers(acting: Acting, form: Form, answers: Answers, before: Answers = {}) {
  const there = new Set(filesIn(form, before).map(({ file }) => file));
  const attached: AttachmentRef[] = [];
  for (const { key, file } of filesIn(form, answers)) {
    const hung = there.has(file) ? [] : await attachTo(acting, 'answer', acting.id, [file]);
    if (isRefused(hung)) return { ...hung, field: `answers.${key}` };
    attached.push(...hung);
  }
  return attached;
}

/** What answers are found by: what was written and chosen, and the names of whom they name. */
export async function wordsOf(db: Db, form: Form, answers: Answers): Promise<string> {
  const people = await personRefs(
    db,
    peopleIn(form, answers).map(({ person }) => person),
  );
  return form
    .flatMap(({ key, kind }) => {
      const answer = answers[key];
      if (answer === undefined || kind === 'file') return [];
      if (kind === 'person') return [people.get(String(answer))?.name ?? ''];
      if (typeof answer === 'string' || typeof answer === 'number') return [String(answer)];
      return Array.isArray(answer) ? answer : 'amount' in answer ? [`${answer.amount} ${answer.currency}`] : [];
    })
    .join('\n');
}

/** The form that a request was asked with, and what was answered in it; undefined when it was asked without one. */
export async function askedWith(db: Db, { id, service_id }: Pick<RequestRecord, 'id' | 'service_id'>) {
  if (service_id === null) return undefined;
  const kept = await answersOf(db, id);
  const form = kept && (await formOf(db, service_id, kept.form_version));
  return kept && form ? { form, answers: kept.answers as Answers } : undefined;
}

export type Asked = { service: ServiceRef | null; form: Form | null; answers: ShownAnswer[] };

/** What was asked for and answered, as the request shows it: only what was asked, in the order of the form. */
export async function asShown(db: Db, found: Pick<RequestRecord, 'id' | 'service_id'>): Promise<Asked> {
  if (found.service_id === null) return { service: null, form: null, answers: [] };
  const service = (await serviceRefs(db, [found.service_id])).get(found.service_id) ?? null;
  const asked = await askedWith(db, found);
  if (!asked) return { service, form: null, answers: [] };
  const { form, answers } = asked;
  const people = await personRefs(
    db,
    peopleIn(form, answers).map(({ person }) => person),
  );
  const files = (await attachmentsHeldBy(db, filesIn(form, answers).length > 0 ? [found.id] : [])).get(found.id) ?? [];
  return {
    service,
    form,
    answers: form.flatMap(({ key, label, kind }) => {
      const answer = answers[key];
      const person = kind === 'person' ? (people.get(String(answer)) ?? null) : null;
      const file = kind === 'file' ? (files.find(({ id }) => id === answer) ?? null) : null;
      return answer === undefined ? [] : [{ key, label, kind, answer, person, file }];
    }),
  };
}

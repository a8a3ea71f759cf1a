// The front door of the catalog's pages: what teams offer, and the form that a service asks for.
import { lazy, Suspense } from 'react';
import { catalogApi } from '../../contract/catalog.ts';
import { onChange } from '../platform/live.ts';
import type { Capability } from '../platform/capability.ts';
import { invalidate } from '../platform/query.ts';
import type words from './words/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export type { FileFieldProps, FormFieldsProps } from './form-fields.tsx';
import type { FormFieldsProps } from './form-fields.tsx';

// Most pages ask nothing by a form: it is fetched where one does.
const Fields = lazy(() => import('./form-fields.tsx'));

/**
 * A form to fill in: `<FormFields form given onChange name="answers" File={…} />`, inside a `<Form>` whose refusals name fields
 * as "answers.<key>". `given` is what was answered so far, of hidden questions too; send `checkAnswers(form, given).answers`,
 * or all of it: the server drops what is hidden.
 */
export const FormFields = (props: FormFieldsProps) => (
  <Suspense fallback={null}>
    <Fields {...props} />
  </Suspense>
);

export const catalog: Capability = {};

const { listServices, getService } = catalogApi;
onChange('service', () => void invalidate(listServices, getService));
onChange('team', () => void invalidate(listServices, getService));

// The front door of the catalog's pages: what teams offer, and the form that a service asks for.
import { lazy, Suspense } from 'react';
import { onChange } from '../platform/live.ts';
import type { Capability } from '../platform/capability.ts';
import type words from './words/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export type { FileFieldProps, FormFieldsProps } from './form-fields.tsx';
import type { FormFieldsProps } from './form-fields.tsx';
import type { ServicesFieldProps } from './services-field.tsx';

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

/** Services chosen one by one, those that the reader may ask for: `<ServicesField label name picked onChange />`. */
const Services = lazy(() => import('./services-field.tsx'));
export const ServicesField = (props: Omit<ServicesFieldProps, 'toAsk' | 'not'>) => (
  <Suspense fallback={null}>
    <Services {...props} toAsk />
  </Suspense>
);

export const catalog: Capability = {
  pages: [
    { path: '/services', page: () => import('./services-page.tsx') },
    { path: '/services/new', page: () => import('./new-service.tsx') },
    { path: '/services/$id', page: () => import('./service-page.tsx') },
    { path: '/services/$id/edit', page: () => import('./edit-service.tsx') },
  ],
  rail: (_inside, { t }) => [{ to: '/services', label: t('catalog.title'), icon: 'hand', order: 25 }],
  fills: { team: lazy(() => import('./team-services.tsx')) },
};

const freshen = async () => (await import('./fresh.ts')).freshen();
onChange('service', freshen);
onChange('team', freshen);

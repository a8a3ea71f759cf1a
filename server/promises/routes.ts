// Implements contract/promise-moves.ts.
import { promisesApi } from '../../contract/promise-moves.ts';
import { serve, type Served } from '../platform/http.ts';
import type { PromiseSubjects } from './subjects.ts';

/** `subjects`: whoever owns what promises are about. */
export const promisesRoutes = (_parts: { subjects: PromiseSubjects }): Served => serve(promisesApi, {});

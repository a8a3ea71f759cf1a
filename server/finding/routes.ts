// Implements contract/finding.ts.
import { findingApi } from '../../contract/finding.ts';
import { serve, type Served } from '../platform/http.ts';
import type { PromiseSubjects } from '../promises/promises.ts';
import { find } from './finding.ts';

export const findingRoutes = (around: { promised: PromiseSubjects }): Served =>
  serve(findingApi, {
    search: ({ tx, who, query, now }) => find({ db: tx, who, now, subjects: around.promised }, query.q, query.limit),
  });

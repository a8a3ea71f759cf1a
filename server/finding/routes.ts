// Implements contract/finding.ts.
import { findingApi } from '../../contract/finding.ts';
import { serve, type Served } from '../platform/http.ts';
import { find } from './finding.ts';

export const findingRoutes = (): Served =>
  serve(findingApi, {
    search: ({ tx, who, query, now }) => find(tx, who, query.q, query.limit, now),
  });

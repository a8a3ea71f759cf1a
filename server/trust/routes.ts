// Implements contract/trust.ts.
import { trustApi } from '../../contract/trust.ts';
import { serve, type Served } from '../platform/http.ts';
import { myTrust, serviceTrust, teamTrust } from './trust.ts';

export const trustRoutes = (): Served =>
  serve(trustApi, {
    getMyTrust: ({ tx, who, query, now }) => myTrust(tx, who, query.every, now),
    getTeamTrust: ({ tx, who, params, now }) => teamTrust(tx, who, params.id, now),
    getServiceTrust: ({ tx, who, params, now }) => serviceTrust(tx, who, params.id, now),
  });

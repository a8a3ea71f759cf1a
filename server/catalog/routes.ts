// Implements contract/catalog.ts: puts calls to what may be done with services.
import { catalogApi } from '../../contract/catalog.ts';
import { serve, type Served } from '../platform/http.ts';
import * as offering from './offering.ts';

export const catalogRoutes = (): Served =>
  serve(catalogApi, {
    listServices: ({ tx, who, query }) => offering.listServices(tx, who, query),
    getService: ({ tx, who, params }) => offering.getService(tx, who, params.id),
    createService: ({ tx, who, body, now }) => offering.offerService(tx, who, body, now),
    updateService: ({ tx, who, params, body, expected, now }) =>
      offering.changeService(tx, who, params.id, body, expected, now),
    archiveService: ({ tx, who, params, expected, now }) =>
      offering.setServiceArchived(tx, who, params.id, true, expected, now),
    restoreService: ({ tx, who, params, expected, now }) =>
      offering.setServiceArchived(tx, who, params.id, false, expected, now),
    orderServices: ({ tx, who, params, body }) => offering.orderServices(tx, who, params.id, body.services),
  });

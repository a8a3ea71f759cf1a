// Reads again what teams offer, after a change in it; fetched with the first such change.
import { catalogApi } from '../../contract/catalog.ts';
import { invalidate } from '../platform/query.ts';

export const freshen = () => invalidate(catalogApi.listServices, catalogApi.getService);

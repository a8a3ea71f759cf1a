// Reads asks that come round again, after one of them was asked.
import { recurringApi } from '../../contract/recurring.ts';
import { invalidate } from '../platform/query.ts';

export const freshen = () => invalidate(recurringApi.listRecurring, recurringApi.getRecurring);

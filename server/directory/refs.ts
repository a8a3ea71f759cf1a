// How a person is referred to in every answer: made of a row that anybody may have joined.
import type { PersonRef } from '../../contract/shapes.ts';
import type { RefRow } from './people.queries.ts';
import { photoAddress } from './rules.ts';

export const refOf = (row: RefRow): PersonRef => ({
  id: row.id,
  name: row.name,
  photo: photoAddress(row.id, row.photo_version),
  active: row.active,
});

// Requests that belong together. A reader finds only the links to requests that they may see.
import { z } from 'zod';
import { RequestRow } from './requests.ts';
import { route } from './route.ts';
import { byId, id } from './shapes.ts';

/** How another request stands to this one: this one blocks it, or is a part of it; it waits for this one's sake, or is a part of this one. */
export const linkKinds = ['related', 'blocks', 'waitsFor', 'partOf', 'hasPart'] as const;
export const LinkKind = z.enum(linkKinds).meta({
  id: 'LinkKind',
  description:
    'Seen from this request: it blocks the other, waits for it, is a part of it, has it as a part, or just belongs with it',
});
export type LinkKind = z.infer<typeof LinkKind>;

export const RequestLink = z
  .object({ kind: LinkKind, request: RequestRow, mayUnlink: z.boolean() })
  .meta({ id: 'RequestLink' });
export type RequestLink = z.infer<typeof RequestLink>;

export const RequestLinks = z
  .object({ items: z.array(RequestLink), mayLink: z.boolean() })
  .meta({ id: 'RequestLinks', description: 'Only links to requests that the reader may see' });
export type RequestLinks = z.infer<typeof RequestLinks>;

const both = z.object({ id, other: id });

export const linksApi = {
  listRequestLinks: route({
    method: 'GET',
    path: '/api/requests/{id}/links',
    summary: 'What belongs together with a request',
    params: byId,
    status: 200,
    response: RequestLinks,
  }),
  linkRequests: route({
    method: 'PUT',
    path: '/api/requests/{id}/links/{other}',
    summary: 'Say how two requests that I see belong together; I ask or serve at least one of them',
    params: both,
    body: z.object({ kind: LinkKind }),
    status: 200,
    response: RequestLinks,
  }),
  unlinkRequests: route({
    method: 'DELETE',
    path: '/api/requests/{id}/links/{other}',
    summary: 'They do not belong together after all',
    params: both,
    status: 204,
  }),
};

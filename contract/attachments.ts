// Files that go along with words: sent up first, then attached to a message or an ask. What may be read follows what they are attached to.
import { z } from 'zod';
import { route } from './route.ts';
import { byId, id } from './shapes.ts';

/** The largest file, in bytes, and how many go with one message. */
export const largestFile = 25 * 1024 * 1024;
export const mostFiles = 20;

export const AttachmentRef = z
  .object({
    id,
    name: z.string().meta({ description: 'Safe to save under, in every file system' }),
    size: z.number().int().meta({ description: 'In bytes' }),
    mediaType: z.string().meta({ description: 'What it is, or what its sender called it; a label, not a promise' }),
    width: z.number().int().nullable().meta({ description: 'Of a picture, as it is shown' }),
    height: z.number().int().nullable(),
    image: z.boolean().meta({ description: 'A picture that browsers show; `?inline=true` serves it as one' }),
  })
  .meta({ id: 'AttachmentRef' });
export type AttachmentRef = z.infer<typeof AttachmentRef>;

/** Field of whatever takes files along: their ids, in the order in which they are shown. */
export const attachmentIds = z.array(id).max(mostFiles).default([]).meta({
  description: 'Files sent up before, each attached once and only by whoever sent it',
});

/** A file as Markdown shows it: a picture in its place, anything else as a link to save it. */
export const fileMark = ({ id: file, name, image }: Pick<AttachmentRef, 'id' | 'name' | 'image'>): string => {
  const said = name.replaceAll(/[\\[\]`]/g, '\\$&');
  return image ? `![${said}](/api/attachments/${file}?inline)` : `[${said}](/api/attachments/${file})`;
};

export const attachmentsApi = {
  uploadAttachment: route({
    method: 'POST',
    path: '/api/attachments',
    summary: 'Send a file up: the body is its bytes (25 MB at most), Content-Type its type',
    query: z.object({ name: z.string().max(1000).meta({ description: 'What the file is called' }) }),
    consumes: ['*/*'],
    streams: true,
    status: 201,
    response: AttachmentRef,
  }),
  getAttachment: route({
    method: 'GET',
    path: '/api/attachments/{id}',
    summary: 'The bytes of a file, to be saved',
    params: byId,
    query: z.object({
      inline: z
        .stringbool({ truthy: ['true', '1', 'yes', 'on', 'y', 'enabled', ''] })
        .optional()
        .meta({ description: 'Show it instead, if it is a picture; `?inline` says yes' }),
    }),
    status: 200,
    produces: 'application/octet-stream',
    also: [206, 304],
  }),
  removeAttachment: route({
    method: 'DELETE',
    path: '/api/attachments/{id}',
    summary: 'Take back a file that was not sent with anything yet',
    params: byId,
    status: 204,
  }),
};

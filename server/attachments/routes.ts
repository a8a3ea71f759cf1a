// Implements contract/attachments.ts. A file that one may not read and a file that is not there are the same answer.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { attachmentsApi, largestFile } from '../../contract/attachments.ts';
import type { Db } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { keepFile, type Reader, type Stores } from './attachments.ts';
import { disposition } from './names.rules.ts';
import { findFile, removeUnattached, type FileRecord } from './queries.ts';
import { names, spanIn } from './ranges.rules.ts';

type Parts = { stores: Stores; readers: Readonly<Record<string, Reader>> };

export const attachmentsRoutes = ({ stores, readers }: Parts): Served =>
  serve(attachmentsApi, {
    uploadAttachment: async ({ tx, who, query, request, now }) => {
      const { 'content-length': length, 'content-type': type, 'idempotency-key': key } = request.headers;
      if (Number(length) > largestFile) return refused('fileTooLarge', { field: 'file' });
      const body = request.body instanceof Readable ? request.body : Readable.from([]);
      const sending = {
        uploader: who.id,
        key: typeof key === 'string' ? [who.token?.id ?? [], key].flat().join(' ') : undefined,
        name: query.name,
        type,
        // Whoever sends too much is to hear it, so the line stays open.
        bytes: body.iterator({ destroyOnReturn: false }),
      };
      try {
        return await keepFile(tx, stores, sending, now);
      } catch (error) {
        if (request.raw.destroyed && !request.raw.complete) return refused('malformed');
        throw error;
      } finally {
        // What comes beyond a refusal is let run out, or nothing else could come over this line.
        body.resume();
      }
    },
    getAttachment: async ({ tx, who, params, query, request }) => {
      const file = await readable(tx, readers, who, params.id);
      return file ? serving(stores, file, query.inline === true, request) : refused('notFound');
    },
    removeAttachment: async ({ tx, who, params, now }): Promise<Outcome<void>> => {
      const file = await readable(tx, readers, who, params.id);
      if (!file) return refused('notFound');
      if (file.uploader_id !== who.id) return refused('notYours');
      if (file.holder_id !== null) return refused('fileSent');
      await removeUnattached(tx, file.id, now);
    },
  });

/** The file, if `who` may read it: unattached it is its uploader's; attached it follows what it hangs on. A kind without a reader is read by nobody. */
async function readable(db: Db, readers: Parts['readers'], who: Who, id: string): Promise<FileRecord | undefined> {
  const file = await findFile(db, id);
  if (!file) return undefined;
  const { subject_kind, subject_id, holder_kind, holder_id } = file;
  if (!subject_kind || !subject_id || !holder_kind || !holder_id) return file.uploader_id === who.id ? file : undefined;
  const held = { subject: { kind: subject_kind, id: subject_id }, holder: { kind: holder_kind, id: holder_id } };
  return (await readers[subject_kind]?.(db, who, { ...held, file: id })) ? file : undefined;
}

/** A browser that opens it after all may run nothing in it, and no other site may embed it. */
const guarded = {
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  // Who may read it may change: it is kept, but asked for each time.
  'cache-control': 'private, no-cache',
  vary: 'Cookie',
};

function serving(stores: Stores, file: FileRecord, inline: boolean, request: FastifyRequest) {
  const tag = `"${file.hash.toString('base64url')}"`;
  const { 'if-none-match': known, 'if-range': condition, range } = request.headers;
  const span = condition === undefined || condition === tag ? spanIn(range, file.size) : null;
  if (span === 'none') return refused('noSuchRange');
  const raw = (reply: FastifyReply) => {
    reply.headers({ ...guarded, etag: tag, 'accept-ranges': 'bytes' });
    if (names(known, tag)) return reply.status(304).send();
    const { from, to } = span ?? { from: 0, to: file.size - 1 };
    if (span) reply.status(206).header('content-range', `bytes ${from}-${to}/${file.size}`);
    reply
      .type(file.sniffed ?? 'application/octet-stream')
      .header('content-length', to - from + 1)
      .header('content-disposition', disposition(inline && file.image ? 'inline' : 'attachment', file.name));
    const bytes = request.method === 'HEAD' ? [] : stores.of(file.store).get(file.blob, { from, to });
    return reply.send(Readable.from(bytes, { objectMode: false }));
  };
  return { raw };
}

// One file on its way to the server: with progress, and to be broken off. `fetch` cannot tell how far it is.
import { attachmentsApi, type AttachmentRef } from '../../contract/attachments.ts';
import { addressOf, askToSignInAgain, Problem } from '../platform/api.ts';
import { currentLanguage } from '../platform/words.tsx';

type Way = { key: string; signal: AbortSignal; onProgress: (share: number) => void };

/** Sends a file up; with the same key twice it is the same file. Throws `Problem`, or an AbortError when broken off. */
export async function sendUp(file: File, way: Way): Promise<AttachmentRef> {
  try {
    return await once(file, way);
  } catch (error) {
    const over = error instanceof Problem && error.status === 401;
    if (over && (await askToSignInAgain())) return once(file, way);
    throw error;
  }
}

function once(file: File, { key, signal, onProgress }: Way): Promise<AttachmentRef> {
  const { method } = attachmentsApi.uploadAttachment;
  const address = addressOf(attachmentsApi.uploadAttachment, { query: { name: file.name } });
  return new Promise((resolve, reject) => {
    const line = new XMLHttpRequest();
    line.open(method, address);
    line.responseType = 'json';
    line.setRequestHeader('Accept-Language', currentLanguage());
    line.setRequestHeader('Idempotency-Key', key);
    line.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    line.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    line.addEventListener('load', () => {
      if (line.status === 201) resolve(line.response as AttachmentRef);
      else reject(problemIn(line));
    });
    line.addEventListener('error', () => reject(new Problem({ status: 0, code: 'offline', detail: '' })));
    line.addEventListener('abort', () => reject(new DOMException('broken off', 'AbortError')));
    signal.addEventListener('abort', () => line.abort());
    line.send(file);
  });
}

function problemIn({ status, response }: XMLHttpRequest): Problem {
  const said = (response ?? {}) as { code?: string; detail?: string; fields?: { detail: string }[] };
  return new Problem({
    status,
    code: said.code ?? 'unexpected',
    detail: said.fields?.[0]?.detail ?? said.detail ?? '',
  });
}

// The files that are to go along with words which are being written: on their way, there, or failed. Kept until the words are sent.
import { useCallback, useEffect, useRef, useState } from 'react';
import { attachmentsApi, largestFile, mostFiles, type AttachmentRef } from '../../contract/attachments.ts';
import { call, newKey, problemOf, type Problem } from '../platform/api.ts';
import { draft, keepDraft } from '../platform/drafts.ts';
import { keptRefs, wordsOfRefs } from './kept-refs.ts';
import { sendUp } from './send-up.ts';

/** Why a file cannot go, told before it is sent. */
export type Reason = 'tooLarge' | 'empty';

export type Item = {
  key: string;
  name: string;
  size: number;
  state: 'sending' | 'sent' | 'failed';
  /** From 0 to 1. */
  progress: number;
  /** Shows a picture that is still on its way. */
  preview: string | null;
  reason?: Reason;
  problem?: Problem;
  /** Once it is there. */
  file?: AttachmentRef;
};

export type Files = {
  items: readonly Item[];
  /** Of those that are there; goes with the words. */
  ids: string[];
  /** Some are still on their way. */
  sending: boolean;
  add: (chosen: Iterable<File>) => void;
  remove: (key: string) => void;
  retry: (key: string) => void;
  /** After the words were sent: nothing is left here. */
  clear: () => void;
  /** Set when more were chosen than may go together. */
  tooMany: boolean;
  /** How many may go together; of one alone, a newer takes the place of the older. */
  most: number;
};

type Begun = { file: File; stop: AbortController };

/** `const files = useFiles('request.7')`; what is there survives a closed tab for as long as the server keeps it. */
export function useFiles(key: string, most: number = mostFiles): Files {
  const shelf = `${key}.files`;
  const [items, setItems] = useState<readonly Item[]>(() => keptRefs(draft(shelf), new Date()).map(itemOf));
  const [tooMany, setTooMany] = useState(false);
  const begun = useRef(new Map<string, Begun>());
  const change = useCallback(
    (which: string, part: Partial<Item>) =>
      setItems((old) => old.map((item) => (item.key === which ? { ...item, ...part } : item))),
    [],
  );
  useEffect(
    () =>
      keepDraft(
        shelf,
        wordsOfRefs(
          items.flatMap(({ file }) => file ?? []),
          new Date(),
        ),
      ),
    [shelf, items],
  );

  const send = useCallback(
    async (which: string, file: File) => {
      const stop = new AbortController();
      begun.current.set(which, { file, stop });
      change(which, { state: 'sending', progress: 0 });
      try {
        const onProgress = (progress: number) => change(which, { progress });
        const sent = await sendUp(file, { key: which, signal: stop.signal, onProgress });
        change(which, { state: 'sent', progress: 1, file: sent, name: sent.name, size: sent.size });
      } catch (error) {
        const problem = problemOf(error);
        if (!stop.signal.aborted && problem) change(which, { state: 'failed', problem });
      }
    },
    [change],
  );

  const room = most === 1 ? 1 : most - items.length;
  const add = (chosen: Iterable<File>) => {
    const all = [...chosen];
    if (most === 1 && all.length > 0) items.forEach((item) => remove(item.key));
    setTooMany(all.length > room);
    for (const file of all.slice(0, Math.max(0, room))) {
      const item = begin(file);
      setItems((old) => [...old, item]);
      if (item.state === 'sending') void send(item.key, file);
    }
  };
  const remove = (which: string) => {
    const item = items.find(({ key: each }) => each === which);
    begun.current.get(which)?.stop.abort();
    begun.current.delete(which);
    if (item?.preview) URL.revokeObjectURL(item.preview);
    // If the server does not hear of it now, it forgets the file by itself in a day.
    if (item?.file) call(attachmentsApi.removeAttachment, { params: { id: item.file.id } }).catch(() => undefined);
    setItems((old) => old.filter(({ key: each }) => each !== which));
    setTooMany(false);
  };
  const retry = (which: string) => {
    const file = begun.current.get(which)?.file;
    if (file) void send(which, file);
  };
  const clear = () => {
    for (const { preview } of items) if (preview) URL.revokeObjectURL(preview);
    begun.current.clear();
    setItems([]);
    setTooMany(false);
    keepDraft(shelf, '');
  };
  useBackOnline(items, retry);
  useEffect(() => {
    const all = begun.current;
    return () => all.forEach(({ stop }) => stop.abort());
  }, []);
  return {
    items,
    ids: items.flatMap(({ file }) => file?.id ?? []),
    sending: items.some(({ state }) => state === 'sending'),
    add,
    remove,
    retry,
    clear,
    tooMany,
    most,
  };
}

const itemOf = (file: AttachmentRef): Item => ({
  key: file.id,
  name: file.name,
  size: file.size,
  state: 'sent',
  progress: 1,
  preview: null,
  file,
});

function begin(file: File): Item {
  const { name, size, type } = file;
  const reason = size > largestFile ? 'tooLarge' : size === 0 ? 'empty' : undefined;
  const preview = !reason && /^image\/(png|jpeg|gif|webp|avif)$/.test(type) ? URL.createObjectURL(file) : null;
  const common = { key: newKey(), name, size, progress: 0, preview };
  return reason ? { ...common, state: 'failed', reason } : { ...common, state: 'sending' };
}

/** What broke off for want of a line goes on by itself when there is one again. */
function useBackOnline(items: readonly Item[], retry: (key: string) => void) {
  useEffect(() => {
    const again = () =>
      items.forEach(({ key, problem, state }) => state === 'failed' && problem?.status === 0 && retry(key));
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  });
}

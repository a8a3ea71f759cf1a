// The tables of files as types; only this folder writes them.
import type { StoreName } from './store.ts';

export type FileTable = {
  id: string;
  uploader_id: string;
  upload_key: string | null;
  sent_hash: Buffer;
  name: string;
  media_type: string;
  sniffed: string | null;
  image: boolean;
  width: number | null;
  height: number | null;
  size: number;
  hash: Buffer;
  store: StoreName;
  blob: string;
  created_at: Date;
  subject_kind: string | null;
  subject_id: string | null;
  holder_kind: string | null;
  holder_id: string | null;
  place: number | null;
  attached_at: Date | null;
};

type ChunkTable = { blob: string; n: number; bytes: Buffer };
type LooseTable = { blob: string; store: StoreName; person_id: string | null; since: Date };

declare module '../platform/db.ts' {
  interface Tables {
    attachments_file: FileTable;
    attachments_chunk: ChunkTable;
    attachments_loose: LooseTable;
  }
}

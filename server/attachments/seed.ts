// The files' part of the sample company: small pictures that go along with some asks, kept through the same door as everybody's.
import { Readable } from 'node:stream';
import type { Db } from '../platform/db.ts';
import { isRefused } from '../platform/outcome.ts';
import { keepFile, openStores } from './attachments.ts';
import { pngOf } from './sample-picture.ts';

const looks = [
  [480, 320, [46, 110, 90], [217, 179, 108]],
  [360, 480, [70, 92, 128], [201, 214, 222]],
  [640, 300, [150, 92, 70], [240, 222, 196]],
] as const;

/** A picture of its uploader, not attached yet; its id. `turn` decides how it looks. */
export async function samplePicture(tx: Db, uploader: string, name: string, turn: number, now: Date): Promise<string> {
  const [width, height, top, foot] = looks[turn % looks.length] ?? looks[0];
  const bytes = Readable.from([pngOf(width, height, top, foot)]);
  const kept = await keepFile(tx, openStores(tx, undefined), { uploader, name, type: 'image/png', bytes }, now);
  if (isRefused(kept)) throw new Error(`The sample company was refused: ${kept.refused} for the picture ${name}`);
  return kept.id;
}

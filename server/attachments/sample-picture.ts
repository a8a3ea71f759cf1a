// Pictures made in code, as small as pictures are: for the sample company and for tests.
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

/** A PNG that every viewer shows: from one colour at the top to another at its foot. */
export function pngOf(width: number, height: number, top: Colour = [40, 110, 90], foot: Colour = top): Buffer {
  const row = (y: number) => {
    const mixed = top.map((part_, index) => Math.round(part_ + ((foot[index] ?? part_) - part_) * (y / height)));
    return Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from(mixed))]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, (_, y) => row(y))));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    part('IHDR', header),
    part('IDAT', pixels),
    part('IEND'),
  ]);
}

function part(name: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

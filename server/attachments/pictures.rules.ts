// What bytes are, told by themselves: pictures with their size, and PDF. Pure.

/** How much of a file must be there to tell; fewer bytes when it is shorter. */
export const headSize = 64 * 1024;

export type Sniffed = {
  type: string;
  /** Whether browsers show it as a picture. */
  image: boolean;
  width: number | null;
  height: number | null;
};

/** What a file is, by its first bytes; null when it is none of those that we know. The size of a JPEG is told by its parts, later. */
export function sniff(head: Buffer): Sniffed | null {
  const has = (mark: string, at = 0) => head.toString('latin1', at, at + mark.length) === mark;
  if (has('\x89PNG\r\n\x1a\n') && has('IHDR', 12) && head.length >= 24)
    return picture('png', head.readUInt32BE(16), head.readUInt32BE(20));
  if (has('\xff\xd8\xff')) return picture('jpeg');
  if ((has('GIF87a') || has('GIF89a')) && head.length >= 10)
    return picture('gif', head.readUInt16LE(6), head.readUInt16LE(8));
  if (has('RIFF') && has('WEBP', 8)) return picture('webp', ...webpSize(head));
  if (has('ftyp', 4)) return boxed(head);
  return has('%PDF-') ? { type: 'application/pdf', image: false, width: null, height: null } : null;
}

// A picture that says that it is larger than this, or nothing, says nothing that a page should be laid out by.
const widest = 65_535;
function picture(kind: string, width = 0, height = 0): Sniffed {
  const told = width > 0 && height > 0 && width <= widest && height <= widest;
  return { type: `image/${kind}`, image: true, width: told ? width : null, height: told ? height : null };
}

function webpSize(head: Buffer): [number, number] {
  const kind = head.toString('latin1', 12, 16);
  if (head.length < 30) return [0, 0];
  if (kind === 'VP8 ') return [head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff];
  if (kind === 'VP8X') return [head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1];
  if (kind !== 'VP8L') return [0, 0];
  const bits = head.readUInt32LE(21);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

/** AVIF, and HEIC, which only some browsers show: boxes within boxes; the largest size that is told is the picture's, others are of its parts. */
function boxed(head: Buffer): Sniffed | null {
  const brands = head.toString('latin1', 8, Math.min(head.length, head.readUInt32BE(0), 64));
  const avif = /avi[fs]/.test(brands);
  if (!avif && !/hei[cxms]|hev[cx]|mif1/.test(brands)) return null;
  let [width, height] = [0, 0];
  for (let at = head.indexOf('ispe'); at > 0 && at + 16 <= head.length; at = head.indexOf('ispe', at + 4)) {
    const [wide, high] = [head.readUInt32BE(at + 8), head.readUInt32BE(at + 12)];
    if (wide * high > width * height) [width, height] = [wide, high];
  }
  return avif ? picture('avif', width, height) : { ...picture('heic', width, height), image: false };
}

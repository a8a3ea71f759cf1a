// Photos tell more than they show: where, when and with what they were taken. Takes that out of a JPEG, piece by piece. Pure.

export type Cleaner = {
  /** What of these bytes may stay, together with those before. */
  push: (bytes: Buffer) => Buffer;
  /** What is left at the end. */
  end: () => Buffer;
  /** As it is shown, turned upright; null as long as nothing was told. */
  size: () => { width: number; height: number } | null;
};

const frames = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
const [startOfScan, endOfImage, app0, app1, app2, app14, comment] = [0xda, 0xd9, 0xe0, 0xe1, 0xe2, 0xee, 0xfe];
const nothing = Buffer.alloc(0);

/**
 * Cleans one JPEG. Kept: the picture, its colours (JFIF, ICC, Adobe) and which way is up. Left out: all other notes, and whatever
 * follows the picture's end, where phones hide a film or a second picture with notes of its own. What is broken stays as it is from there on.
 */
export function cleanJpeg(): Cleaner {
  let rest: Buffer = nothing;
  let where: 'segments' | 'scan' | 'after' | 'broken' = 'segments';
  let orientation = 1;
  let frame: { width: number; height: number } | null = null;
  let begun = false;

  const segment = (marker: number, content: Buffer, whole: Buffer): Buffer => {
    if (frames.has(marker) && content.length >= 5)
      frame ??= { height: content.readUInt16BE(1), width: content.readUInt16BE(3) };
    if (marker === app1) {
      const told = orientation === 1 ? orientationIn(content) : null;
      if (!told || told === 1) return nothing;
      orientation = told;
      return uprightNote(told);
    }
    if (marker === app2) return content.toString('latin1', 0, 12) === 'ICC_PROFILE\0' ? whole : nothing;
    if (marker === comment) return nothing;
    const application = marker >= app0 && marker <= 0xef;
    return application && marker !== app0 && marker !== app14 ? nothing : whole;
  };

  /** One step at the beginning of `rest`: what stays of it, or null when more bytes are needed. */
  const step = (): Buffer | null => {
    if (where === 'after') return take(rest.length) && nothing;
    if (where === 'broken') return take(rest.length);
    if (where === 'scan') return scan();
    if (rest.length < 2) return null;
    if (!begun) {
      begun = true;
      return take(2);
    }
    if (rest[0] !== 0xff) return broken();
    // Any number of these may stand before a marker.
    if (rest[1] === 0xff) return take(1) && nothing;
    const marker = rest[1] ?? 0;
    if (marker === endOfImage) {
      where = 'after';
      return take(2);
    }
    // These stand alone.
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) return take(2);
    if (rest.length < 4) return null;
    const length = rest.readUInt16BE(2) + 2;
    if (length < 4) return broken();
    if (rest.length < length) return null;
    const whole = take(length);
    if (marker === startOfScan) where = 'scan';
    return segment(marker, whole.subarray(4), whole);
  };

  const broken = () => {
    where = 'broken';
    return nothing;
  };

  /** The picture itself, up to the next marker. */
  const scan = (): Buffer | null => {
    for (let at = rest.indexOf(0xff); at >= 0 && at + 1 < rest.length; at = rest.indexOf(0xff, at + 1)) {
      const next = rest[at + 1] ?? 0;
      const inside = next === 0x00 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
      if (inside) continue;
      where = 'segments';
      return take(at);
    }
    const sure = rest.at(-1) === 0xff ? rest.length - 1 : rest.length;
    return sure > 0 ? take(sure) : null;
  };

  const take = (length: number): Buffer => {
    const taken = rest.subarray(0, length);
    rest = rest.subarray(length);
    return taken;
  };

  const push = (bytes: Buffer): Buffer => {
    rest = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    const kept: Buffer[] = [];
    while (rest.length > 0) {
      const piece = step();
      if (piece === null) break;
      kept.push(piece);
    }
    return Buffer.concat(kept);
  };

  return {
    push,
    end: () => take(where === 'after' ? 0 : rest.length),
    size: () => (frame && orientation >= 5 ? { width: frame.height, height: frame.width } : frame),
  };
}

/** The same for a photo that is there whole; other pictures stay as they are. */
export function cleaned(photo: Buffer): Buffer {
  if (photo[0] !== 0xff || photo[1] !== 0xd8) return photo;
  const cleaner = cleanJpeg();
  return Buffer.concat([cleaner.push(photo), cleaner.end()]);
}

/** Which way is up, from 1 to 8, in the notes of a camera; null when they do not say. TIFF 6.0, tag 0x0112. */
function orientationIn(content: Buffer): number | null {
  if (content.toString('latin1', 0, 6) !== 'Exif\0\0' || content.length < 14) return null;
  const tiff = content.subarray(6);
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return null;
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return null;
  for (let entry = 0, at = first + 2; entry < short(first) && at + 12 <= tiff.length; entry += 1, at += 12) {
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** The notes of a camera that say which way is up, and nothing else. */
function uprightNote(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, app1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

// What becomes of bytes on a bad way, whatever they were: a mail, a table, a picture.

/** By its name: what it makes of the whole at one place; `text` is put in where something is. */
export const wounds: Readonly<Record<string, (good: Buffer, at: number, text: string) => Buffer>> = {
  'cut off': (good, at) => good.subarray(0, at),
  'without its beginning': (good, at) => good.subarray(at),
  'with more in the middle': (good, at, text) =>
    Buffer.concat([good.subarray(0, at), Buffer.from(text), good.subarray(at)]),
  'with a part twice': (good, at) => Buffer.concat([good, good.subarray(at)]),
  'with other bits': (good, at) => good.map((byte, place) => (place === at ? byte ^ 0x55 : byte)) as Buffer,
};

// For tests: what is in a zip, such as a table for spreadsheets, as text.
import { inflateRawSync } from 'node:zlib';

const entryMark = Buffer.from([0x50, 0x4b, 0x01, 0x02]);

/** Every file in it by its name, read by its table of contents. */
export function filesInZip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = zip.indexOf(entryMark); at >= 0; at = zip.indexOf(entryMark, at + 46)) {
    const [size, length, from] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    const data = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
    const bytes = zip.subarray(data, data + size);
    const packed = zip.readUInt16LE(at + 10) !== 0;
    files.set(zip.toString('utf8', at + 46, at + 46 + length), (packed ? inflateRawSync(bytes) : bytes).toString());
  }
  return files;
}

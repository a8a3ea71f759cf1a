// For tests: small pictures made by hand, and files sent up.
import { expect } from 'vitest';
import type { AttachmentRef } from '../../contract/attachments.ts';
import type { Browser } from '../platform/test.ts';

export { pngOf } from './sample-picture.ts';

/** One part of a JPEG. */
export const segment = (marker: number, content: string | Buffer): Buffer => {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};

/** A camera's notes: which way is up, and a secret place. */
export function exif(orientation: number, secret: string, order: 'II' | 'MM' = 'II'): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4);
  const short = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(order, 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(2, 8);
  for (const [at, tag, value] of [
    [10, 0x0100, 7],
    [22, 0x0112, orientation],
  ] as const) {
    short(tag, at);
    short(3, at + 2);
    long(1, at + 4);
    short(value, at + 8);
  }
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(secret)]));
}

/** A JPEG with these parts before its picture, `scan` as the picture, and something behind its end. */
export function jpegOf({
  parts = [],
  scan = Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4]),
  after = '',
  width = 40,
  height = 30,
}: {
  parts?: readonly Buffer[];
  scan?: Buffer;
  after?: string;
  width?: number;
  height?: number;
}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...parts,
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    scan,
    Buffer.from([0xff, 0xd9]),
    Buffer.from(after),
  ]);
}

/** Sends a file up. */
export const send = (by: Browser, bytes: Buffer, name = 'a.bin', headers: Record<string, string> = {}) =>
  by.call('POST', `/api/attachments?name=${encodeURIComponent(name)}`, bytes, {
    'content-type': 'application/octet-stream',
    ...headers,
  });
/** The same, when it must be taken. */
export const sent = async (...given: Parameters<typeof send>): Promise<AttachmentRef> => {
  const said = await send(...given);
  expect(said.status, said.text).toBe(201);
  return said.body;
};
export const path = ({ id }: { id: string }) => `/api/attachments/${id}`;

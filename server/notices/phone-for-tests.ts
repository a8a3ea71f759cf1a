// For tests: a browser that subscribes to taps, and reads them as browsers do.
import { createDecipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto';

export type Phone = { endpoint: string; keys: ECDH; auth: Buffer };
/** A browser that may be tapped, with keys of its own. */
export const newPhone = (name: string): Phone => {
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  return { endpoint: `https://push.example.com/${name}`, keys, auth: randomBytes(16) };
};

/** What a browser reads of a tap (RFC 8188 and 8291). */
export function opened({ keys, auth }: Phone, body: Buffer): Record<string, string> {
  const salt = body.subarray(0, 16);
  const theirs = body.subarray(21, 21 + (body[20] ?? 0));
  const sealed = body.subarray(21 + theirs.length);
  const derive = (secret: Buffer, using: Buffer, info: Buffer | string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, using, info, length));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), theirs]);
  const secret = derive(keys.computeSecret(theirs), auth, info, 32);
  const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16);
  const decipher = createDecipheriv('aes-128-gcm', key, derive(secret, salt, 'Content-Encoding: nonce\0', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString()) as Record<string, string>;
}

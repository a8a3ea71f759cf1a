// What is sealed before it is stored and signed before it is handed out, with keys made from the installation's own secret.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

export type Secrets = {
  /** Encrypted for one purpose, so that the text can be kept in the database: `v1.<base64url>`. */
  seal: (purpose: string, text: string) => string;
  /** What was sealed for this purpose by this installation; null for anything else. */
  open: (purpose: string, sealed: string) => string | null;
  /** A signature (base64url) of a text for one purpose. */
  sign: (purpose: string, text: string) => string;
  /** Whether a signature is that of the text, in constant time. */
  verify: (purpose: string, text: string, signature: string) => boolean;
};

/** Each purpose has keys of its own: what was made for one is worth nothing for another. */
export function createSecrets(secret: string): Secrets {
  const keys = new Map<string, Buffer>();
  const keyFor = (use: string): Buffer => {
    const known = keys.get(use);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', secret, 'goodturn', use, 32));
    keys.set(use, key);
    return key;
  };
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', keyFor(`sign ${purpose}`))
      .update(text)
      .digest('base64url');
  return {
    seal: (purpose, text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyFor(`seal ${purpose}`), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open: (purpose, sealed) => {
      const bytes = Buffer.from(/^v1\.([\w-]+)$/.exec(sealed)?.[1] ?? '', 'base64url');
      if (bytes.length < 28) return null;
      const decipher = createDecipheriv('aes-256-gcm', keyFor(`seal ${purpose}`), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      try {
        return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
    sign,
    verify: (purpose, text, signature) => {
      const [own, given] = [Buffer.from(sign(purpose, text)), Buffer.from(signature)];
      return own.length === given.length && timingSafeEqual(own, given);
    },
  };
}

// A device that keeps passkeys, in software: makes keys and signs challenges as WebAuthn Level 3 says (ES256, no attestation).
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

type Part = number | string | Buffer | Map<number | string, Part>;

/** As much of CBOR (RFC 8949) as an attestation needs. */
function cbor(part: Part): Buffer {
  if (typeof part === 'number') return part >= 0 ? head(0, part) : head(1, -1 - part);
  if (typeof part === 'string') return Buffer.concat([head(3, Buffer.byteLength(part)), Buffer.from(part)]);
  if (Buffer.isBuffer(part)) return Buffer.concat([head(2, part.length), part]);
  return Buffer.concat([head(5, part.size), ...[...part].flatMap(([key, value]) => [cbor(key), cbor(value)])]);
}

function head(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([kind * 32 + size]);
  return size < 256 ? Buffer.from([kind * 32 + 24, size]) : Buffer.from([kind * 32 + 25, size >> 8, size & 255]);
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest();
const flags = { present: 1, verified: 4, synced: 8 + 16, withKey: 64 };

/** `verifies: false` is a key without a PIN: it does not know who holds it. */
export function createAuthenticator(origin: string, { verifies = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const host = new URL(origin).hostname;
  let counter = 0;

  const data = (extra: number, tail = Buffer.alloc(0), verified = verifies) => {
    counter += 1;
    const bits = flags.present + (verified ? flags.verified : 0) + flags.synced + extra;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(host), Buffer.from([bits]), count, tail]);
  };
  const client = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin }));
  const answer = (response: Record<string, unknown>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });

  return {
    /** What navigator.credentials.create gives. */
    register: (challenge: string) => {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const key = new Map<number, Part>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]);
      const keeper = Buffer.from('ea9b8d664d011d213ce4b6b48cb575d4', 'hex');
      const made = Buffer.concat([keeper, Buffer.from([0, id.length]), id, cbor(key)]);
      const object = new Map<string, Part>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data(flags.withKey, made)],
      ]);
      return answer({
        clientDataJSON: client('webauthn.create', challenge).toString('base64url'),
        attestationObject: cbor(object).toString('base64url'),
        transports: ['internal'],
      });
    },
    /** What navigator.credentials.get gives. */
    signIn: (challenge: string, { verified = verifies } = {}) => {
      const clientData = client('webauthn.get', challenge);
      const authenticatorData = data(0, Buffer.alloc(0), verified);
      const signature = createSign('sha256')
        .update(Buffer.concat([authenticatorData, sha256(clientData)]))
        .sign(privateKey);
      return answer({
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
      });
    },
  };
}

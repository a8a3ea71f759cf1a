// Passkeys between JSON and bytes: what the server says reaches the browser, and the other way.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerOf, creationOf, fromBase64url, requestOf, toBase64url } from './passkey.ts';

const bytes = (...values: number[]) => Uint8Array.from(values).buffer;

test('any bytes survive the way there and back, in letters that an address may carry', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (some) => {
      const text = toBase64url(Uint8Array.from(some).buffer);
      expect(text).toMatch(/^[\w-]*$/);
      expect([...fromBase64url(text)]).toEqual([...some]);
    }),
  );
});

test('a question for signing in keeps what it does not understand', () => {
  const question = requestOf({ challenge: 'AQID', rpId: 'localhost', userVerification: 'required' });
  expect(question).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  expect([...(question.challenge as Uint8Array)]).toEqual([1, 2, 3]);
  expect(question).not.toHaveProperty('allowCredentials');
});

test('a question for a new passkey names the person and the known passkeys in bytes', () => {
  const question = creationOf({
    challenge: 'AQID',
    rp: { id: 'localhost', name: 'Goodturn' },
    user: { id: 'BAU', name: 'aino@example.com', displayName: 'Aino' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    excludeCredentials: [{ id: '_-8', type: 'public-key' }],
  });
  expect([...(question.user.id as Uint8Array)]).toEqual([4, 5]);
  expect(question.excludeCredentials).toEqual([{ id: Uint8Array.from([255, 239]), type: 'public-key' }]);
});

test('an answer carries everything that the server checks, and no handle where there is none', () => {
  const credential = {
    id: 'AQ',
    rawId: bytes(1),
    authenticatorAttachment: 'platform',
    getClientExtensionResults: () => ({ credProps: { rk: true } }),
    response: { clientDataJSON: bytes(2), authenticatorData: bytes(3), signature: bytes(4), userHandle: null },
  };
  expect(answerOf(credential as unknown as PublicKeyCredential)).toEqual({
    id: 'AQ',
    rawId: 'AQ',
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: { credProps: { rk: true } },
    response: { clientDataJSON: 'Ag', authenticatorData: 'Aw', signature: 'BA' },
  });
});

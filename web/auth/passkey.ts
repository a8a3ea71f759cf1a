// Passkeys: between the contract's JSON and the browser's bytes (WebAuthn Level 3). Who may come in, the server says.
import { authApi, type Passkey, type PasskeyChallenge, type SignedIn } from '../../contract/auth.ts';
import { call } from '../platform/api.ts';

/** Whether this browser, at this address, can make and use passkeys at all. */
export const passkeysWork = (): boolean => typeof PublicKeyCredential !== 'undefined' && isSecureContext;

/** Whether the browser offers passkeys in the list under the e-mail field. */
export const autofillWorks = async (): Promise<boolean> =>
  passkeysWork() && ((await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false);

export const toBase64url = (bytes: ArrayBuffer): string =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCodePoint(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.codePointAt(0) ?? 0);

type Named = { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] };
const withBytes = (named: readonly Named[] | undefined) => named?.map((one) => ({ ...one, id: fromBase64url(one.id) }));

/** Options for `navigator.credentials.get`, from their JSON. */
export function requestOf(challenge: PasskeyChallenge): PublicKeyCredentialRequestOptions {
  const {
    challenge: bytes,
    allowCredentials,
    ...rest
  } = challenge as PasskeyChallenge & { allowCredentials?: Named[] };
  const allowed = withBytes(allowCredentials);
  return { ...rest, challenge: fromBase64url(bytes), ...(allowed ? { allowCredentials: allowed } : {}) };
}

type Creation = PasskeyChallenge & {
  rp: PublicKeyCredentialRpEntity;
  user: { id: string; name: string; displayName: string };
  pubKeyCredParams: PublicKeyCredentialParameters[];
  excludeCredentials?: Named[];
};

/** Options for `navigator.credentials.create`, from their JSON. */
export function creationOf(challenge: PasskeyChallenge): PublicKeyCredentialCreationOptions {
  const { challenge: bytes, user, excludeCredentials, ...rest } = challenge as Creation;
  const known = withBytes(excludeCredentials);
  return {
    ...rest,
    challenge: fromBase64url(bytes),
    user: { ...user, id: fromBase64url(user.id) },
    ...(known ? { excludeCredentials: known } : {}),
  };
}

/** What the device answered, as JSON. */
export function answerOf(credential: PublicKeyCredential) {
  const { id, rawId, response, authenticatorAttachment } = credential;
  const said = { clientDataJSON: toBase64url(response.clientDataJSON) };
  return {
    id,
    rawId: toBase64url(rawId),
    type: 'public-key' as const,
    ...(authenticatorAttachment ? { authenticatorAttachment } : {}),
    clientExtensionResults: credential.getClientExtensionResults(),
    response:
      'attestationObject' in response
        ? { ...said, ...attestation(response as AuthenticatorAttestationResponse) }
        : { ...said, ...assertion(response as AuthenticatorAssertionResponse) },
  };
}

const attestation = (response: AuthenticatorAttestationResponse) => ({
  attestationObject: toBase64url(response.attestationObject),
  transports: response.getTransports?.() ?? [],
});
const assertion = ({ authenticatorData, signature, userHandle }: AuthenticatorAssertionResponse) => ({
  authenticatorData: toBase64url(authenticatorData),
  signature: toBase64url(signature),
  ...(userHandle ? { userHandle: toBase64url(userHandle) } : {}),
});

/**
 * Lets the device say who is here. `inAutofill` waits under the e-mail field until one is chosen there or `signal` ends it.
 * Null when the person changed their mind. Throws `Problem` when the server refuses.
 */
export async function signInByPasskey(how: { inAutofill: boolean; signal: AbortSignal }): Promise<SignedIn | null> {
  const publicKey = requestOf(await call(authApi.startPasskeySignIn, {}, { signal: how.signal }));
  const mediation = how.inAutofill ? ({ mediation: 'conditional' } as const) : {};
  const given = await unlessDeclined(navigator.credentials.get({ publicKey, signal: how.signal, ...mediation }));
  if (!given) return null;
  return call(authApi.finishPasskeySignIn, { body: { answer: answerOf(given) } });
}

/** Has the device make a passkey and the server keep it. Null when the person changed their mind. Throws `Problem`. */
export async function addPasskey(name: string): Promise<Passkey | null> {
  const publicKey = creationOf(await call(authApi.startPasskeyRegistration, {}));
  const made = await unlessDeclined(navigator.credentials.create({ publicKey }));
  if (!made) return null;
  return call(authApi.finishPasskeyRegistration, { body: { answer: answerOf(made), ...(name ? { name } : {}) } });
}

/** Closing the browser's window, or waiting too long before it, is no failure. */
async function unlessDeclined(asked: Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    return (await asked) as PublicKeyCredential | null;
  } catch (error) {
    if (error instanceof DOMException && /^(?:NotAllowed|Abort|Timeout)Error$/.test(error.name)) return null;
    throw error;
  }
}

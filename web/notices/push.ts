// This browser and pushes: whether it can take them, whether it does, and changing that. The server's side is contract/notices.ts.

export type Ability = 'able' | 'refused' | 'unable';

/** Whether this browser can be tapped: it may be too old, reached without https, or its owner has said no. */
export function pushAbility(): Ability {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'unable';
  return Notification.permission === 'denied' ? 'refused' : 'able';
}

/** The subscription that this browser has, or null. */
export async function ownSubscription(): Promise<PushSubscription | null> {
  if (pushAbility() === 'unable') return null;
  const registration = await navigator.serviceWorker.getRegistration('/');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** By what the server's list names a subscription. */
export async function markOf(subscription: PushSubscription): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subscription.endpoint));
  return base64url(new Uint8Array(hash));
}

/** Asks the browser's owner, and subscribes with the server's public key; null when they said no. */
export async function subscribe(
  pushKey: string,
): Promise<{ endpoint: string; keys: { p256dh: string; auth: string } } | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  await navigator.serviceWorker.register('/push-worker.js', { scope: '/' });
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
  const key = (name: PushEncryptionKeyName) =>
    base64url(new Uint8Array(subscription.getKey(name) ?? new ArrayBuffer(0)));
  return { endpoint: subscription.endpoint, keys: { p256dh: key('p256dh'), auth: key('auth') } };
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

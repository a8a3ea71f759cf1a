// Where webhooks may go: https on the public internet, and what whoever runs the place has allowed beside it.
import ipaddr from 'ipaddr.js';
import { createReach, isCallable, isPublic, type Reach } from '../platform/outbound.ts';

type Resolve = NonNullable<Parameters<typeof createReach>[0]>['resolve'];

const networkOf = (text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] => {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.parse(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
};

/**
 * The way out for webhooks. `allow` are addresses and networks that may be reached though they are not public; plain http goes
 * to those alone. `mayCall` judges what somebody types; `reach` judges again, by the address that it connects to.
 */
export function wayOut(
  allow: readonly string[],
  resolve?: Resolve,
): { reach: Reach; mayCall: (url: string) => boolean } {
  const networks = allow.map(networkOf);
  const isAllowed = (address: string): boolean => {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.parse(address);
    return networks.some(([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits));
  };
  const limits = { bytes: 1024, ...(resolve ? { resolve } : {}) };
  const secure = createReach({ ...limits, may: (address) => isPublic(address) || isAllowed(address) });
  const plain = createReach({ ...limits, may: isAllowed, plain: true });
  return {
    reach: (call) => (networks.length > 0 && /^http:/i.test(call.url) ? plain(call) : secure(call)),
    mayCall: (url) => isCallable(url) || (networks.length > 0 && isWebAddress(url)),
  };
}

const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' && url.username + url.password === '';
};

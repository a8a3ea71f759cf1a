// For tests of the whole: addresses inside, in every spelling that some program takes for an address; and addresses that lead inside by
// a detour: a name, a scheme, a name and a word before the host. What is done with them: ssrf.test.ts.

/** Where nothing of ours may ever call: this machine, the networks around it, what clouds tell their machines, nobody at all. */
const inside = [
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.1.2.3',
  '172.31.255.254',
  '192.168.0.1',
  '169.254.169.254',
  '100.100.100.200',
];

const parts = (address: string) => address.split('.').map(Number) as [number, number, number, number];
const numberOf = (address: string) => parts(address).reduce((all, part) => all * 256 + part, 0);
const hex = (number: number, width = 1) => number.toString(16).padStart(width, '0');
const octal = (number: number) => `0${number.toString(8)}`;
const groups = (address: string) => {
  const [a, b, c, d] = parts(address);
  return `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
};
const letters = (address: string, from: number) =>
  address.replaceAll(/\d/g, (digit) => String.fromCodePoint(from + Number(digit)));
const encoded = (address: string) => address.replaceAll(/./g, (sign) => `%${hex(sign.charCodeAt(0), 2)}`);

/** One address in all its spellings: IPv4 as programs in C read it, and the ways in which IPv6 carries it. */
const spellings: ((address: string) => string)[] = [
  (address) => address,
  (address) => `${address}.`,
  (address) => String(numberOf(address)),
  (address) => `${numberOf(address)}.`,
  (address) => `0x${hex(numberOf(address), 8)}`,
  (address) => `0X${hex(numberOf(address), 8).toUpperCase()}`,
  (address) => `0x0000${hex(numberOf(address), 8)}`,
  (address) => octal(numberOf(address)),
  (address) =>
    parts(address)
      .map((part) => `0x${hex(part)}`)
      .join('.'),
  (address) => parts(address).map(octal).join('.'),
  (address) =>
    parts(address)
      .map((part) => `00000${part.toString(8)}`)
      .join('.'),
  (address) => `0x${hex(parts(address)[0])}.${parts(address)[1]}.${octal(parts(address)[2])}.${parts(address)[3]}`,
  (address) => `${parts(address)[0]}.${numberOf(address) % 2 ** 24}`,
  (address) => `${parts(address)[0]}.${parts(address)[1]}.${numberOf(address) % 2 ** 16}`,
  (address) => letters(address, 0xff10),
  (address) => letters(address, 0x1d7ce),
  (address) => address.replaceAll('.', '。'),
  (address) => address.replaceAll('.', '．'),
  encoded,
  (address) => `[::ffff:${address}]`,
  (address) => `[::ffff:${groups(address)}]`,
  (address) => `[0:0:0:0:0:FFFF:${groups(address)}]`,
  (address) => `[::${address}]`,
  (address) => `[::ffff:0:${groups(address)}]`,
  (address) => `[64:ff9b::${groups(address)}]`,
  (address) => `[64:ff9b:1::${groups(address)}]`,
  (address) => `[2002:${groups(address)}::]`,
  (address) => `[2002:${groups(address)}:1::1]`,
  (address) => `[2001:0:${groups(address)}::1]`,
  (address) => `[fe80::5efe:${groups(address)}]`,
];

const alone = [
  ...[
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[0000:0000:0000:0000:0000:0000:0000:0001]',
    '[::0001]',
    '[fe80::1]',
    '[fe80::1%25eth0]',
  ],
  ...[
    '[fe80::1%eth0]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[fd20:ce::254]',
    '[fec0::1]',
    '[ff02::1]',
    '[100::1]',
    '[2001:db8::1]',
  ],
  ...[
    '[3fff::1]',
    '[5f00::1]',
    '[4000::1]',
    '[e000::1]',
    '[2001:10::1]',
    '[2001:2::1]',
    '[::ffff:0.0.0.0]',
    '①②⑦.⓪.⓪.①',
    '127。1',
    '127.1',
  ],
  ...[
    '0',
    '0x0',
    '00',
    '1',
    '127.0.1',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
  ],
  ...[
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.255',
    '100.64.0.1',
    '168.63.129.16.',
    'localhost',
    'LOCALHOST',
    'localhost.',
    'x.localhost',
  ],
  ...[
    'ｌｏｃａｌｈｏｓｔ',
    'intranet',
    'db.internal',
    'metadata.google.internal',
    'metadata.google.internal.',
    'nas.local',
    'x.home.arpa',
    'a.onion',
  ],
];

/** Not https, not an address, or with somebody's name in it. */
const neverCalled = (port: string) => [
  ...[
    'http',
    'ftp',
    'ws',
    'wss',
    'gopher',
    'dict',
    'ldap',
    'sftp',
    'tftp',
    'jar:https',
    'netdoc',
    'file',
    'ssh',
    'smb',
    'redis',
  ].map((scheme) => `${scheme}://hooks.example.com:${port}/_`),
  ...[
    'file:///etc/passwd',
    'data:text/plain,x',
    'javascript:1',
    'blob:https://hooks.example.com/1',
    'about:blank',
    'mailto:a@b.example',
  ],
  ...[
    '//hooks.example.com/',
    'hooks.example.com',
    '',
    'https://',
    'https:///',
    'https://:443/',
    'https://[',
    'https://[::1',
    'https://a b.example/',
  ],
  ...[
    'https://name:word@hooks.example.com/',
    'https://name@hooks.example.com/',
    `https://hooks.example.com@127.0.0.1:${port}/`,
  ],
  ...[
    `https://hooks.example.com:443@127.0.0.1:${port}/`,
    `https://hooks.example.com%40127.0.0.1:${port}/`,
    'https://hooks.example.com:99999/',
  ],
  ...[
    `https://127.0.0.1:${port}#@hooks.example.com/`,
    `https://127.0.0.1:${port}?@hooks.example.com/`,
    `https://127.0.0.1:${port}\\@hooks.example.com/`,
  ],
  ...[
    `https:127.0.0.1:${port}/`,
    `https:/127.0.0.1:${port}/`,
    `https:\\\\127.0.0.1:${port}/`,
    `\thttps://127.0.0.1:${port}/`,
    `ht\ntps://127.0.0.1:${port}/`,
  ],
  ...[
    `https://127.0.0.1:${port}\t/`,
    `https://127.0.0\n.1:${port}/`,
    `https://127\u00AD.0.0.1:${port}/`,
    `https://127.0.0.1\u200B:${port}/`,
  ],
];

/** Addresses that are refused where they are typed; `port` is where somebody inside would hear a call. */
export const refusedForms = (port: string): string[] => [
  ...inside.flatMap((address) => spellings.map((spell) => `https://${spell(address)}:${port}/in`)),
  ...alone.map((host) => `https://${host}:${port}/in`),
  ...neverCalled(port),
];

/** Names like any other, and what those who own them say that they mean: inside, or inside as well. */
export const names: readonly (readonly [host: string, ...addresses: string[]])[] = [
  ['127.0.0.1.names.example', '127.0.0.1'],
  ['loopback.example', '::1'],
  ['any.example', '0.0.0.0'],
  ['any6.example', '::'],
  ['mapped.example', '::ffff:127.0.0.1'],
  ['mapped-hex.example', '::ffff:7f00:1'],
  ['metadata.example', '169.254.169.254'],
  ['metadata6.example', 'fd00:ec2::254'],
  ['nat64.example', '64:ff9b::7f00:1'],
  ['sixtofour.example', '2002:7f00:1::'],
  ['link.example', 'fe80::1'],
  ['zone.example', 'fe80::1%lo'],
  ['both.example', '93.184.216.34', '127.0.0.1'],
  ['both-turned.example', '127.0.0.1', '93.184.216.34'],
  ['both6.example', '2606:4700:4700::1111', '::1'],
  ['odd.example', 'localhost'],
  ['empty.example', ''],
  ['hooks.example.', '10.0.0.1'],
  ['xn--80ak6aa92e.example', '192.168.1.1'],
  ['localtest.example', '127.0.0.53'],
];

// For tests: what small desks of each kind would export, as their interfaces answer.
const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const upload = (name: string, value: unknown) => ({ name, bytes: bytes(value) });
const base64 = (text: string) => Buffer.from(text).toString('base64');

export const around = { zone: 'Europe/Helsinki', now: new Date('2026-11-24T08:00:00Z') };

export const zammadUsers = [
  { id: 1, login: '-', firstname: '-', lastname: '', email: '', active: false },
  {
    id: 3,
    login: 'agent@example.com',
    firstname: 'Mika',
    lastname: 'Korhonen',
    email: 'mika@example.com',
    active: true,
  },
  { id: 7, login: 'nicole', firstname: 'Nicole', lastname: 'Braun', email: 'nicole@old.example', active: true },
  { id: 8, login: 'never', firstname: 'Named', lastname: 'Nowhere', email: 'nowhere@old.example', active: true },
];
export const zammadTicket = {
  id: 21,
  group_id: 2,
  group: 'IT',
  number: '67021',
  title: 'The projector of Sali 3',
  state: 'closed',
  state_id: 4,
  customer_id: 7,
  customer: 'nicole@old.example',
  owner_id: 3,
  owner: 'agent@example.com',
  created_at: '2024-03-05T09:12:00.000Z',
  updated_at: '2024-03-07T11:00:00.000Z',
  close_at: '2024-03-06T15:00:00.000Z',
};
export const zammadArticles = [
  {
    id: 101,
    ticket_id: 21,
    type: 'email',
    sender: 'Customer',
    from: 'Nicole Braun <nicole@old.example>',
    subject: 'The projector',
    body: '<div>It shows only <b>green</b>.<br>Since Monday &amp; always.</div><script>steal()</script>',
    content_type: 'text/html',
    internal: false,
    created_by_id: 7,
    created_by: 'nicole@old.example',
    created_at: '2024-03-05T09:12:00.000Z',
    attachments: [
      { id: 5, filename: 'green.txt', size: '5', preferences: { 'Content-Type': 'text/plain' }, data: base64('green') },
      { id: 6, filename: 'gone.png', size: '900', preferences: { 'Content-Type': 'image/png' } },
    ],
  },
  {
    id: 102,
    ticket_id: 21,
    type: 'note',
    sender: 'Agent',
    from: 'Mika Korhonen',
    body: 'CANARY the lamp is cheap',
    content_type: 'text/plain',
    internal: true,
    created_by_id: 3,
    created_at: '2024-03-05T10:00:00.000Z',
    attachments: [],
  },
  {
    id: 103,
    ticket_id: 21,
    type: 'email',
    sender: 'Agent',
    from: 'Mika Korhonen via Desk <desk@example.com>',
    body: 'Changed the cable.',
    content_type: 'text/plain',
    internal: false,
    created_by_id: 3,
    created_at: '2024-03-06T14:59:00.000Z',
  },
];
export const zammadOpen = {
  id: 22,
  group_id: 9,
  number: '67022',
  title: '',
  state: 'open',
  customer_id: 999,
  owner_id: 1,
  owner: '-',
  created_at: '2026-11-20T09:12:00.000Z',
  articles: [
    {
      id: 110,
      body: 'A second key, please',
      content_type: 'text/plain',
      internal: false,
      created_at: '2026-11-20T09:12:00Z',
    },
  ],
};
export const zammad = [
  upload('tickets.json', [zammadTicket, zammadOpen]),
  upload('articles-21.json', zammadArticles),
  upload('rest.json', {
    users: zammadUsers,
    groups: [
      { id: 2, name: 'IT' },
      { id: 9, name: 'Front desk keys' },
    ],
  }),
];

const user = (id: string) => ({ id, type: 'user', _url: `https://rt.example/REST/2.0/user/${id}` });
export const rt = [
  upload('ticket-47.json', {
    id: 47,
    type: 'ticket',
    Subject: 'Towels',
    Status: 'rejected',
    Queue: { id: '3', type: 'queue', _url: 'https://rt.example/REST/2.0/queue/3' },
    Owner: user('Nobody'),
    Creator: user('carl'),
    Requestor: [user('carl')],
    Created: '2018-02-19T17:58:50Z',
    Resolved: '1970-01-01T00:00:00Z',
    LastUpdated: '2018-02-20T17:58:50Z',
  }),
  upload('gone.json', { id: 48, Subject: 'Spam', Status: 'deleted', Created: '2018-02-19T17:58:50Z', Requestor: [] }),
  upload('history.json', {
    count: 3,
    page: 1,
    items: [
      {
        id: '90',
        type: 'transaction',
        Type: 'Create',
        Creator: user('carl'),
        Created: '2018-02-19T17:58:50Z',
        Object: { id: '47', type: 'ticket' },
      },
      {
        id: '91',
        type: 'transaction',
        Type: 'Comment',
        Creator: user('root'),
        Created: '2018-02-19T18:58:50Z',
        Object: { id: '47' },
        Content: 'He always asks for more',
      },
      {
        id: '92',
        type: 'transaction',
        Type: 'Status',
        Creator: user('root'),
        Created: '2018-02-20T17:58:50Z',
        Object: { id: '47' },
      },
      {
        id: '93',
        type: 'transaction',
        Type: 'Correspond',
        Creator: user('root'),
        Created: '2018-02-20T17:57:50Z',
        Object: { id: '47' },
        Content: 'We have no more towels.',
      },
    ],
  }),
  upload('attachments.json', {
    items: [
      { id: '5', TransactionId: { id: '90' }, ContentType: 'text/plain', Content: base64('Ten towels for the sauna') },
      {
        id: '6',
        TransactionId: { id: '90' },
        ContentType: 'text/html',
        Content: base64('<p>Ten towels for the sauna</p>'),
      },
      { id: '7', TransactionId: { id: '90' }, ContentType: 'text/plain', Filename: 'list.txt', Content: base64('10') },
    ],
  }),
  upload('users.json', {
    items: [{ id: 'carl', type: 'user', Name: 'carl', RealName: 'Carl Berg', EmailAddress: 'carl@old.example' }],
  }),
  upload('queues.json', { items: [{ id: '3', type: 'queue', Name: 'Housekeeping' }] }),
];

export const glpi = [
  upload('export.json', {
    Ticket: [
      {
        id: 278,
        name: 'Heating',
        content: '&#60;p&#62;It is &#60;strong&#62;cold&#60;/strong&#62;&#60;/p&#62;',
        status: 6,
        date: '2023-01-28 13:26:26',
        solvedate: '2023-01-29 10:20:13',
        closedate: '2023-02-04 10:20:13',
        users_id_recipient: 6,
        is_deleted: 0,
      },
      { id: 279, name: 'No date', content: 'x', status: 1, date: null, users_id_recipient: 6, is_deleted: 0 },
    ],
    Ticket_User: [
      { id: 1, tickets_id: 278, users_id: 6, type: 1 },
      { id: 2, tickets_id: 278, users_id: 5, type: 2 },
    ],
    Group_Ticket: [{ id: 1, tickets_id: 278, groups_id: 4, type: 2 }],
    ITILFollowup: [
      {
        id: 31,
        itemtype: 'Ticket',
        items_id: 278,
        date: '2023-01-28 15:00:00',
        users_id: 5,
        content: '<p>On my way</p>',
        is_private: 0,
      },
      {
        id: 32,
        itemtype: 'Ticket',
        items_id: 278,
        date: '2023-01-28 15:05:00',
        users_id: 5,
        content: 'Again him',
        is_private: 1,
      },
      {
        id: 33,
        itemtype: 'Change',
        items_id: 278,
        date: '2023-01-28 15:05:00',
        users_id: 5,
        content: 'Of a change',
        is_private: 0,
      },
    ],
    User: [
      { id: 5, name: 'tech', realname: 'Virtanen', firstname: 'Teo', is_active: 1 },
      { id: 6, name: 'post', realname: 'Salo', firstname: 'Eeva', is_active: 0 },
    ],
    UserEmail: [{ id: 1, users_id: 5, email: 'teo@old.example', is_default: 1 }],
    Group: [{ id: 4, name: 'Maintenance', completename: 'House > Maintenance' }],
    Document: [{ id: 12, filename: 'plan.txt', mime: 'text/plain', base64: base64('plan') }],
    Document_Item: [{ id: 1, documents_id: 12, items_id: 278, itemtype: 'Ticket' }],
  }),
];

export const table = [
  upload(
    'vanhat.csv',
    `Numero;Otsikko;Kuvaus;Pyytäjä;Tiimi;Tila;Luotu;Suljettu;Käsittelijä;Vastaus;Muistiinpano
A-1;Avain;"Huone 12
ei aukea";aino@example.com;IT;suljettu;3.2.2025 9.30;4.2.2025;mika@example.com;Vaihdettu;Halpa lukko
A-2;Lamppu;;Pentti Entinen;Keittiö;avoin;2025-02-05;;;;
A-3;Ovi;;aino@example.com;IT;kummallinen;2025-02-05;;;;
A-1;Avain taas;;aino@example.com;IT;avoin;2025-02-05;;;;
A-5;Huominen;;aino@example.com;IT;avoin;2999-02-05;;;;
`,
  ),
];
export { upload };

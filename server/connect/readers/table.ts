// Requests from a table (CSV): one a row, the columns known by their titles in four languages. What is answered and noted there comes along.
import { refused, type Refused, isRefused } from '../../platform/outcome.ts';
import { readCsv } from '../../platform/read-csv.ts';
import type { Around, Old, OldRequest, OldState, Trouble, Upload } from '../importing.model.ts';
import { momentOf } from './fields.ts';
import { plain } from './markup.ts';
import { addressIn, people, type People } from './people.ts';
import { storyOf, type Said } from './story.ts';

const mostRows = 100_000;

const columns = {
  number:
    'number|id|ticket|ticket id|ticket number|key|request|no|case number|numero|tunnus|tiketti|tikettinumero|número|nº|código|caso|номер|ид|заявка|номер заявки',
  title: 'title|subject|summary|name|short description|otsikko|aihe|título|asunto|resumen|название|тема|заголовок',
  details:
    'details|description|body|text|kuvaus|sisältö|teksti|lisätiedot|detalles|descripción|texto|cuerpo|описание|подробности|текст',
  requester:
    'requester|requester email|email|customer|customer email|reporter|opened by|asked by|from|pyytäjä|pyytäjän sähköposti|ilmoittaja|asiakas|sähköposti|solicitante|correo del solicitante|correo|cliente|заявитель|почта заявителя|инициатор|клиент|автор|почта',
  name: 'requester name|customer name|reporter name|pyytäjän nimi|nombre del solicitante|имя заявителя',
  team: 'team|queue|group|assignment group|department|project|tiimi|jono|ryhmä|osasto|equipo|cola|grupo|departamento|команда|очередь|группа|отдел',
  state: 'state|status|tila|estado|состояние|статус',
  created:
    'created|created at|opened|date|asked|avattu|luotu|päivä|pyydetty|creado|creada|abierto|fecha|fecha de creación|создано|создана|дата|дата создания|открыто',
  closed:
    'closed|closed at|resolved|resolved at|solved|ended|suljettu|ratkaistu|valmis|cerrado|cerrada|resuelto|fecha de cierre|закрыто|закрыта|решено|дата закрытия',
  provider:
    'provider|provider email|assignee|assigned to|agent|owner|käsittelijä|palvelija|vastuuhenkilö|agente|asignado|asignado a|responsable|исполнитель|ответственный|почта исполнителя',
  answer:
    'answer|answers|message|messages|comments|solution|resolution|resolution notes|vastaus|viestit|ratkaisu|respuesta|mensajes|solución|ответ|сообщения|решение',
  note: 'note|notes|work notes|internal note|internal notes|muistiinpano|muistiinpanot|sisäinen muistiinpano|nota|notas|nota interna|заметка|заметки|внутренняя заметка',
} as const;
type Column = keyof typeof columns;

const folded = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^()\n]*\)/g, ' ')
    .replaceAll(/[^\p{L}\p{N}º]+/gu, ' ')
    .trim();
const byTitle = new Map(
  Object.entries(columns).flatMap(([field, names]) =>
    names.split('|').map((name) => [folded(name), field as Column] as const),
  ),
);

const stateWords: Record<OldState, string> = {
  asked:
    'asked|open|new|pending|in progress|waiting|on hold|assigned|reopened|to do|todo|avoin|uusi|kesken|odottaa|työn alla|abierto|abierta|nuevo|nueva|pendiente|en curso|en espera|открыт|открыта|открыто|новая|новый|в работе|ожидание|ожидает',
  closed:
    'closed|resolved|solved|done|complete|completed|fixed|finished|suljettu|ratkaistu|valmis|tehty|cerrado|cerrada|resuelto|resuelta|hecho|completado|закрыт|закрыта|закрыто|решен|решена|решено|выполнен|выполнена|выполнено|готово',
  declined:
    'declined|rejected|refused|won t do|wont fix|hylätty|rechazado|rechazada|отклонен|отклонена|отклонено|отказано',
  withdrawn:
    'withdrawn|cancelled|canceled|duplicate|peruttu|peruutettu|cancelado|cancelada|anulado|отменен|отменена|отменено|отозвана',
};
const byWord = new Map(
  Object.entries(stateWords).flatMap(([state, names]) =>
    names.split('|').map((name) => [name.replaceAll('ё', 'е'), state as OldState] as const),
  ),
);

/** Reads tables of requests; a row that cannot be read is told with its line, and the rest comes along. */
export function readTables(uploads: readonly Upload[], around: Around): Old {
  const old: Old = { people: [], requests: [], troubles: [] };
  const roll = people();
  const seen = new Map<string, number>();
  for (const { name: file, bytes } of uploads) {
    const fail = (place: number, reasons: Refused[], number = '', name = '') =>
      old.troubles.push({ file, place, number, name, reasons });
    const table = readCsv(bytes, mostRows);
    if (isRefused(table)) {
      fail(0, [{ ...table, field: 'file' }]);
      continue;
    }
    const fields = fieldsOf(table.head);
    const missing = (['number', 'title', 'created'] as const).filter((field) => !fields.includes(field));
    if (missing[0]) {
      fail(
        1,
        missing.map((name) => refused('noSuchColumn', { field: 'file', params: { name } })),
      );
      continue;
    }
    for (const { line, cells, tooMany } of table.rows) {
      const row = Object.fromEntries(fields.flatMap((field, at) => (field ? [[field, cells[at] ?? '']] : []))) as Row;
      const first = seen.get(row.number ?? '');
      const reasons = [
        ...(tooMany ? [refused('tooManyCells')] : []),
        ...(first === undefined ? [] : [refused('twiceInFile', { field: 'number', params: { line: first } })]),
      ];
      const read = requestIn(row, roll, around, reasons);
      if (Array.isArray(read)) fail(line, read, row.number?.slice(0, 60), row.title?.slice(0, 200));
      else {
        seen.set(row.number ?? '', line);
        old.requests.push({ file, place: line, item: read, reasons: [] });
      }
    }
  }
  return { ...old, people: roll.all() };
}

type Row = Partial<Record<Column, string>>;

function fieldsOf(head: readonly string[]): Array<Column | null> {
  const taken = new Set<Column>();
  return head.map((title) => {
    const field = byTitle.get(folded(title));
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** One row as a request, or what is wrong with it. */
function requestIn(
  row: Row,
  roll: People,
  around: Around,
  before: readonly Refused[],
): OldRequest | Trouble['reasons'] {
  const reasons: Refused[] = [...before];
  const need = (field: 'number' | 'title' | 'created') => {
    if (!row[field]) reasons.push(refused('required', { field }));
    return row[field] ?? '';
  };
  const instant = (field: 'created' | 'closed', text: string | undefined): Date | null => {
    const found = text ? momentOf(text, around) : null;
    if (text && !found) reasons.push(refused('notAnInstant', { field }));
    return found;
  };
  const number = plain(need('number')).replaceAll(/\s+/g, ' ').slice(0, 200).toWellFormed();
  const title = need('title');
  const created = instant('created', need('created'));
  const closed = instant('closed', row.closed);
  const told = folded(row.state ?? '').replaceAll('ё', 'е');
  const state = told === '' ? (closed ? 'closed' : 'asked') : byWord.get(told);
  if (!state)
    reasons.push(refused('notAChoice', { field: 'state', params: { choices: 'open, closed, declined, withdrawn' } }));
  if (reasons.length > 0 || !created || !state) return reasons;
  const someone = (cell: string | undefined, name?: string) =>
    roll.named([cell], name || (addressIn(cell) ? null : cell));
  const requester = someone(row.requester, row.name);
  const provider = row.provider ? someone(row.provider) : null;
  const ended = state === 'asked' ? null : (closed ?? created);
  const said = (body: string | undefined, isPrivate: boolean): Said[] =>
    body
      ? [{ author: provider ?? roll.named([]), at: ended ?? created, body: plain(body), private: isPrivate, files: [] }]
      : [];
  const opening: Said = {
    author: requester,
    at: created,
    body: plain(row.details ?? ''),
    private: false,
    files: [],
    opening: true,
  };
  const draft = {
    key: number,
    number,
    title: plain(title),
    requester,
    owner: provider,
    team: row.team ?? '',
    state,
    reason: state === 'declined' ? (row.state ?? '') : '',
    createdAt: created,
    endedAt: ended,
  };
  return storyOf(draft, [opening, ...said(row.answer, false), ...said(row.note, true)]);
}

import { parseStatus } from '../../../catalog/status.ts';
import { codeOfCell } from '../../message/code-cell.ts';
import { foldedName } from '../../message/field-name.ts';
import type { Field } from '../../message/fields.ts';
import { isNothing } from '../../message/nothing.ts';
import { LooseTimes } from '../../message/time/loose-times.ts';
import { parseAnyTime } from '../../message/time/any-time.ts';
import { cellsOf, firstRecord } from '../../records/csv/delimiter.ts';
import { isSum } from '../../records/csv/note.ts';
import type { Heading } from '../format.ts';

/** Field -> folded heading of its column. */
export type Columns = ReadonlyMap<Field, string>;

/** How much of a text is looked at: some dozens of rows. */
const SAMPLE = 16_384;
const ROWS = 60;

/** A column and what stands in it. */
export interface Sampled {
  /** As it is spelled. */
  readonly cell: string;
  /** Folded. */
  readonly name: string;
  /** Words of the heading without accents: "latest_status" and "latestStatus" are latest, status. */
  readonly words: readonly string[];
  /** Cells that hold something, without repeats. */
  readonly values: readonly string[];
}

/** The columns of a table and what stands in them under the heading, where the text goes on so far. */
export function sampled({ cells, delimiter }: Heading, text: string): readonly Sampled[] {
  const rows: (readonly string[])[] = [];
  let rest = text.slice(0, SAMPLE);
  for (let isHeading = true; rest !== '' && rows.length < ROWS; isHeading = false) {
    const record = firstRecord(rest);
    const row = cellsOf(record, delimiter);
    // Another heading, where files were joined, says nothing; nor does a row that it sticks to.
    if (!isHeading && row.length === cells.length && !isSum(row) && foldedName(row.join('')) !== foldedName(cells.join(''))) rows.push(row);
    rest = rest.slice(record.length).replace(/^(?:\r\n|[\r\n])/, '');
    // The last record of the sample may be cut.
    if (rest === '' && text.length > SAMPLE) rows.pop();
  }
  return cells.map((cell, place) => ({
    cell,
    name: foldedName(cell),
    words: cell
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word !== ''),
    values: [...new Set(rows.map((row) => (row[place] ?? '').trim()).filter((value) => !isNothing(value)))],
  }));
}

const isTime = (value: string): boolean => !Number.isNaN(parseAnyTime(value)) || !Number.isNaN(new LooseTimes({}).read(value));
const isNumber = (value: string): boolean => /^[-+]?\d+(?:[.,]\d+)?$/.test(value);
/** A number that can be called, masked, rounded by a spreadsheet or neither, or the address of a channel. */
const isAddress = (value: string): boolean =>
  /^(?:whatsapp|messenger|rcs|sms):/i.test(value) ||
  /^\d[.,]\d+E\+?\d+$/i.test(value) ||
  (/^\+?[\d\s().*xX•-]{7,25}$/.test(value) && /\d{2}/.test(value) && !isTime(value));

interface Clue {
  readonly field: Field;
  /** Words of which the heading has one; any heading when absent. */
  readonly words?: RegExp;
  /** What every value looks like, of which there must be one. */
  readonly values: (value: string) => boolean;
  /** Some may look otherwise: a number that is none is why messages fail. */
  readonly isLoose?: boolean;
}

/** Share of the values of a column that must look like its field where some may look otherwise. */
const NEARLY_ALL = 0.75;

const wordsOf = (words: string): RegExp => new RegExp(`^(?:${words.replaceAll(' ', '|')})$`);

/** What a column of statuses is called. */
const STATUS_WORD = wordsOf('status state statut estado estatus stato zustand');

/** A shorter number is a count as well. */
const CODE_LENGTH = 5;

/** The clues, the surest first; a column serves the first field that it fits. Headings are in the languages that spreadsheets and apps are. */
const clues: readonly Clue[] = [
  { field: 'sid', values: (value) => /^(?:SM|MM)(?:[\da-f]{32}|[\w*•.…-]{4,32})$/i.test(value) },
  { field: 'accountSid', values: (value) => /^AC[\da-f]{32}$/i.test(value) },
  { field: 'messagingServiceSid', values: (value) => /^MG[\da-f]{32}$/i.test(value) },
  {
    field: 'status',
    words: STATUS_WORD,
    values: (value) => parseStatus(value) !== undefined,
  },
  { field: 'status', values: (value) => parseStatus(value) !== undefined },
  { field: 'direction', values: (value) => /^(?:inbound|outbound)(?:-\w+)?$/i.test(value) },
  {
    field: 'errorCode',
    words: wordsOf('error err code errorcode fehler fehlercode erreur erro errore codigo codice fout foutcode'),
    values: (value) => /^0(?:\.0)?$/.test(value) || (codeOfCell(value)?.length ?? 0) >= CODE_LENGTH,
  },
  { field: 'sent', words: wordsOf('sent gesendet envoye envoi enviado envio inviato invio verzonden'), values: isTime },
  { field: 'created', words: wordsOf('created queued inserted'), values: isTime },
  { field: 'updated', words: wordsOf('updated modified changed'), values: isTime },
  {
    field: 'sent',
    words: wordsOf('date time timestamp datetime at when datum zeit zeitpunkt uhrzeit fecha hora data ora heure tijd'),
    values: isTime,
  },
  {
    field: 'price',
    words: wordsOf('price cost charge preis kosten prix cout precio coste preco custo prezzo costo prijs'),
    values: isNumber,
  },
  { field: 'priceUnit', words: wordsOf('currency unit wahrung devise moneda moeda valuta'), values: (value) => /^[a-z]{3}$/i.test(value) },
  { field: 'segments', words: wordsOf('segments? parts segmente segmentos segmenti'), values: isNumber },
  {
    field: 'from',
    words: wordsOf('from sender source originator von absender de expediteur remitente remetente mittente da van afzender'),
    values: (value) => isAddress(value) || /^[\w .+-]{3,11}$/.test(value),
  },
  {
    field: 'to',
    words: wordsOf(
      'to recipient destination dest phone mobile msisdn number customer contact patient user an empfanger destinataire para destinatario a naar ontvanger telefon telefono telefone numero kunde client cliente',
    ),
    values: isAddress,
    isLoose: true,
  },
  {
    field: 'body',
    words: wordsOf('body text message content sms nachricht mensaje mensagem messaggio bericht texto testo inhalt'),
    values: (value) => !isNumber(value) && !isTime(value),
  },
];

/**
 * Names that are enough where a column is empty as far as it is looked at, the surest first: most messages have no error, and the newest
 * have no price yet. The whole heading, its words with blanks between.
 */
const unseen: readonly (readonly [Field, RegExp])[] = [
  ['errorCode', /^(?:.+ )?(?:(?:error|err|failure) (?:code|number|no)|errorcode|fehlercode|foutcode)$/],
  ['errorCode', /^(?:code|codigo|codice)(?: d| de| di)? (?:error|erreur|erro|errore)$/],
  ['errorCode', /^(?:(?:twilio|sms|message|delivery|last) )*(?:error|err|fehler|erreur|erro|errore|fout)$/],
  ['price', /^(?:(?:twilio|sms|message|total) )*(?:price|cost|preis|kosten|prix|cout|precio|coste|preco|custo|prezzo|costo|prijs)$/],
];

/** Which column is which, by names and by what stands in them. */
export function guessedColumns(heading: Heading, text: string): Columns {
  const found = new Map<Field, string>();
  const taken = new Set<string>();
  const columns = sampled(heading, text);
  const take = (field: Field, isIt: (column: Sampled) => boolean): void => {
    if (found.has(field)) return;
    const column = columns.find((one) => !taken.has(one.name) && one.name !== '' && isIt(one));
    if (column === undefined) return;
    found.set(field, column.name);
    taken.add(column.name);
  };
  for (const { field, words, values, isLoose = false } of clues)
    take(
      field,
      (one) =>
        (words === undefined || one.words.some((word) => words.test(word))) &&
        one.values.length > 0 &&
        (isLoose ? one.values.filter(values).length >= NEARLY_ALL * one.values.length : one.values.every(values)),
    );
  for (const [field, name] of unseen) take(field, (one) => one.values.length === 0 && name.test(one.words.join(' ')));
  return found;
}

/** How many times as many people as senders there must be, so that one column is the people. */
const CLEARLY = 2;

/**
 * Which column is which where none has a name, by what stands in them alone. Of two columns of numbers the one with clearly more of them
 * is who messages went to; where neither is, neither is taken.
 */
export function guessedPlaces(heading: Heading, text: string): Columns {
  const found = new Map(guessedColumns(heading, text));
  const taken = new Set(found.values());
  const free = sampled(heading, text).filter(({ name, values }) => !taken.has(name) && values.length > 0);
  const codes = free.find(
    ({ values }) => values.every((value) => /^(?:0|[1-9]\d{4})$/.test(value)) && values.some((value) => value !== '0'),
  );
  const times = free.find(({ values }) => values.every(isTime));
  if (codes !== undefined) found.set('errorCode', codes.name);
  if (times !== undefined) found.set('sent', times.name);
  const numbers = free.filter((one) => one !== codes && one !== times && one.values.every(isAddress));
  const [most, next] = [...numbers].sort((a, b) => b.values.length - a.values.length);
  if (most !== undefined && numbers.length <= 2 && most.values.length >= CLEARLY * (next?.values.length ?? 0)) {
    found.set('to', most.name);
    if (next !== undefined) found.set('from', next.name);
  }
  return found;
}

/** Whether a row is a heading: no cell of it is a value of a message. "Sent" and "Read" are words for columns too where one is called after the status. */
export const isHeading = ({ cells }: Heading): boolean => {
  const isOfStatus = cells.some((cell) => STATUS_WORD.test(cell.toLowerCase()));
  return !cells.some(
    (cell) =>
      cell !== '' &&
      (/^(?:SM|MM|AC)[\da-f]{32}$/i.test(cell) || (!isOfStatus && parseStatus(cell) !== undefined) || isAddress(cell) || isTime(cell)),
  );
};

/** Whether columns are enough to count messages: what became of them, and whose they are. */
export const isEnough = (columns: Columns): boolean =>
  columns.has('status') && (['sid', 'to', 'from'] as const).some((field) => columns.has(field));

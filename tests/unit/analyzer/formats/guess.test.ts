/** By which words and values a column is told, word by word. */
import { expect, test } from 'vitest';
import { guessedColumns, guessedPlaces, isEnough, isHeading, sampled } from '../../../../src/analyzer/formats/own-table/guess.ts';
import { headingOf } from '../../../../src/analyzer/formats/recognise.ts';

const guessed = (heading: readonly string[], ...rows: readonly (readonly string[])[]): Readonly<Record<string, string>> =>
  Object.fromEntries(guessedColumns(headingOf(heading, ','), [heading, ...rows].map((row) => row.join(',')).join('\n')));

const TIME = '2026-03-04 10:00:00';
const words: readonly (readonly [field: string, words: string, value: string])[] = [
  ['errorCode', 'error err code errorcode fehler fehlercode erreur erro errore codigo codice fout foutcode', '30003'],
  ['sent', 'sent gesendet envoye envoi enviado envio inviato invio verzonden', TIME],
  ['created', 'created queued inserted', TIME],
  ['updated', 'updated modified changed', TIME],
  ['sent', 'date time timestamp datetime at when datum zeit zeitpunkt uhrzeit fecha hora data ora heure tijd', TIME],
  ['price', 'price cost charge preis kosten prix cout precio coste preco custo prezzo costo prijs', '-0.0083'],
  ['priceUnit', 'currency unit wahrung devise moneda moeda valuta', 'USD'],
  ['segments', 'segment segments parts segmente segmentos segmenti', '2'],
  ['from', 'from sender source originator von absender de expediteur remitente remetente mittente da van afzender', 'ACME'],
  [
    'to',
    'to recipient destination dest phone mobile msisdn number customer contact patient user an empfanger destinataire para destinatario a naar ontvanger telefon telefono telefone numero kunde client cliente',
    '+12025550140',
  ],
  ['body', 'body text message content sms nachricht mensaje mensagem messaggio bericht texto testo inhalt', 'See you'],
];

test.for(words)('%s is called %s', ([field, names, value]) => {
  for (const name of names.split(' ')) expect(guessed([name, 'x'], [value, 'y'])).toEqual({ [field]: name });
  // Part of a heading, in whatever case, but no part of a word; and nothing else stands in the column.
  const [first = ''] = names.split(' ');
  expect(guessed([`my_${first.toUpperCase()} 2`], [value])).toEqual({ [field]: `my${first}2` });
  expect(guessed([`x${first}x`], [value])).toEqual({});
  expect(guessed([first], [value], ['%'])).toEqual(field === 'body' ? { body: first } : {});
});

test.for(['error_code', 'Error', 'errorCode', 'Twilio error code', 'SMS Error Number', 'Fehlercode', 'code erreur', 'codigo de erro'])(
  '%s is the error code though nothing has failed so far',
  (name) => {
    const { errorCode } = guessed(['to', 'status', name], ['+12025550140', 'delivered', ''], ['+12025550141', 'sent', 'NULL']);
    expect(errorCode).toBe(headingOf([name], ',').names[0]);
  },
);

test('the column with codes is preferred to an empty one, and the code of an error to its words; no other name will do for an empty one', () => {
  expect(guessed(['error', 'failure code'], ['', '30003'])).toEqual({ errorCode: 'failurecode' });
  expect(guessed(['error', 'error_code'], ['', ''])).toEqual({ errorCode: 'errorcode' });
  for (const name of ['error message', 'code', 'promo code', 'errors seen', 'last error text'])
    expect(guessed([name, 'x'], ['', 'y'])).toEqual({});
  expect(guessed(['price', 'unit price list'], ['', ''])).toEqual({ price: 'price' });
});

test('recipients of whom some are no number are recipients; where most are none, they are not', () => {
  const good = ['+12025550140', '+12025550141', '+12025550142'];
  const column = (...values: readonly string[]) => guessed(['to'], ...values.map((value) => [value]));
  expect(column(...good, 'unknown')).toEqual({ to: 'to' });
  expect(column(...good, '1.20256E+10', '1.20256E+11')).toEqual({ to: 'to' });
  expect(column(...good, 'unknown', 'ann')).toEqual({});
});

test('accents and capitals inside a heading part its words as blanks do', () => {
  expect(guessed(['Envoyé', 'lastStatus', 'Empfänger'], [TIME, 'sent', '+12025550140'])).toEqual({
    sent: 'envoyé',
    status: 'laststatus',
    to: 'empfänger',
  });
});

test('a status, a SID and a direction are told by what stands in the column, whatever it is called', () => {
  const hex = '0'.repeat(32);
  const values = {
    sid: `SM${hex}`,
    accountSid: `AC${hex}`,
    messagingServiceSid: `MG${hex}`,
    status: 'delivered',
    direction: 'outbound-api',
  };
  for (const [field, value] of Object.entries(values)) expect(guessed(['x'], [value])).toEqual({ [field]: 'x' });
  for (const value of [`SM${'0'.repeat(3)}`, `SM${'0'.repeat(33)}`, `AC${'0'.repeat(31)}`, `MG${'0'.repeat(33)}`, 'shipped', 'both-ways'])
    expect(guessed(['x'], [value])).toEqual({});
  for (const word of 'status state statut estado estatus stato zustand'.split(' '))
    expect(guessed(['last', word], ['sent', 'delivered'])).toEqual({ status: word });
});

test('codes are of five or six digits, or 0', () => {
  for (const value of ['0', '30003', '300030', '30003.0']) expect(guessed(['code'], [value])).toEqual({ errorCode: 'code' });
  for (const value of ['00', '3000', '3000300', '03000', 'n']) expect(guessed(['code'], [value])).toEqual({});
});

test('words for nothing say nothing of a column', () => {
  const nothing = ['', String.raw`\N`, 'null', '<NULL>', 'None', 'NaN', 'n/a', 'NA', '#N/A', '-'];
  for (const word of nothing) {
    expect(guessed(['code', 'x'], [word, 'y'])).toEqual({});
    expect(guessed(['code', 'x'], [word, 'y'], ['30003', 'y'])).toEqual({ errorCode: 'code' });
  }
  for (const word of ['nothing', '--', 'N', '#']) expect(guessed(['code', 'x'], [word, 'y'], ['30003', 'y'])).toEqual({});
});

test('where nothing is named, codes, times and numbers are told by what they look like', () => {
  const places = (...rows: readonly (readonly string[])[]) => {
    const heading = (rows[0] ?? []).map((_, n) => `c${String.fromCharCode(97 + n)}`);
    return Object.fromEntries(guessedPlaces(headingOf(heading, ','), [heading, ...rows].map((row) => row.join(',')).join('\n')));
  };
  const people = (n: number) => `+1202555014${String(n)}`;
  expect(places([people(0), people(9), '30003', TIME, 'sent'], [people(1), people(9), '0', TIME, 'read'])).toEqual({
    status: 'ce',
    errorCode: 'cc',
    sent: 'cd',
    to: 'ca',
    from: 'cb',
  });
  // Nothing but zeros is no code; as many people on both sides tell nothing; of three columns of numbers nobody knows.
  expect(places([people(0), '0', 'sent'])).toEqual({ status: 'cc', to: 'ca' });
  expect(places([people(0), people(8)], [people(1), people(9)], [people(2), people(9)])).toEqual({});
  expect(places([people(0), people(9), people(8)], [people(1), people(9), people(8)])).toEqual({});
});

test('a heading holds no value of a message', () => {
  const is = (...cells: readonly string[]) => isHeading(headingOf(cells, ','));
  expect([is('Sent', 'Status'), is('Phone', ''), is('Sent', 'Phone')]).toEqual([true, true, false]);
  for (const cell of [`SM${'a'.repeat(32)}`, `MM${'a'.repeat(32)}`, `AC${'a'.repeat(32)}`, '+12025550140', TIME])
    expect(is(cell, 'Status')).toBe(false);
});

test('it is enough to know the status and whose message it is', () => {
  const enough = (...fields: readonly ('status' | 'sid' | 'to' | 'from' | 'body')[]) =>
    isEnough(new Map(fields.map((field) => [field, field])));
  expect([enough('status', 'sid'), enough('status', 'to'), enough('status', 'from')]).toEqual([true, true, true]);
  expect([enough('status'), enough('status', 'body'), enough('sid', 'to', 'from')]).toEqual([false, false, false]);
});

test('sixty rows of some kilobytes are looked at; what may be cut at their end is not', () => {
  const values = (rows: number, value: (n: number) => string, end = '\n') =>
    sampled(headingOf(['n'], ','), ['n', ...Array.from({ length: rows }, (_, n) => value(n))].join('\n') + end)[0]?.values.length;
  expect(values(60, String)).toBe(60);
  expect(values(61, String)).toBe(60);
  const long = (n: number) => String(n).padStart(1_000, '0');
  // 16 rows of 1,001 signs behind "n" and a line feed are 16,018 of 16,384; the rest of the sample is part of a row.
  expect(values(16, long, '')).toBe(16);
  expect(values(17, long, '')).toBe(16);
});

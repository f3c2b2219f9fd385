/** Tables as people keep them: titles above, sums below, blank rows between, headings in other languages. */
import { describe, expect, test } from 'vitest';
import { noticeIds, report, source } from '../../../log.ts';

const sid = (number: number): string => `SM${String(number).padStart(32, '0')}`;
const HEADING = 'Sid,From,To,Status,Error Code,Date Sent';
const rows = [
  `${sid(1)},+12025550101,+12025550111,delivered,,2025-08-14T17:22:03Z`,
  `${sid(2)},+12025550101,+12025550112,undelivered,30003,2025-08-14T17:20:00Z`,
  `${sid(3)},+12025550101,+12025550113,failed,21610,2025-08-14T16:00:16Z`,
];
const table = `${[HEADING, ...rows].join('\n')}\n`;
const V3 =
  'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit,ShortenedLinkEnabled,ShortenedLinkFirstClicked';
const v3 = `${V3}\n${[1, 2].map((n) => `+12025550101,+1202555011${String(n)},"Hi\nAnn",undelivered,2025-08-14T17:22:03Z,2010-04-01,1,30003,,${sid(n)},outbound-api,,USD,FALSE,`).join('\n')}\n`;

const read = async (text: string) => {
  const found = await report([source('x', text)]);
  return { found, notices: found.sources[0]?.notices ?? [], rows: found.sources[0]?.rows, skipped: found.sources[0]?.skipped };
};

describe('a title above the heading', () => {
  test.for([
    ['Messages of August,,,,,\nExported by Ann,,,,,\n,,,,,\n', table, 2],
    ['August\n\n', table, 1],
    ['August\t\t\r\n', table.replaceAll(',', '\t').replaceAll('\n', '\r\n'), 1],
    ['\ufeffSMS log,,,\n', v3, 1],
    [Array.from({ length: 11 }, (_, n) => `Note ${String(n)}\n`).join(''), table, 11],
  ] as const)('%j is passed over and told', async ([title, below, count]) => {
    const { found, notices } = await read(title + below);
    const { found: bare } = await read(below);
    expect(found.totals).toEqual(bare.totals);
    expect(found.byErrorCode).toEqual(bare.byErrorCode);
    expect(notices.find(({ id }) => id === 'lines-before')?.count).toBe(count);
  });

  test('rows are told by their lines of the file', async () => {
    const { skipped } = await read(`August\n\n${HEADING}\n${rows[0] ?? ''}\nx,y\n${rows[1] ?? ''}\n`);
    expect(skipped).toEqual([{ line: 5, reason: 'ragged-rows' }]);
  });

  test('however the bytes come', async () => {
    const text = `August,,,,,\n\n${table}`;
    const whole = (await read(text)).found;
    for (const cut of [1, 7, 64]) expect(await report([source('x', text, cut)])).toEqual(whole);
  });
});

describe('a row that is no message', () => {
  test.for(['Total,,,5,,', 'Grand total,,,,,', 'Summe,,,-,,', ',,,,-0.04,', 'Totales,3,,,,'])(
    '%j is a note: skipped and told',
    async (note) => {
      const { found, notices, rows: all, skipped } = await read(`${table}${note}\n`);
      expect(found.totals).toMatchObject({ messages: 3, delivered: 1, failed: 2, other: 0 });
      expect(notices.find(({ id }) => id === 'notes')).toMatchObject({ count: 1, lines: [5] });
      expect(all).toBe(4);
      expect(skipped).toEqual([{ line: 5, reason: 'notes' }]);
    },
  );

  test('blank rows between and below are none and are not told', async () => {
    const { found, rows: all } = await read(`${HEADING}\n${rows.join('\n,,,,,\n')}\n,,,,,\n,,,,,\n`);
    expect(found.totals.messages).toBe(3);
    expect(all).toBe(3);
    expect(noticeIds(found)).not.toContain('notes');
  });

  test('in a large file the sum among rows that are read as bytes is none either', async () => {
    const many = Array.from(
      { length: 9_000 },
      (_, n) => `+12025550101,+12025550111,Hi,delivered,2025-08-14T17:22:03Z,,1,0,,${sid(n)},outbound-api,,USD,FALSE,`,
    );
    many.splice(4_500, 0, ',,,,,,,,,,,-0.04,USD,,');
    const { found, notices } = await read([V3, ...many].join('\n'));
    expect(found.totals).toMatchObject({ messages: 9_000, delivered: 9_000 });
    expect(notices.map(({ id, lines }) => [id, lines])).toEqual([['notes', [4_502]]]);
  });

  test('a message without a status, or with one that is not known, counts', async () => {
    const { found } = await read(`${v3},+12025550114,,,,,,,,${sid(4)},,,,,\n,+12025550115,,ok,,,,,,${sid(5)},,,,,\n`);
    expect(found.totals).toMatchObject({ messages: 4, other: 2 });
  });
});

describe('headings in other languages', () => {
  const dates = ['14.08.2025 17:22:03', '14.08.2025 17:20:00'];
  test.for([
    [
      'Von;An;Nachricht;Status;Fehlercode;Datum;Preis',
      { from: 'Von', to: 'An', body: 'Nachricht', errorCode: 'Fehlercode', sent: 'Datum', price: 'Preis' },
    ],
    ['Absender;Empfänger;Text;Zustand;Fehler;Gesendet;Kosten', { from: 'Absender', to: 'Empfänger', status: 'Zustand', sent: 'Gesendet' }],
    [
      "Expéditeur;Destinataire;Message;Statut;Code d'erreur;Date d'envoi;Prix",
      { from: 'Expéditeur', to: 'Destinataire', status: 'Statut', sent: "Date d'envoi" },
    ],
    [
      'De;Para;Mensaje;Estado;Código de error;Fecha;Precio',
      { from: 'De', to: 'Para', body: 'Mensaje', status: 'Estado', errorCode: 'Código de error', sent: 'Fecha', price: 'Precio' },
    ],
    [
      'Remetente;Destinatário;Mensagem;Estado;Erro;Hora;Preço',
      { from: 'Remetente', to: 'Destinatário', body: 'Mensagem', errorCode: 'Erro', sent: 'Hora', price: 'Preço' },
    ],
    [
      'Mittente;Destinatario;Messaggio;Stato;Errore;Data;Prezzo',
      { from: 'Mittente', to: 'Destinatario', body: 'Messaggio', status: 'Stato', sent: 'Data' },
    ],
    [
      'Afzender;Ontvanger;Bericht;Status;Foutcode;Tijd;Prijs',
      { from: 'Afzender', to: 'Ontvanger', body: 'Bericht', errorCode: 'Foutcode', sent: 'Tijd' },
    ],
  ] as const)('%s', async ([heading, columns]) => {
    const text = `${heading}\n${dates.map((date, n) => `+12025550101;+1202555011${String(n)};Hallo, Ann;undelivered;30003;${date};-0,0079`).join('\n')}\n`;
    const { found } = await read(text);
    expect(found.sources[0]?.columns).toMatchObject(columns);
    expect(found).toMatchObject({ clock: '2025-08-14T17:22:03Z', totals: { messages: 2, failed: 2 } });
  });
});

/** One row of a console-v3 export, as far as a test cares. */
interface Row {
  readonly from?: string;
  readonly to?: string;
  readonly body?: string;
  readonly status?: string;
  readonly at?: string;
  readonly code?: string;
}

const HEADER =
  'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit,ShortenedLinkEnabled,ShortenedLinkFirstClicked';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A log as the Console exports it since 2025: made-up numbers, one SID a row. */
export function consoleLog(rows: readonly Row[]): string {
  const lines = rows.map(({ from = '+13125550100', to, body = 'Your code is 1', status = 'delivered', at, code = '0' }, i) =>
    [
      quoted(from),
      quoted(to ?? `+1312555${String(100 + (i % 100)).padStart(4, '0')}`),
      quoted(body),
      status,
      at ?? new Date(Date.UTC(2025, 7, 14, 9, 0, i)).toISOString().replace('.000Z', '+00:00'),
      '"2010-04-01"',
      '1',
      code,
      `AC${'a'.repeat(32)}`,
      `SM${i.toString(16).padStart(32, '0')}`,
      '"outbound-api"',
      '-0.0083',
      'USD',
      '"FALSE"',
      '',
    ].join(','),
  );
  return [HEADER, ...lines].join('\n');
}

/** Four numbers dead on three days, among messages that arrive. */
export const troubledLog = (): string =>
  consoleLog([
    ...Array.from({ length: 60 }, () => ({})),
    ...['13', '14', '15'].flatMap((day) =>
      [196, 197, 198, 199].map((n) => ({
        to: `+13125550${String(n)}`,
        status: 'undelivered',
        code: '30005',
        at: `2025-08-${day}T10:00:00+00:00`,
      })),
    ),
  ]);

export const healthyLog = (rows = 60): string => consoleLog(Array.from({ length: rows }, () => ({})));

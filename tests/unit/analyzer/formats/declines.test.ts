/** Whatever is declined says what it is, what to do with it, and which export is read, with and without the Console. */
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { declined, inWords, source } from '../../../log.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes(text)])));
const set = (packed: Uint8Array, at: number, value: number): Uint8Array => packed.map((byte, place) => (place === at ? value : byte));
const log = zip({ 'a.csv': 'From,To,Body,Status,SentDate\n' });
const hex = '0f'.repeat(16);

describe('the export is named for those with and without the Console', () => {
  test.for<[string, string, string | Uint8Array]>([
    ['a zip file with nothing in it', 'Pack the log again', new Uint8Array([0x50, 0x4b, 5, 6, ...new Uint8Array(18)])],
    ['a zip file locked with a password', 'Unpack it', set(log, 6, 1)],
    ['no file in it that could be read', 'Unpack it', zip({ 'folder/': '' })],
    ['packed in a way that is not unpacked here', 'Unpack it', set(log, 8, 12)],
    ['could not be unpacked', 'Fetch it again', gzipSync(log).slice(0, 14)],
    ['an Excel workbook (.xlsx)', 'save the sheet as "CSV UTF-8"', zip({ 'xl/workbook.xml': '', 'xl/worksheets/sheet1.xml': '' })],
    ['an OpenDocument file (.ods)', 'save the sheet as "CSV UTF-8"', zip({ mimetype: 'x' })],
    ['a bzip2 file, which is not unpacked here', 'pack it as gzip or zip', bytes('BZh91AY&SY')],
    ['a file with credentials in it', 'or tell whoever can', `SID,Friendly Name,Secret\nSK${hex},prod,a1b2c3d4\n`],
    [
      'an answer of the API that refuses a request',
      'The page of its code',
      '<TwilioResponse><RestException><Code>20003</Code><Message>Authenticate</Message><Status>401</Status></RestException></TwilioResponse>',
    ],
    ['a web page with a table in it', 'copy them and paste them here', '<html><table class="x"><tr><th>sid</th></tr></table></html>'],
    ['a table in JSON whose rows are lists', 'orient="records"', '{"columns":["sid","status"],"data":[["SM1","sent"]]}'],
    ['a table in JSON whose rows are lists', 'as CSV', '[["sid","status"],["SM1","sent"]]'],
    [
      'JSON that was written as JSON a second time',
      'Read that text once',
      JSON.stringify('{"messages": [{"sid": "SM1", "status": "sent"}]}'),
    ],
    ['JSON that was written as JSON a second time', 'jq fromjson', JSON.stringify('[\n  {\n    "sid": "SM1", "status": "sent"}]')],
    ['a print-out of messages', 'Write the messages as JSON', `{:sid "SM${hex}" :status "sent" :error-code nil}`],
    [
      'a recording of a browser or an API tool (HAR, Postman)',
      'pass it on to nobody',
      '{"log":{"version":"1.2","entries":[{"request":{"method":"GET"},"response":{"status":200,"content":{"text":"{\\"messages\\":[{\\"account_sid\\":\\"AC1\\",\\"sid\\":\\"SM1\\",\\"status\\":\\"sent\\"}]}"}}}]}}',
    ],
    [
      'alerts',
      '',
      '{"specversion":"1.0","type":"com.twilio.error-logs.error.logged","data":{"sid":"NO1","account_sid":"AC1","error_code":"11200","level":"ERROR","product_name":"Programmable SMS","payload":"{}"}}',
    ],
    ['a list of recordings', '', '{"recordings":[{"sid":"RE1","status":"completed"}]}'],
    [
      'a report of this program that is cut',
      'Open the log it was made from',
      '{"schemaVersion":1,"sources":[{"name":"x","encoding":"utf-8","delimiter":",","folded":0,"skipped":[]}]',
    ],
  ])('%s', async ([what, advice, content]) => {
    const found = await declined(source('x', content));
    expect(inWords(found.text)).toContain(what);
    expect(inWords(found.advice)).toContain(advice);
    expect(inWords(found.advice)).toMatch(
      / ?Export the messages in the Twilio Console .* as CSV and open that file\. Without access to the Console, ask /,
    );
  });

  test('the code of a refused request is told, also in XML', async () => {
    const xml = '<TwilioResponse><RestException><Code>20003</Code></RestException></TwilioResponse>';
    expect((await declined(source('x', xml))).codes).toEqual(['20003']);
  });
});

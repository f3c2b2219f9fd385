import { statuses } from '../../../catalog/status.ts';
import { kindOf } from '../../message/kind.ts';
import type { Field } from '../../message/fields.ts';
import { LED_BY_CODE } from '../../message/code-cell.ts';
import type { Asked } from './asked.ts';

/** An address with a number in it, with the signs that people put between digits. */
const SPACED = '^((whatsapp|messenger|rcs):)?\\+[0-9 ().-]+$';
const E164 = '^((whatsapp|messenger|rcs):)?\\+[0-9]{8,15}$';
/** What spreadsheets and programs put around an address. */
const GUARD = '^="|^\'|"$|^sms:';
const CODE = '^0*[1-9][0-9]{2,5}(\\.0+)?$';
/** A number of fewer digits is a short code. */
const FEWEST_DIGITS = 9;
const SEGMENTS = '^[0-9]{1,3}$';

const inList = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const inbound = inList(statuses.filter((status) => kindOf(status, '', '').isInbound));
const failed = inList(statuses.filter((status) => kindOf(status, 'outbound', '').isFailure));

/** An address in one spelling, as message/address.ts has it. */
function spelled(value: string, { matches, replaceAll }: Asked['dialect']): string {
  return `CASE
    WHEN ${matches(value, E164)} THEN ${value}
    WHEN ${matches(value, SPACED)} AND LENGTH(${replaceAll(value, '[^0-9]', '')}) BETWEEN 8 AND 15 THEN ${replaceAll(value, '[ ().-]', '')}
    ELSE ${value} END`;
}

/**
 * Every row of the table with its cells as texts, '' for none: which way the message went, its sender and its person in one spelling,
 * its code without zeros around it, its time, and how long it lived, waited and travelled.
 */
export function cellsSql({ dialect, table, columns }: Asked): string {
  const { text, whole, matches, replaceAll, millis, isWholeNumber } = dialect;
  const cell = (field: Field): string => (columns[field] === undefined ? text("''") : `TRIM(COALESCE(${text(columns[field])}, ''))`);
  const time = (field: Field): string => (columns[field] === undefined ? whole('NULL') : millis(columns[field]));
  const address = (field: Field): string => {
    const column = columns[field];
    if (column === undefined) return text("''");
    const bare = `CASE WHEN ${matches(cell(field), GUARD)} THEN TRIM(${replaceAll(cell(field), GUARD, '')}) ELSE ${cell(field)} END`;
    if (isWholeNumber === undefined) return bare;
    return `CASE WHEN ${isWholeNumber(column)} THEN CASE WHEN LENGTH(${cell(field)}) >= ${String(FEWEST_DIGITS)} THEN '+' || ${cell(field)} ELSE ${cell(field)} END ELSE ${bare} END`;
  };
  const isSent =
    columns.sent === undefined ? '0' : columns.created === undefined ? '1' : `CASE WHEN ${cell('sent')} <> '' THEN 1 ELSE 0 END`;
  const cells = `SELECT
    ${cell('sid')} AS sid,
    LOWER(${cell('status')}) AS status,
    LOWER(${cell('direction')}) AS direction,
    ${cell('errorCode')} AS raw_code,
    ${address('from')} AS raw_from,
    ${address('to')} AS raw_to,
    ${cell('messagingServiceSid')} AS service,
    UPPER(${cell('priceUnit')}) AS unit,
    ${cell('price')} AS price,
    ${cell('segments')} AS segments,
    ${columns.body === undefined ? text("''") : `COALESCE(${text(columns.body)}, '')`} AS body,
    ${isSent} AS is_sent,
    ${time('created')} AS made_ms,
    ${time('sent')} AS sent_ms,
    ${time('updated')} AS changed_ms
  FROM ${table}`;
  const ways = `SELECT c.*,
    CASE WHEN direction = '' THEN CASE WHEN status IN (${inbound}) THEN 1 ELSE 0 END WHEN direction LIKE 'inbound%' THEN 1 ELSE 0 END AS is_in
  FROM (${cells}) c`;
  const sides = `SELECT w.*,
    CASE WHEN is_in = 1 THEN raw_from ELSE raw_to END AS raw_person,
    CASE WHEN is_in = 1 THEN '' WHEN raw_from = '' THEN service ELSE raw_from END AS raw_sender
  FROM (${ways}) w`;
  return `SELECT sid, status, direction, service, unit, price, segments, body, is_in,
  CASE WHEN is_sent = 1 THEN sent_ms ELSE made_ms END AS ms,
  changed_ms - made_ms AS life,
  sent_ms - made_ms AS wait,
  changed_ms - sent_ms AS travel,
  CASE WHEN is_in = 0 AND status IN (${failed}) THEN 1 ELSE 0 END AS is_fail,
  CASE WHEN raw_code IN ('', '0') THEN '' WHEN ${matches('raw_code', CODE)} THEN ${replaceAll('raw_code', '^0+|\\.0+$', '')} WHEN ${matches('raw_code', LED_BY_CODE)} THEN ${replaceAll(replaceAll('raw_code', '^[^0-9]+', ''), '[^0-9].*$', '')} ELSE '' END AS code,
  CASE WHEN ${matches('segments', SEGMENTS)} AND segments <> '0' THEN ${whole(`CASE WHEN ${matches('segments', SEGMENTS)} THEN segments ELSE '1' END`)} ELSE 1 END AS pieces,
  ${spelled('raw_person', dialect)} AS person,
  ${spelled('raw_sender', dialect)} AS sender
FROM (${sides}) s`;
}

/** The digits of a person's number, '' for an address that is none. */
export const digitsSql = (person: string, { matches, replaceAll }: Pick<Asked['dialect'], 'matches' | 'replaceAll'>): string =>
  `CASE WHEN ${matches(person, E164)} THEN ${replaceAll(person, '[^0-9]', '')} ELSE '' END`;

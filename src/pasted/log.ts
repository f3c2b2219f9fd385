import { foldedNames } from '../analyzer/message/field-name.ts';

/** Names of columns that message logs of any origin use; one row of them is a heading. */
const columns = new Set(
  (
    'sid messagesid smssid accountsid status messagestatus smsstatus to from body direction errorcode errormessage datesent datecreated dateupdated ' +
    'sentdate senddate sentat createdat numsegments segments nummedia price priceunit messagingservicesid apiversion uri'
  ).split(' '),
);

/**
 * Whether a text is a log that the analyzer's page should be handed: a heading with at least two columns that message logs use, above
 * at least one row; a list of messages as JSON or XML, a dump of SQL, or a report of ours. It asks less than the formats do (analyzer/formats/), which would weigh more
 * than all recognisers have room for: what is no log after all, the analyzer says. tests/lockstep/pasted-formats.test.ts holds the two
 * together.
 *
 * @param head the beginning of the text; what the analyzer then makes of it is its own business
 */
export function isLog(head: string): boolean {
  const start = head.replace(/^[\ufeff\s]+/, '');
  if (/^[[{]/.test(start) && !start.includes('"kinesis":'))
    return (
      /"schemaVersion"\s*:/.test(start.slice(0, 200)) ||
      ((start.match(/"(?:message_?|sms_?)?sid"\s*:\s*"(?:SM|MM)/gi) ?? []).length > 1 && !/"MessageStatus"/.test(start))
    );
  if (/^(?:--|\/\*|[A-Z]+ )/i.test(start) && /^(?:INSERT|COPY) [^]{1,4000}\b(?:VALUES\s*\(|FROM stdin)/im.test(start))
    return /\b[SM]M[\da-f]{32}|\b(?:\w*_?sid|status|error_?code)\b/i.test(start);
  if (start.startsWith('<')) return (start.match(/<sid>(?:SM|MM)|class="account-sid"/gi) ?? []).length > 1;
  // What PHP and Node print, and what a stream of a cloud hands on.
  if ((start.match(/string\(34\) "[SM]M|│ '[SM]M|"kinesis":/g) ?? []).length > 1) return true;
  // A table with its records as JSON in one column.
  if ((start.match(/""(?:message_?|sms_?)?sid""\s*:/gi) ?? []).length > 1) return true;
  const [heading = '', ...rest] = start.split(/\r?\n/, 4);
  // A program pads its columns for a screen where it writes no delimiter.
  const cells = heading.split(/[,;\t|]| {2,}/);
  if (cells.length < 3 || rest.every((line) => line.trim() === '')) return false;
  const names = foldedNames(cells);
  return names.filter((name) => columns.has(name)).length > 1 && !names.some((name) => name.includes('='));
}

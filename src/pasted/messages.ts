import { kindOf } from '../analyzer/message/kind.ts';
import { nearCodes } from '../catalog/near-codes.ts';
import { outcomeMarks, outcomeOf, type Status } from '../catalog/status.ts';
import { familyOf } from './families.ts';
import type { PastedKnowledge } from './knowledge.ts';
import { othersOf } from './others.ts';
import type { Lead, Note, Reading } from './reading.ts';
import type { Told } from './records.ts';
import { statusLead } from './status-step.ts';

/** Longest list of messages under the box; a longer one is the analyzer's. */
const SHOWN = 8;

/** What was told of one message, latest state first in life. */
interface Message {
  readonly told: Told;
  readonly records: number;
}

const rank = ({ status, code }: Told): number => kindOf(status ?? '', '', code ?? '').rank;
/** A SID that is masked is a SID of nobody: it cannot join two records. */
const keyOf = ({ sid }: Told): string | undefined => (sid !== undefined && /^(?:SM|MM)[0-9a-f]{32}$/.test(sid) ? sid : undefined);

/** Records of one SID are one message in its latest state; a record without a SID is one of its own. */
export function messagesOf(records: readonly Told[]): readonly Message[] {
  const bySid = new Map<string, Message>();
  const all: (() => Message)[] = [];
  for (const told of records) {
    const key = keyOf(told);
    const before = key === undefined ? undefined : bySid.get(key);
    if (key === undefined) all.push(() => ({ told, records: 1 }));
    else {
      if (before === undefined) all.push(() => bySid.get(key) ?? { told, records: 1 });
      const latest = before === undefined || rank(told) > rank(before.told) ? told : before.told;
      bySid.set(key, { told: latest, records: (before?.records ?? 0) + 1 });
    }
  }
  return all.map((message) => message());
}

const word = (status: Status): string => status.replaceAll('_', ' ');
const arrived = (status: Status | undefined): boolean => status !== undefined && outcomeOf(status) === 'delivered';

/** The line of a code: "30007 Message filtered". */
export const titled = (code: string, knowledge: PastedKnowledge): string =>
  `${code} ${knowledge.codes[code]?.title ?? othersOf(knowledge).get(code) ?? 'not listed'}`;

/** Where one message leads: its code, else its status; a code beside “delivered” to why records disagree. */
function leadOf({ status, code }: Told, knowledge: PastedKnowledge): Lead | undefined {
  if (code !== undefined && arrived(status)) return { to: 'guide', step: 'callbacks-out-of-order' };
  if (code !== undefined && knowledge.codes[code] !== undefined) return { to: 'error', code, status };
  if (status !== undefined) return statusLead(status, knowledge);
  return code !== undefined && othersOf(knowledge).has(code) ? { to: 'twilio', code } : undefined;
}

/** What is to be said of a number that is called an error code and is in no list. */
export function unknownNotes(code: string, knowledge: PastedKnowledge): readonly Note[] {
  const nearest = nearCodes(code, Object.keys(knowledge.codes));
  const family = familyOf(code);
  return [
    { text: `Twilio lists no error code ${code}.${family === undefined ? '' : ` ${family}`}` },
    ...nearest.map((near): Note => ({ text: `Perhaps ${titled(near, knowledge)}`, lead: { to: 'error', code: near } })),
  ];
}

const what = ({ isTwilio }: Told, isRow: boolean): string =>
  isRow ? 'A row of a log' : isTwilio ? 'A message or its callback' : 'A status';

/**
 * One message: a callback, a message as JSON, a row.
 *
 * @param isRow whether it was read from the cells of a row
 */
export function oneMessage(told: Told, knowledge: PastedKnowledge, isRow: boolean): Reading | undefined {
  const { status, code } = told;
  const lead = leadOf(told, knowledge);
  const name = what(told, isRow);
  if (status === undefined && code === undefined) {
    if (told.sid === undefined) return undefined;
    return {
      kind: 'nothing',
      says: `${name}, with no error code and no status in it`,
      sure: false,
      notes: [
        { text: 'It names a message and says nothing of what became of it. A later callback or the row in the log does.' },
        { text: 'How to find the row', lead: { to: 'guide', step: 'find-the-log' } },
      ],
    };
  }
  const isUnknown = code !== undefined && knowledge.codes[code] === undefined && !othersOf(knowledge).has(code);
  const paged = code === undefined ? undefined : knowledge.codes[code];
  const parts = [name, ...(status === undefined ? [] : [word(status)]), ...(code === undefined ? [] : [titled(code, knowledge)])];
  if (isUnknown)
    return {
      kind: 'unknown-code',
      says: [name, ...(status === undefined ? [] : [word(status)]), `${code}, which Twilio does not list`].join(' · '),
      sure: false,
      ...(status === undefined ? {} : { lead: statusLead(status, knowledge) }),
      notes: [
        ...unknownNotes(code, knowledge),
        ...(status === undefined
          ? [{ text: 'Look at the row in the log: is the number all there?', lead: { to: 'guide', step: 'find-the-code' } } as const]
          : [
              {
                text: `The status beside it counts: ${word(status)}. Go on from there`,
                lead: statusLead(status, knowledge),
              } as const,
            ]),
      ],
    };
  return {
    kind: 'callback',
    says: `${parts.join(' · ')}${paged === undefined ? '' : `. ${paged.acts}`}`,
    sure: lead?.to !== 'twilio' && (told.isTwilio || isRow || code !== undefined),
    ...(lead === undefined ? {} : { lead }),
    ...(lead?.to === 'twilio' ? { notes: [{ text: `${titled(code ?? '', knowledge)} has no page here: Twilio’s page`, lead }] } : {}),
    receipt: [name.replace(/^An? /, ''), ...(status === undefined ? [] : [word(status)]), ...(code === undefined ? [] : [code])].join(', '),
  };
}

const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Records as a table with the Console's columns, which the analyzer reads: one row a record, in their order. */
function asTable(records: readonly Told[]): string {
  const heading = 'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit';
  const rows = records.map(({ from = '', to = '', status = '', code = '', sid = '' }) =>
    [from, to, '', status, '', '', '', code, '', sid, 'outbound-api', '', ''].map(csvCell).join(','),
  );
  return [heading, ...rows].join('\n');
}

/** Several messages: a small report, each with its own code and its own status. */
export function severalMessages(records: readonly Told[], messages: readonly Message[], knowledge: PastedKnowledge): Reading {
  const counts = new Map<string, number>();
  for (const { told } of messages) {
    const label = told.status === undefined ? 'without a status' : outcomeMarks[outcomeOf(told.status)].label.toLowerCase();
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const sums = [...counts].map(([label, count]) => `${String(count)} ${label}`).join(', ');
  const notes = messages.slice(0, SHOWN).map(({ told, records: count }, index): Note => {
    const lead = leadOf(told, knowledge);
    const parts = [
      ...(told.status === undefined ? [] : [word(told.status)]),
      ...(told.code === undefined ? [] : [titled(told.code, knowledge)]),
      ...(count > 1 ? [`the last of ${String(count)} states`] : []),
    ];
    return {
      text: `Message ${String(index + 1)}: ${parts.length === 0 ? 'no status and no code' : parts.join(' · ')}`,
      ...(lead === undefined ? {} : { lead }),
    };
  });
  const more = messages.length - SHOWN;
  return {
    kind: 'messages',
    says: `${String(records.length)} records of ${String(messages.length)} messages: ${sums}. Opens as a small report`,
    sure: true,
    lead: { to: 'analyzer', log: asTable(records) },
    notes: more > 0 ? [...notes, { text: `and ${String(more)} more` }] : notes,
    receipt: `${String(records.length)} records of ${String(messages.length)} messages`,
  };
}

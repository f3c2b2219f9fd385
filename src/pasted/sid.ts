import type { Note, Reading } from './reading.ts';

/** What the two letters of a SID stand for; source: Twilio's REST reference, resources of each prefix. */
const kinds: Readonly<Record<string, string>> = {
  SM: 'a message',
  MM: 'a message with media',
  MG: 'a Messaging Service',
  AC: 'an account',
  SK: 'an API key',
  PN: 'a phone number of your account',
  CA: 'a call',
  ME: 'the media of a message',
  VA: 'a Verify service',
  VE: 'a verification',
  NO: 'an entry of the debugger',
  HX: 'a content template',
  BN: 'a US registration: a brand',
  QE: 'a US registration: the use case of a Messaging Service',
  CM: 'a US registration: a campaign',
  BU: 'a customer profile',
  HH: 'a toll-free verification',
  IS: 'a Conversations service',
  CH: 'a conversation',
  IM: 'a message of a conversation',
  SC: 'a short code',
  XE: 'a sender of WhatsApp or RCS',
  RE: 'a recording',
  FW: 'a Studio flow',
  ZS: 'a Functions service',
};

const whole = /^["'`<(]*([A-Z]{2})([0-9a-fA-F]{32}|[0-9a-fA-F]{0,31}[xX*•.…]{3,}[0-9a-fA-FxX*•.…]{0,31})["'`>).,;]*$/;

/** An address of the Console or the API that ends at one thing. */
const address = /^https?:\/\/[\w.-]*\btwilio\.com\/\S*\/([A-Z]{2}[0-9a-f]{32})(?:\.json|[/?#]\S*)?$/;

const messageNotes = (sid: string, isWhole: boolean): readonly Note[] => [
  { text: 'A SID says which message, not what became of it. Nothing here can look it up: this site has no connection to your account.' },
  { text: 'In the Console: Monitor, then Logs, then Messaging, and search for the SID. Or in a terminal:' },
  ...(isWhole
    ? [
        { text: 'With the Twilio CLI', command: `twilio api:core:messages:fetch --sid ${sid} -o json` },
        {
          text: 'With curl',
          command: `curl -u "$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN" "https://api.twilio.com/2010-04-01/Accounts/$TWILIO_ACCOUNT_SID/Messages/${sid}.json"`,
        },
      ]
    : [{ text: 'This SID is masked, so it has to be looked up in full.' }]),
  { text: 'Then paste what comes back into this box. What to read in it: the guide', lead: { to: 'guide', step: 'find-the-log' } },
];

const secretWords = 'If this is an auth token and anybody else has seen it, make a new one in the Twilio Console. It is not kept here.';

/** Whether a text assigns an auth token or the secret of an API key. */
export const holdsSecret = (text: string): boolean =>
  /(?:auth[_ -]?token|api[_ -]?(?:key[_ -]?)?secret)["']?\s*(?:=>|=|:)\s*["']?[0-9A-Za-z]{30,}/i.test(text) ||
  /\bAC[0-9a-f]{32}:[0-9a-f]{32}\b/i.test(text);

/** Credentials, alone or in a file of settings. */
export const secretReading = (says: string): Reading => ({ kind: 'secret', says, sure: false, notes: [{ text: secretWords }] });

/**
 * A SID alone, or at the end of an address.
 *
 * @returns which kind of thing it names and how to look it up; `undefined` for anything else
 */
export function sidReading(text: string): Reading | undefined {
  const trimmed = text
    .trim()
    .replace(/^[\w ]*sid\s*[:=]\s*/i, '')
    .replace(address, '$1');
  const match = whole.exec(trimmed);
  const [, prefix = '', rest = ''] = match ?? [];
  if (match === null) {
    if (!/^[0-9a-f]{32}$/.test(trimmed)) return undefined;
    return secretReading('Thirty-two hexadecimal digits, the form of an auth token');
  }
  const kind = kinds[prefix];
  const isMessage = prefix === 'SM' || prefix === 'MM';
  return {
    kind: 'sid',
    says: kind === undefined ? `A SID of an unknown kind (${prefix})` : `The SID of ${kind}`,
    sure: false,
    notes: isMessage
      ? messageNotes(`${prefix}${rest}`, /^[0-9a-fA-F]{32}$/.test(rest))
      : [
          {
            text: `It names ${kind ?? 'something of your account'}, no message, and cannot be looked up here: this site has no connection to your account.`,
          },
          { text: 'To find out why a message did not arrive, look for the message itself', lead: { to: 'guide', step: 'find-the-log' } },
        ],
  };
}

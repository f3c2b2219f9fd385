import type { ErrorEntry } from './error-schema.ts';
import type { Permanence, stages } from './error-values.ts';

/** The words a reader sees for the values of an error page's front matter; `unknown` is said, never guessed. */

export const notDocumented = 'not documented';

const actorWords: Readonly<Record<ErrorEntry['actors'][number], { readonly noun: string; readonly clause: string }>> = {
  sender: { noun: 'you', clause: 'you act' },
  recipient: { noun: 'the recipient', clause: 'the recipient acts' },
  carrier: { noun: 'the carrier', clause: 'the carrier acts' },
  'twilio-support': { noun: 'Twilio support', clause: 'Twilio support acts' },
};

/** The answer to "resend?". */
export const retryAnswers: Readonly<Record<ErrorEntry['retry'], string>> = {
  never: 'no, it will fail again',
  'after-fix': 'only after a fix',
  'later-with-backoff': 'later, with growing pauses',
  'safe-now': 'yes, at once',
  unknown: notDocumented,
};

export const billingWords: Readonly<Record<ErrorEntry['billing'], string>> = {
  attempt: 'billed as an attempt',
  'failed-fee': 'failed-message fee',
  exempt: 'exempt from the failed-message fee',
  none: 'nothing',
  unknown: notDocumented,
};

export const suppressWords: Readonly<Record<ErrorEntry['suppress'], string>> = {
  no: 'no reason to stop texting this number',
  'until-opt-in': 'stop texting this number until it opts in again',
  yes: 'stop texting this number',
  'after-check': 'check the number, then decide whether to stop texting it',
};

export const confidenceWords: Readonly<Record<ErrorEntry['confidence'], string>> = {
  high: 'high',
  medium: 'medium',
  low: 'low',
};

/** What "the same, sent again unchanged" comes to, in one word: never, not before a fix, perhaps, nobody knows. */
export const permanenceWords: Readonly<Record<Permanence, string>> = {
  permanent: 'permanent',
  'until-fixed': 'until fixed',
  temporary: 'temporary',
  unknown: notDocumented,
};

export const stageWords: Readonly<Record<(typeof stages)[number], string>> = {
  'account-auth-rate': 'Before the request: account, credentials, rate',
  'api-request': 'At the request',
  'api-request-or-post-accept': 'At the request or after it was accepted',
  'post-accept': 'After Twilio accepted it',
  'post-accept-or-carrier': 'After it was accepted, at Twilio or the carrier',
  carrier: 'At the carrier',
  channel: 'At the channel (WhatsApp, RCS, …)',
  'channel-setup': 'Setting up a channel',
  registration: 'Registering a sender',
  'feature-config': 'Setting up a feature',
  inbound: 'Inbound message',
  webhook: 'Your webhook',
  'log-only-warning': 'Warning in the log only',
};

export const productWords: Readonly<Record<ErrorEntry['product'], string>> = {
  messaging: 'Messaging',
  whatsapp: 'WhatsApp',
  rcs: 'RCS',
  channels: 'Channels',
  'a2p-10dlc': 'A2P 10DLC',
  'toll-free': 'Toll-free',
  verification: 'Verification',
  'link-shortening': 'Link shortening',
  'content-templates': 'Content templates',
  scheduling: 'Scheduling',
  webhook: 'Webhooks',
  account: 'Account',
};

/** Who can act, as nouns: "you or Twilio support"; "not documented" for an empty list. */
export const actorsNoun = (actors: Readonly<ErrorEntry['actors']>): string =>
  actors.length === 0 ? notDocumented : actors.map((actor) => actorWords[actor].noun).join(' or ');

/** Who acts, as a clause: "you act"; several: "you or the carrier act". */
export function actorsClause(actors: ErrorEntry['actors']): string {
  const [first] = actors;
  if (first === undefined) return `who acts: ${notDocumented}`;
  return actors.length === 1 ? actorWords[first].clause : `${actorsNoun(actors)} act`;
}

/** The first letter in upper case, for a value that stands alone. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

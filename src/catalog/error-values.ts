/** The values that fields of an error page may have, as plain lists: the analyzer and pages take them without the schema. */

/** Where in its life a message meets the error. */
export const stages = [
  'account-auth-rate',
  'api-request',
  'api-request-or-post-accept',
  'post-accept',
  'post-accept-or-carrier',
  'carrier',
  'channel',
  'channel-setup',
  'registration',
  'feature-config',
  'inbound',
  'webhook',
  'log-only-warning',
] as const;

export const products = [
  'messaging',
  'whatsapp',
  'rcs',
  'channels',
  'a2p-10dlc',
  'toll-free',
  'verification',
  'link-shortening',
  'content-templates',
  'scheduling',
  'webhook',
  'account',
] as const;

export const actors = ['sender', 'recipient', 'carrier', 'twilio-support'] as const;
export const retries = ['never', 'after-fix', 'later-with-backoff', 'safe-now', 'unknown'] as const;
export const suppressions = ['no', 'until-opt-in', 'yes', 'after-check'] as const;
export const billings = ['attempt', 'failed-fee', 'exempt', 'none', 'unknown'] as const;

/**
 * What becomes of the same message (or submission), sent again unchanged: `permanent`, it fails for good; `until-fixed`, it fails
 * until somebody has put right what stands in its way; `temporary`, it can pass by itself.
 * Infobip's `permanent: true` holds for the first two alike: its flag asks about the same message unchanged and says nothing of a fix.
 */
export type Permanence = 'permanent' | 'until-fixed' | 'temporary' | 'unknown';

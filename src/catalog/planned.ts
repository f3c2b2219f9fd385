/**
 * Ids that pages may name before they are built. tests/lockstep/planned.test.ts lets this list shrink,
 * never grow, and fails on an entry that has been built.
 */
export const plannedFindings: readonly string[] = [
  'unreachable-once',
  'never-reached-number',
  'sent-after-stop',
  'malformed-number',
  'sender-blocked',
  'sender-filtered',
  'link-filtered',
  'unverified-toll-free',
  'sender-id-unregistered',
  'no-sender-for-country',
  'not-provisioned-at-carrier',
  'unicode-segment-waste',
  'stuck-before-handoff',
  'receipt-outage',
  'carrier-incident',
  'geo-permission',
  'pumping',
  'pumping-block',
  'duplicates',
  'retry-loop',
  'quiet-hours',
  'sudden-change',
  'outside-messaging-window',
  'shared-trait',
];

/**
 * Formats that a way of content/get-the-log/ makes and the analyzer names but does not read yet; the page says so.
 * tests/lockstep/get-the-log.test.ts lets this list shrink, never grow, and fails on an entry that is read.
 */
export const plannedFormats: readonly string[] = [];

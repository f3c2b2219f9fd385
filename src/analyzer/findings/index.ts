import type { AnyTableKind } from '../index/table.ts';
import { frequentCode } from './frequent-code/rule.ts';
import { noReceipts } from './no-receipts/rule.ts';
import { sharedTrait } from './shared-trait/rule.ts';
import { suddenChange } from './sudden-change/rule.ts';
import { deadNumber } from './dead-number/rule.ts';
import { landline } from './landline/rule.ts';
import { noReceiptCountry } from './no-receipt-country/rule.ts';
import { notOnChannel } from './not-on-channel/rule.ts';
import { optedOutRetry } from './opted-out-retry/rule.ts';
import { accountStopped } from './account-stopped/rule.ts';
import { dailyCap } from './daily-cap/rule.ts';
import { queueOverflow } from './queue-overflow/rule.ts';
import { rateExceeded } from './rate-exceeded/rule.ts';
import { validityExpired } from './validity-expired/rule.ts';
import { unverifiedTollFree } from './unverified-toll-free/rule.ts';
import { senderIdUnregistered } from './sender-id-unregistered/rule.ts';
import { noSenderForCountry } from './no-sender-for-country/rule.ts';
import { notProvisionedAtCarrier } from './not-provisioned-at-carrier/rule.ts';
import { geoPermission } from './geo-permission/rule.ts';
import { pumpingBlock } from './pumping-block/rule.ts';
import { unreachableOnce } from './unreachable-once/rule.ts';
import { neverReachedNumber } from './never-reached-number/rule.ts';
import { malformedNumber } from './malformed-number/rule.ts';
import { senderBlocked } from './sender-blocked/rule.ts';
import { senderFiltered } from './sender-filtered/rule.ts';
import { linkFiltered } from './link-filtered/rule.ts';
import { stuckBeforeHandoff } from './stuck-before-handoff/rule.ts';
import { receiptOutage } from './receipt-outage/rule.ts';
import { carrierIncident } from './carrier-incident/rule.ts';
import { outsideMessagingWindow } from './outside-messaging-window/rule.ts';
import { duplicates } from './duplicates/rule.ts';
import { quietHours } from './quiet-hours/rule.ts';
import { retryLoop } from './retry-loop/rule.ts';
import { unicodeSegmentWaste } from './unicode-segment-waste/rule.ts';
import { pumping } from './pumping/rule.ts';
import { sentAfterStop } from './sent-after-stop/rule.ts';
import type { Rule } from './rule.ts';
import { templateFiltered } from './template-filtered/rule.ts';
import { trialOrTest } from './trial-or-test/rule.ts';
import { unregisteredUsSender } from './unregistered-us-sender/rule.ts';

/** Every rule, each run on every log. */
export const rules: readonly Rule[] = [
  unregisteredUsSender,
  templateFiltered,
  noReceiptCountry,
  optedOutRetry,
  deadNumber,
  landline,
  trialOrTest,
  notOnChannel,
  accountStopped,
  dailyCap,
  queueOverflow,
  rateExceeded,
  validityExpired,
  unverifiedTollFree,
  senderIdUnregistered,
  noSenderForCountry,
  notProvisionedAtCarrier,
  geoPermission,
  pumpingBlock,
  neverReachedNumber,
  malformedNumber,
  senderBlocked,
  senderFiltered,
  linkFiltered,
  stuckBeforeHandoff,
  receiptOutage,
  carrierIncident,
  outsideMessagingWindow,
  retryLoop,
  duplicates,
  quietHours,
  unicodeSegmentWaste,
  pumping,
  sentAfterStop,
  noReceipts,
  sharedTrait,
  suddenChange,
  unreachableOnce,
  frequentCode,
];

/** The tables that they bring. */
export const brought: readonly AnyTableKind[] = rules.flatMap(({ tables }) => tables);

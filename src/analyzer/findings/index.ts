import { deadNumber } from './dead-number.ts';
import { landline } from './landline.ts';
import { noReceiptCountry } from './no-receipt-country.ts';
import { optedOutRetry } from './opted-out-retry.ts';
import type { Rule } from './rule.ts';
import { templateFiltered } from './template-filtered.ts';
import { unregisteredUsSender } from './unregistered-us-sender.ts';

/** Every rule, each run on every log. */
export const rules: readonly Rule[] = [unregisteredUsSender, templateFiltered, noReceiptCountry, optedOutRetry, deadNumber, landline];

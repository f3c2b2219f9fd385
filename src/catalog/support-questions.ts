import type { ErrorCategory } from './category.ts';

const WHERE = 'Where did these messages stop, at Twilio or at the carrier, and what did the carrier answer?';

/** The question to ask Twilio support about failures of a category. */
const byCategory: Readonly<Record<ErrorCategory, string>> = {
  'recipient-unreachable': 'Were these phones off, or does a carrier refuse this sender? Which carriers are they with?',
  'recipient-invalid': 'What does the carrier say of these numbers: not in service, a landline, or out of reach for this sender?',
  'recipient-opted-out': 'Who blocks these recipients, Twilio or the carrier, since when, and for which sender?',
  'content-filtered': 'Did Twilio or the carrier filter these, and for what: the text, the link or the sender?',
  'content-rejected': 'Which part of these messages was rejected, and by which rule?',
  'sender-unregistered': 'Which registration do you and the carrier see for this sender, and what is missing?',
  'sender-configuration': 'How is this sender set up on your side, and which setting refuses these messages?',
  'rate-limited': 'Which limit was met, of which sender or account, and what is it set to?',
  expired: 'How long did these wait in which queue, and what held them up?',
  'geo-permission': 'Which permission refused these, and is the country enabled for this account?',
  'fraud-protection': 'Which protection blocked these, until when, and how are true recipients let through?',
  account: 'What stopped or limits this account, since when, and what ends it?',
  authentication: 'Which credentials were used for these requests, and why were they refused?',
  'request-invalid': 'Which part of these requests was refused?',
  media: 'Which file of these messages could not be fetched or sent, and what was the answer?',
  channel: 'What did the channel answer to these messages, and what does it ask for?',
  carrier: WHERE,
  'twilio-internal': 'Was there trouble on your side at this time, and is it over?',
  webhook: 'What did our address answer, when, and how long did it take?',
  registration: 'Which part of the registration was rejected, and what would be accepted?',
  configuration: 'Which setting refuses these messages?',
  unknown: WHERE,
};

/** Findings that no error code makes. */
const byFinding: Readonly<Record<string, string>> = {
  'no-receipt-country': 'Does this route return receipts of delivery, and were these messages taken by the carrier?',
  'no-receipts': 'Does this route return receipts of delivery, and were these messages taken by the carrier?',
  'receipt-outage': 'Were receipts lost at this time, or were the messages? Which carriers are they with?',
  'stuck-before-handoff': 'Why were these not handed over, and will they still be sent?',
  pumping: 'Do you see this traffic as pumping, and which prefixes should we block?',
};

/** @param category of the most frequent code; absent where the messages have none */
export const supportQuestion = (finding: string, category: ErrorCategory | undefined): string =>
  byFinding[finding] ?? (category === undefined ? WHERE : byCategory[category]);

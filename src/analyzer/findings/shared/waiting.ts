import { outcomeTimes } from './code-times-table.ts';

/** The sender that test credentials use: it accepts messages and sends none. */
export const TEST_SENDER = '+15005550006';

/** Messages that Twilio has taken and not handed on, by sender: stuck ones, or those of the test sender, which go nowhere. */
export const waiting = outcomeTimes({ finding: 'stuck-before-handoff', outcome: 'in-flight', name: ({ sender }) => sender });

import { mix53 } from '../memory/hash.ts';
import type { KeptMessage } from './cells/kept-messages.ts';

/**
 * Fingerprint of recipient, text and second: names a message where its text and not its SID matters.
 *
 * @returns 0 where the log does not say the recipient, the text or the time
 */
export const copyKeyOf = (person: number, text: number, time: number): number =>
  person === 0 || text === 0 || Number.isNaN(time)
    ? 0
    : mix53(mix53(person | 0, (person / 4_294_967_296) | 0) ^ text, Math.floor(time / 1_000));

export const copyKey = (message: KeptMessage): number => copyKeyOf(message.personKey, message.textHash(), message.time);

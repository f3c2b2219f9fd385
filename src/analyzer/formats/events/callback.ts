import { textInBase64 } from '../../message/base64.ts';
import { formsIn } from '../../message/form.ts';
import type { Named, Taken } from '../../records/records.ts';
import { each, isNamed, itself } from '../named-format.ts';

/** Envelopes round a callback are not deeper. */
const DEEPEST = 4;

const SID = /^(?:message_?sid|sms_?(?:message_?)?sid)$/i;
const STATUS = /^(?:message|sms)_?status$/i;

/** Whether an object has the two names that every callback has; source: facts.yaml `message-statuses`. */
const isCallback = (record: Named): boolean => {
  const names = Object.keys(record);
  return names.some((name) => SID.test(name)) && names.some((name) => STATUS.test(name));
};

/** The callbacks that a value is or holds: as an object, in a list, as forms, as JSON in a text, as base64 of any of them. */
function callbacksIn(value: unknown, depth: number): readonly Named[] {
  if (depth > DEEPEST) return [];
  if (typeof value === 'string') {
    const forms = value.includes('=') ? formsIn(value).filter(isCallback) : [];
    if (forms.length > 0) return forms;
    if (!/^\s*[[{]/.test(value)) {
      const text = textInBase64(value);
      return text === undefined ? [] : callbacksIn(text, depth + 1);
    }
    try {
      return callbacksIn(JSON.parse(value) as unknown, depth + 1);
    } catch {
      return [];
    }
  }
  if (Array.isArray(value)) return value.flatMap((one) => callbacksIn(one, depth + 1));
  if (!isNamed(value)) return [];
  return isCallback(value) ? [value] : Object.values(value).flatMap((one) => callbacksIn(one, depth + 1));
}

/** Whether a text holds a callback. */
export const isCallbackIn = (text: string): boolean => callbacksIn(text, 0).length > 0;

/** The callbacks of a record, in whatever a server, a gateway or a queue wrapped them; what stands around them may tell when they came. */
export const takeCallback = (record: Named): Taken =>
  each(callbacksIn(record, 0).map((found) => itself(found === record ? record : { ...record, ...found })));

import { textInBase64 } from '../../message/base64.ts';
import { formsIn } from '../../message/form.ts';
import type { Named, Taken } from '../../records/records.ts';
import { isNamed, itself } from '../named-format.ts';

/** Envelopes round a callback are not deeper. */
const DEEPEST = 4;

const SID = /^(?:message_?sid|sms_?(?:message_?)?sid)$/i;
const STATUS = /^(?:message|sms)_?status$/i;

/** Whether an object has the two names that every callback has; source: facts.yaml `message-statuses`. */
const isCallback = (record: Named): boolean => {
  const names = Object.keys(record);
  return names.some((name) => SID.test(name)) && names.some((name) => STATUS.test(name));
};

/** The callback that a value is or holds: as an object, as a form, as JSON in a text, as base64 of either. */
function callbackIn(value: unknown, depth: number): Named | undefined {
  if (depth > DEEPEST) return undefined;
  if (typeof value === 'string') {
    const form = value.includes('=') ? formsIn(value).find(isCallback) : undefined;
    if (form !== undefined) return form;
    if (!/^\s*\{/.test(value)) {
      const text = textInBase64(value);
      return text === undefined ? undefined : callbackIn(text, depth + 1);
    }
    try {
      return callbackIn(JSON.parse(value) as unknown, depth + 1);
    } catch {
      return undefined;
    }
  }
  if (!isNamed(value)) return undefined;
  if (isCallback(value)) return value;
  for (const inner of Object.values(value)) {
    const found = callbackIn(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a text holds a callback. */
export const isCallbackIn = (text: string): boolean => callbackIn(text, 0) !== undefined;

/** The callback of a record, in whatever a server, a gateway or a queue wrapped it; what stands around it may tell when it came. */
export function takeCallback(record: Named): Taken {
  const found = callbackIn(record, 0);
  if (found === undefined) return { kind: 'other' };
  return itself(found === record ? record : { ...record, ...found });
}

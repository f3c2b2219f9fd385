import type { Keys } from '../format.ts';

/** Keys that a message of the REST API has and one of an export in bulk has not. */
export const OWN = ['api_version', 'uri', 'subresource_uris', 'error_message', 'price_unit'];
/** Keys that both have, besides SID and status. */
export const SHARED = ['account_sid', 'date_created', 'date_sent', 'num_segments', 'error_code', 'messaging_service_sid', 'num_media'];
/** Envelopes of other programs around the same records, and records of events. */
const ENVELOPES = ['specversion', 'record', 'stream', '_airbyte_data', 'messageSid', 'MessageSid', 'alert_text'];
/** Keys of calls. */
const CALLS = ['start_time', 'end_time', 'duration', 'answered_by'];

export const hasEnvelope = ({ spelled }: Keys): boolean => ENVELOPES.some((key) => spelled.has(key));

export const namesOfCalls = ({ spelled }: Keys): boolean => CALLS.some((key) => spelled.has(key));

/** Fields of a message that few values fill; a batch numbers their values. */
export const codedFields = ['status', 'direction', 'errorCode', 'from', 'priceUnit', 'messagingServiceSid'] as const;
/** Fields whose text a batch gives on demand. */
export const textFields = ['sid', 'accountSid', 'to', 'body', 'sent', 'created', 'updated', 'segments', 'media', 'price'] as const;

export type CodedField = (typeof codedFields)[number];
export type TextField = (typeof textFields)[number];
/** The fields of a message that a log can hold, by our names; formats map theirs to these. */
export type Field = CodedField | TextField;

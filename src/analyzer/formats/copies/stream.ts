/** Whether a stream of a copy holds messages: "messages", also behind a prefix of its own. */
export const isMessageStream = (name: unknown): boolean => typeof name === 'string' && /(?:^|[^a-z])messages?$/i.test(name);

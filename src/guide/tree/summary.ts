import type { Said } from './arrival.ts';

/** What an outcome's page holds when its summary is copied. */
export interface SummaryOf {
  readonly title: string;
  readonly summary: string;
  readonly doNow: readonly string[];
  readonly said: readonly Pick<Said, 'topic' | 'label'>[];
  /** Message SIDs the reader typed in; they never travel in an address. */
  readonly sids: readonly string[];
  /** Address of the page with its answers. */
  readonly url: string;
  /** Worded as a request to Twilio support. */
  readonly support: boolean;
}

export type SummaryFormat = 'text' | 'markdown';

/** Message SIDs in any text, each once, in the order found. */
export const findSids = (text: string): readonly string[] => [...new Set(text.match(/\b[SM]M[0-9a-f]{32}\b/gi) ?? [])];

const request = 'These messages did not arrive. Please say who stopped them, Twilio or the carrier, and why.';

/** Answers as facts for someone who never saw the questions: "Status: Delivered". Answers that say nothing to them are left out. */
const factsOf = (said: SummaryOf['said']): readonly string[] =>
  said.flatMap(({ topic, label }) => {
    if (topic === undefined || label === "I don't know") return [];
    if (label === 'None of these') return [`- ${topic}: none of the usual causes`];
    return [`- ${topic}: ${label.startsWith(`${topic} `) ? label.slice(topic.length + 1) : label}`];
  });

/** The text a reader pastes into a ticket or a chat. Without answers or SIDs these parts are left out. */
export function summaryText({ title, summary, doNow, said, sids, url, support }: SummaryOf, format: SummaryFormat): string {
  const strong = (text: string): string => (format === 'markdown' ? `**${text}**` : text);
  const part = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', strong(`${heading}:`), ...(format === 'markdown' ? [''] : []), ...lines];
  return [
    strong(support ? 'Messages did not arrive' : `A Twilio message did not arrive: ${title}`),
    ...(format === 'markdown' ? [''] : []),
    support ? request : summary,
    ...part('What we know', factsOf(said)),
    ...part(
      'Message SIDs',
      sids.map((sid) => `- ${format === 'markdown' ? `\`${sid}\`` : sid}`),
    ),
    ...(support
      ? []
      : part(
          'Do this now',
          doNow.map((line, index) => `${String(index + 1)}. ${line}`),
        )),
    '',
    format === 'markdown' ? `[This step of the guide](${url})` : url,
  ].join('\n');
}

import type { Said } from './arrival.ts';

/** What an outcome's page holds when its summary is copied. */
export interface SummaryOf {
  readonly title: string;
  readonly summary: string;
  readonly doNow: readonly string[];
  readonly said: readonly Pick<Said, 'topic' | 'label' | 'short'>[];
  /** What was looked at on checklists and was not it. */
  readonly tried: readonly string[];
  /** What only the reader knows: the recipient, the hour. An empty value stays a blank to fill. None of it travels in an address. */
  readonly blanks: readonly { readonly label: string; readonly value: string }[];
  /** Message SIDs the reader typed in; they never travel in an address. */
  readonly sids: readonly string[];
  /** Address of the page with its answers. */
  readonly url: string;
  /** Worded as a request to Twilio support: its heading and what is asked. */
  readonly request?: { readonly heading: string; readonly question: string };
}

export type SummaryFormat = 'text' | 'markdown';

/** Message SIDs in any text, each once, in the order found. */
export const findSids = (text: string): readonly string[] => [...new Set(text.match(/\b[SM]M[0-9a-f]{32}\b/gi) ?? [])];

/** Answers as facts for someone who never saw the questions: "Status: Delivered". Answers that say nothing to them are left out. */
const factsOf = (said: SummaryOf['said']): readonly string[] =>
  said.flatMap(({ topic, label, short }) => {
    if (topic === undefined || label === "I don't know") return [];
    if (label === 'None of these') return [`- ${topic}: none of the usual causes`];
    return [`- ${topic}: ${short ?? (label.startsWith(`${topic} `) ? label.slice(topic.length + 1) : label)}`];
  });

/** The text a reader pastes into a ticket or a chat. Without answers, ticks or SIDs these parts are left out; blanks never are. */
export function summaryText(of: SummaryOf, format: SummaryFormat): string {
  const { title, summary, doNow, said, tried, blanks, sids, url, request } = of;
  const strong = (text: string): string => (format === 'markdown' ? `**${text}**` : text);
  const part = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', strong(`${heading}:`), ...(format === 'markdown' ? [''] : []), ...lines];
  return [
    strong(request?.heading ?? `A Twilio message did not arrive: ${title}`),
    ...(format === 'markdown' ? [''] : []),
    request?.question ?? summary,
    ...part(
      'The case',
      blanks.map(({ label, value }) => `- ${label}: ${value.trim() === '' ? '____' : value.trim()}`),
    ),
    ...part('What we know', factsOf(said)),
    ...part(
      'Checked, and not it',
      tried.map((label) => `- ${label}`),
    ),
    ...part(
      'Message SIDs',
      sids.map((sid) => `- ${format === 'markdown' ? `\`${sid}\`` : sid}`),
    ),
    ...(request === undefined
      ? part(
          'Do this now',
          doNow.map((line, index) => `${String(index + 1)}. ${line}`),
        )
      : []),
    '',
    format === 'markdown' ? `[This step of the guide](${url})` : url,
  ].join('\n');
}

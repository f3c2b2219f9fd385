import type { ErrorEntry } from '../catalog/error-schema.ts';
import { actorsNoun, billingWords, capital, confidenceWords, retryAnswers } from '../catalog/error-words.ts';
import { errorPath, stepPath, twilioErrorUrl } from '../catalog/paths.ts';

/** What the Markdown form looks up while it replaces the components of a body. */
export interface MarkdownContext {
  readonly facts: Readonly<Record<string, { readonly text: string }>>;
  /** Summaries by code of the codes that have a page. */
  readonly pages: ReadonlyMap<string, ErrorEntry>;
  /** Twilio's title of a code without a page. */
  readonly otherTitle: (code: string) => string | undefined;
  readonly absolute: (path: string) => string;
}

const attribute = (tag: string, name: string): string => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** An MDX body as plain Markdown: links and facts written out, nothing of a component left. */
function plainBody(body: string, { facts, pages, absolute }: MarkdownContext): string {
  return body
    .replaceAll(/<Fact [^>]*\/>/g, (tag) => facts[attribute(tag, 'id')]?.text ?? '')
    .replaceAll(/<ErrorLink [^>]*\/>/g, (tag) => {
      const code = attribute(tag, 'code');
      return `[${code}](${pages.has(code) ? absolute(errorPath(code)) : twilioErrorUrl(code)})`;
    })
    .replaceAll(
      /(<GuideLink [^>]*>)([\s\S]*?)<\/GuideLink>/g,
      (_, tag: string, text: string) => `[${text}](${absolute(stepPath(attribute(tag, 'step')))})`,
    )
    .replaceAll(/<FindingLink [^>]*>([\s\S]*?)<\/FindingLink>/g, '$1')
    .trim();
}

const section = (heading: string, lines: readonly string[]): string => `## ${heading}\n\n${lines.join('\n')}`;

/** An error page as Markdown, in the order of the page: /errors/<code>.md. */
export function errorMarkdown(entry: ErrorEntry, body: string, context: MarkdownContext): string {
  const { facts, pages, otherTitle, absolute } = context;
  const code = String(entry.code);
  const fee = entry.billing === 'failed-fee' ? `, ${facts['failed-fee']?.text ?? ''}` : '';
  const parts = [
    `# ${code} ${entry.title}`,
    [
      `- Message ends as: ${entry.statuses.length === 0 ? 'No status of its own' : capital(entry.statuses.join(', '))}`,
      `- Who acts: ${capital(actorsNoun(entry.actors))}`,
      `- Resend?: ${capital(retryAnswers[entry.retry])}`,
      `- Cost: ${capital(billingWords[entry.billing])}${fee}`,
      `- How sure: ${capital(confidenceWords[entry.confidence])}`,
    ].join('\n'),
    entry.summary,
    plainBody(body, context),
    ...(entry.related.length === 0
      ? []
      : [
          section(
            'Look-alikes',
            entry.related.map((related) => {
              const page = pages.get(String(related));
              return page === undefined
                ? `- [${String(related)} ${otherTitle(String(related)) ?? ''}](${twilioErrorUrl(String(related))})`
                : `- [${String(related)} ${page.title}](${absolute(errorPath(String(related)))}): ${page.summary}`;
            }),
          ),
        ]),
    section('History and sources', [
      ...entry.formerTitles.map((title) => `- Twilio called it before: “${title}”`),
      ...entry.sources.map(({ url, checked }) => `- ${url}, read ${checked}`),
      `- Reviewed ${entry.reviewed}`,
      `- This page: ${absolute(errorPath(code))}`,
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

import type { ErrorEntry } from '../catalog/error-schema.ts';
import {
  costAnswer,
  costCondition,
  costNoteOf,
  hasPermanence,
  noStatusWords,
  permanenceLabel,
  retryAnswer,
  retryLabel,
} from '../catalog/error-answers.ts';
import { costNotes } from '../catalog/cost-note.ts';
import { actorsNoun, capital, confidenceWords, permanenceWords } from '../catalog/error-words.ts';
import type { LookAlikes } from '../catalog/look-alikes-schema.ts';
import { permanenceOf, whoDisagrees } from '../catalog/permanence.ts';
import { readingNote } from '../catalog/source.ts';
import type { twinsOf } from '../catalog/twins-schema.ts';
import { errorPath, stepPath, twilioErrorUrl } from '../catalog/paths.ts';

/** What the Markdown form looks up while it replaces the components of a body. */
export interface MarkdownContext {
  readonly facts: Readonly<Record<string, { readonly text: string }>>;
  /** Summaries by code of the codes that have a page. */
  readonly pages: ReadonlyMap<string, ErrorEntry>;
  /** Twilio's title of a code without a page. */
  readonly otherTitle: (code: string) => string | undefined;
  /** The groups of codes a code is taken for. */
  readonly lookAlikes: (code: number) => readonly LookAlikes[];
  /** The counterparts of a rejection in other programmes. */
  readonly twins: (code: number) => ReturnType<typeof twinsOf>;
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

const codeUrl = (code: number, { pages, absolute }: MarkdownContext): string =>
  pages.has(String(code)) ? absolute(errorPath(String(code))) : twilioErrorUrl(String(code));

/** The section of look-alikes: twins as a table each group, the others as a list; nothing where there are none. */
function lookAlikes({ code, related }: ErrorEntry, context: MarkdownContext): readonly string[] {
  const groups = context.lookAlikes(code);
  const twins = context.twins(code);
  const shown = new Set([...groups, ...(twins === undefined ? [] : [twins])].flatMap(({ rows }) => rows.map((row) => row.code)));
  const name = (other: number): string => (other === code ? `**${String(code)}**` : `[${String(other)}](${codeUrl(other, context)})`);
  const twinTable =
    twins === undefined
      ? []
      : [
          `### Which of these am I? ${twins.title}`,
          [
            '| Code | What was refused | What the code says |\n| --- | --- | --- |',
            ...twins.rows.map(
              (row) => `| ${name(row.code)} | ${row.programme}: ${row.tell} | ${context.pages.get(String(row.code))?.summary ?? ''} |`,
            ),
          ].join('\n'),
        ];
  const tables = groups.flatMap(({ title, rows }) => [
    `### ${title}`,
    [
      '| Code | How to tell | What it asks for |\n| --- | --- | --- |',
      ...rows.map((row) => `| ${name(row.code)} | ${row.tell} | ${row.act} |`),
    ].join('\n'),
  ]);
  const lines = related
    .filter((other) => !shown.has(other))
    .map((other) => {
      const page = context.pages.get(String(other));
      const title = page?.title ?? context.otherTitle(String(other)) ?? '';
      return `- [${String(other)} ${title}](${codeUrl(other, context)})${page === undefined ? '' : `: ${page.summary}`}`;
    });
  const parts = [...twinTable, ...tables, ...(lines.length > 0 ? [lines.join('\n')] : [])];
  return parts.length === 0 ? [] : ['## Look-alikes', ...parts];
}

const section = (heading: string, lines: readonly string[]): string => `## ${heading}\n\n${lines.join('\n')}`;

/** An error page as Markdown, in the order of the page: /errors/<code>.md. */
export function errorMarkdown(entry: ErrorEntry, body: string, context: MarkdownContext): string {
  const { facts, absolute } = context;
  const code = String(entry.code);
  const fee = entry.billing === 'failed-fee' ? `, ${facts['failed-fee']?.text ?? ''}` : '';
  const condition = costCondition(entry);
  const note = costNoteOf(entry);
  const others = whoDisagrees(entry);
  const reading = readingNote(entry);
  const parts = [
    `# ${code} ${entry.title}`,
    [
      `- Message ends as: ${capital(entry.statuses.length === 0 ? noStatusWords(entry) : entry.statuses.join(', '))}`,
      `- Who acts: ${capital(actorsNoun(entry.actors))}`,
      ...(hasPermanence(entry)
        ? [`- ${permanenceLabel(entry)}: ${capital(permanenceWords[permanenceOf(entry)])}${others === '' ? '' : `; ${others}`}`]
        : []),
      `- ${retryLabel(entry)}: ${capital(retryAnswer(entry))}`,
      `- Cost: ${capital(costAnswer(entry))}${fee}${condition === undefined ? '' : ` ${condition}`}`,
      `- How sure: ${capital(confidenceWords[entry.confidence])}`,
    ].join('\n'),
    ...(note === undefined
      ? []
      : [costNotes[note].map((piece) => (typeof piece === 'string' ? piece : (facts[piece.fact]?.text ?? ''))).join('')]),
    entry.summary,
    plainBody(body, context),
    ...lookAlikes(entry, context),
    section('History and sources', [
      ...entry.formerTitles.map((title) => `- Twilio called it before: “${title}”`),
      ...(reading === undefined ? [] : [`- ${reading}`]),
      ...entry.sources.map(({ url, checked }) => `- ${url}, read ${checked}`),
      `- Reviewed ${entry.reviewed}`,
      `- This page: ${absolute(errorPath(code))}`,
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

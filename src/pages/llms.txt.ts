import type { APIRoute } from 'astro';
import { aboutPath, analyzePath, errorMarkdownPath, errorsJsonPath, glossaryPath, guidePath } from '../catalog/paths.ts';
import { errorPages } from '../site/errors.ts';

/** The site for language models (https://llmstxt.org): what it is, and the Markdown form of each page. */
export const GET: APIRoute = async ({ site }) => {
  const link = (name: string, path: string, about: string): string => `- [${name}](${new URL(path, site).href}): ${about}`;
  const pages = (await errorPages()).map(({ data }) =>
    link(`${String(data.code)} ${data.title}`, errorMarkdownPath(String(data.code)), data.summary),
  );
  return new Response(
    `# Undelivered

> Why a Twilio message did not arrive: a decision tree, a page for each error code a message can meet, and a log analyzer that runs in the browser. Not affiliated with Twilio.

## Parts

${link('Guide', guidePath(), 'one question a page, from a complaint to what to do')}
${link('Analyzer', analyzePath(), 'reads an exported message log in the browser')}
${link('Every error page as JSON', errorsJsonPath(), 'who acts, whether to resend, what it costs, with sources')}
${link('Glossary', glossaryPath(), 'the words of text messaging, from A2P to webhook')}
${link('Facts and sources', aboutPath(), 'dated facts, and where sources disagree')}

## Error codes

${pages.join('\n')}
`,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
};

/**
 * Every address of the site, with the sub-path it is hosted under. Nothing else builds an address.
 * The sub-path comes from BASE_PATH at build time; outside a build (tests, command line) it is "/".
 */
const base: string = ((import.meta.env as { BASE_URL?: string } | undefined)?.BASE_URL ?? '/').replace(/\/*$/, '/');

const at = (path: string): string => base + path;

export const homePath = (): string => at('');
/** The index of error pages, filtered by what is given: { category: 'media' }. */
export const errorsPath = (filters?: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(filters).toString();
  return at(`errors/${query === '' ? '' : `?${query}`}`);
};
/** Every code with a link each, for readers without script. */
export const errorsAllPath = (): string => at('errors/all/');
export const errorPath = (code: string, section?: string): string => at(`errors/${code}/${section === undefined ? '' : `#${section}`}`);
export const errorJsonPath = (code: string): string => at(`errors/${code}.json`);
/** The page as Markdown, for pasting and for machines. */
export const errorMarkdownPath = (code: string): string => at(`errors/${code}.md`);
/** The picture of the page for link previews; drawn by src/build/pictures. */
export const errorPicturePath = (code: string): string => at(`errors/${code}.png`);
export const errorsJsonPath = (): string => at('errors.json');
export const guidePath = (): string => at('guide/');

/** A step of the guide (`start` is the guide's own page); answers travel in the query string, keyed by question id. */
export const stepPath = (step: string, answers?: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(answers).toString();
  return at(`guide/${step === 'start' ? '' : `${step}/`}${query === '' ? '' : `?${query}`}`);
};
export const guideMapPath = (): string => at('guide/map/');
export const guideMachinePath = (): string => at('guide/machine.json');
export const lifecyclePath = (): string => at('guide/lifecycle/');
export const analyzePath = (): string => at('analyze/');
/** The part of the analyzer's page that explains one finding. */
export const findingPath = (id: string): string => at(`analyze/#${id}`);
/** How to get a message log; with the id of a way (content/get-the-log/<id>.mdx) its part of the page. */
export const getTheLogPath = (way?: string): string => at(`get-the-log/${way === undefined ? '' : `#${way}`}`);
/** The script that reduces a table of messages in a warehouse to a small file. */
export const warehousePath = (): string => at('get-the-log/warehouse/');
/** The words of the trade; with the id of one (content/glossary.yaml) its entry. */
export const glossaryPath = (term?: string): string => at(`glossary/${term === undefined ? '' : `#${term}`}`);
export const privacyPath = (): string => at('privacy/');
export const aboutPath = (): string => at('about/');
/** The dated entry of a fact with its sources. */
export const factPath = (id: string): string => at(`about/#fact-${id}`);
/** A file of public/. */
export const filePath = (name: string): string => at(name);
/** Twilio's own page for a code. */
export const twilioErrorUrl = (code: string): string => `https://www.twilio.com/docs/api/errors/${code}`;

import { places, type Where } from './places.ts';

/**
 * All that a page of this site leaves in the browser: where, what, until when. Nothing else writes there, the page /privacy/ is
 * made from this table, and tests/e2e/addresses.spec.ts holds the storage of a used site against it.
 */
interface Kept {
  readonly where: Where;
  readonly key: string;
  /** Goes on after "a page keeps", for readers. */
  readonly what: string;
  /** When it is gone. */
  readonly until: string;
  /**
   * Whether it can hold what a reader typed, pasted or dropped, which is deleted as it is read; headings of a table, which stay where
   * somebody asked for it, as names of files do; or what a report says of a log, masked.
   */
  readonly holds: 'input' | 'headings' | 'file names' | 'own words' | 'report';
}

export const kept = {
  search: {
    ...places.search,
    what: 'Words typed into a box, on their way to the index of error codes',
    until: 'The index reads them, which deletes them',
    holds: 'input',
  },
  files: {
    ...places.files,
    what: 'A log dropped or pasted outside the analyzer, on its way there',
    until:
      'The analyzer takes it, which deletes it. If the analyzer never opens, the next page of this site that you open deletes it, at the latest one minute after it was left',
    holds: 'input',
  },
  ticket: {
    ...places.ticket,
    what: 'A random mark that says which tab left the log, so that no other tab takes it',
    until: 'The next page of this site in that tab opens',
    holds: 'own words',
  },
  receipt: {
    ...places.receipt,
    what: 'The line that says what a paste was read as: its kind, its status, its error code, nothing else of it',
    until: 'The page that opens shows it, which deletes it',
    holds: 'own words',
  },
  report: {
    ...places.report,
    what: 'The last report of the analyzer, for when you come back to it: its figures, sentences and tables, with phone numbers masked, without lists of numbers, SIDs and rows; never the log. A report of more than some thousand rows is not kept',
    until: 'The tab is closed, another report takes its place, or you press “Forget this report”',
    holds: 'report',
  },
  lastReport: {
    ...places.lastReport,
    what: 'How many messages and findings that report had, for the line on the home page and the way back',
    until: 'That report goes',
    holds: 'own words',
  },
  wayBack: {
    ...places.wayBack,
    what: 'The way to the files that the last report was made from, if you agreed to it below that report: a handle of the browser, with their names, never what is in them. The browser asks you before a file is opened again. Only in browsers with handles',
    until:
      'Another log is read, you take it back, or the tab is closed; then the next page of this site that you open in any tab deletes it',
    holds: 'file names',
  },
  wayBackMark: {
    ...places.wayBackMark,
    what: 'A random mark that says which tab that way belongs to',
    until: 'That way goes, or the tab is closed',
    holds: 'own words',
  },
  leftOut: {
    ...places.leftOut,
    what: 'What an address of the guide said that the guide does not know, when it leads on to another step',
    until: 'That step reads it to say so, which deletes it',
    holds: 'input',
  },
  guideLink: {
    ...places.guideLink,
    what: 'The mark that the next step of the guide was reached by an answer, so that its heading gets the focus',
    until: 'That step opens, which deletes it',
    holds: 'own words',
  },
  tried: {
    ...places.tried,
    what: 'The lines of a checklist of the guide that you ticked as not it, in our words, for the ticket at its end',
    until: 'A new case begins in the guide, or the tab is closed',
    holds: 'own words',
  },
  numberKeys: {
    ...places.numberKeys,
    what: 'That the number keys shall not answer questions, if you switched them off',
    until: 'You switch them on again, or clear the data of this site',
    holds: 'own words',
  },
  site: {
    ...places.site,
    what: 'The files of this site, so that it works without a network: its pages, scripts and search, as they are sent to everybody. Nothing of yours is among them, not even which page you opened',
    until:
      'A newer version takes its place, or you clear the data of this site in the settings of the browser. Where the browser is told to save data, none of it is fetched',
    holds: 'own words',
  },
  theme: {
    ...places.theme,
    what: 'That you want light or dark colours, if you chose so at the foot of a page',
    until: 'You choose “as the system” there, or clear the data of this site',
    holds: 'own words',
  },
  columns: {
    ...places.columns,
    what: 'The headings of a table of your own, and which of its columns you said holds what; no cell of it. At most twenty tables',
    until: 'You press “Forget” in the form where you said it, or clear the data of this site',
    holds: 'headings',
  },
} as const satisfies Readonly<Record<keyof typeof places, Kept>>;

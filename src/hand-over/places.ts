/** The stores that a browser offers; the last two hold no texts. */
export type Where = 'sessionStorage' | 'localStorage' | 'IndexedDB' | 'Cache Storage';

/** Where each thing that is kept lies: all that a page needs to know of the table in kept.ts. */
export const places = {
  search: { where: 'sessionStorage', key: 'undelivered:search' },
  files: { where: 'IndexedDB', key: 'undelivered' },
  ticket: { where: 'sessionStorage', key: 'undelivered:files' },
  wayBack: { where: 'IndexedDB', key: 'undelivered:way-back' },
  wayBackMark: { where: 'sessionStorage', key: 'undelivered:way-back-mark' },
  receipt: { where: 'sessionStorage', key: 'undelivered:receipt' },
  report: { where: 'sessionStorage', key: 'undelivered:report' },
  lastReport: { where: 'sessionStorage', key: 'undelivered:last-report' },
  leftOut: { where: 'sessionStorage', key: 'undelivered:left-out' },
  guideLink: { where: 'sessionStorage', key: 'undelivered:guide-link' },
  tried: { where: 'sessionStorage', key: 'undelivered:tried' },
  numberKeys: { where: 'localStorage', key: 'undelivered:number-keys' },
  site: { where: 'Cache Storage', key: 'undelivered:site' },
  theme: { where: 'localStorage', key: 'undelivered:theme' },
  columns: { where: 'localStorage', key: 'undelivered:columns' },
} as const satisfies Readonly<Record<string, { readonly where: Where; readonly key: string }>>;

type Id = keyof typeof places;
/** What is kept as a text. */
export type TextKept = { readonly [Key in Id]: (typeof places)[Key]['where'] extends 'sessionStorage' | 'localStorage' ? Key : never }[Id];

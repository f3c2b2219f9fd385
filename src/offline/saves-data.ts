/** Whether the reader asked the browser to save data; `false` where it does not tell. */
export const savesData = (): boolean =>
  (navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;

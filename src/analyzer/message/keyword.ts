/** Longest body that can be one keyword with blanks around it. */
export const KEYWORD_LENGTH = 24;

/** A body that may be a keyword, in capitals and without the blanks around it; '' for a longer one. */
export const keywordIn = (body: string): string => (body.length > KEYWORD_LENGTH ? '' : body.trim().toUpperCase());

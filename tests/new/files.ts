/** What a kind of addition consists of: new files by path from the root, and lines to write elsewhere. */
export interface NewFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly then: readonly string[];
}

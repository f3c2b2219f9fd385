import * as tags from './mdx-tags.ts';

/** What MDX bodies may use: `<Content components={mdxComponents} />`. */
export const mdxComponents = { ...tags };

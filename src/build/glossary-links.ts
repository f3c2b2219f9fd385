import type { satteri } from '@astrojs/markdown-satteri';
import { parse } from 'yaml';
import { glossarySchema } from '../catalog/glossary-schema.ts';
import { firstUses } from '../catalog/terms.ts';
import { readContent } from '../content-files.ts';

type Plugins = NonNullable<NonNullable<Parameters<typeof satteri>[0]>['mdastPlugins']>;

/** Where no word leads away: headings, what is a link already, quotations, components, which show their own texts. */
const closed = new Set(['heading', 'link', 'linkReference', 'blockquote', 'mdxJsxTextElement', 'mdxJsxFlowElement']);

/**
 * For bodies in MDX: the first use of a word that content/glossary.yaml explains becomes `<Term id="…">`, which leads to its entry where it
 * is the first of the page too (src/components/Term.astro).
 */
export function glossaryLinks(): Plugins[number] {
  const entries = glossarySchema.parse(parse(readContent('glossary.yaml')));
  return () => {
    const cut = firstUses(entries);
    return {
      name: 'glossary-links',
      text(node, context) {
        type Target = Parameters<typeof context.parent>[0];
        /** The first row of a table is its heading. */
        const isClosed = (part: Target | undefined): boolean =>
          part !== undefined &&
          (closed.has(part.type) || (part.type === 'tableRow' && context.indexOf(part) === 0) || isClosed(context.parent(part)));
        if (isClosed(node)) return;
        const stretches = cut(node.value);
        if (stretches.every((stretch) => typeof stretch === 'string')) return;
        context.replaceNode(
          node,
          stretches.map((stretch) =>
            typeof stretch === 'string'
              ? { type: 'text' as const, value: stretch }
              : {
                  type: 'mdxJsxTextElement' as const,
                  name: 'Term',
                  attributes: [{ type: 'mdxJsxAttribute' as const, name: 'id', value: stretch.id }],
                  children: [{ type: 'text' as const, value: stretch.text }],
                },
          ),
        );
      },
    };
  };
}

/** Content that was compiled when the package was made (src/build/package.ts). */
import { data as addressData } from 'virtual:compiled/site';
import { data as codeData } from 'virtual:compiled/codes';
import { data as pasted } from 'virtual:compiled/pasted';
import { data as rest } from 'virtual:compiled/rest';
import { data as words } from 'virtual:compiled/words';
import { addressAt, knowledgeOf, type KnowledgeRest } from '../library/code-records.ts';
import type { Content } from './content.ts';

const site = addressData() as string;

export const compiledContent: Content = {
  knowledge: () => knowledgeOf(codeData() as ReturnType<Content['codes']>, rest() as KnowledgeRest),
  words: words as Content['words'],
  codes: codeData as Content['codes'],
  pasted: pasted as Content['pasted'],
  address: (path) => addressAt(path, site === '' ? undefined : new URL(site)),
};

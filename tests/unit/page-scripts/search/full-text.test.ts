import { expect, test } from 'vitest';
import { plain } from '../../../../src/page-scripts/search/full-text.ts';

test('a passage is the text of the page, without the marks of the search, and never markup', () => {
  expect(plain('an <mark>AT&T</mark> receipt, &lt;Message&gt; and &lt;b&gt; &amp; "more"')).toBe(
    'an AT&T receipt, <Message> and <b> &amp; "more"',
  );
});

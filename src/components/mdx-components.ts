import ErrorLink from './ErrorLink.astro';
import Fact from './Fact.astro';
import FindingLink from './FindingLink.astro';
import GuideLink from './GuideLink.astro';
import SectionHeading from './SectionHeading.astro';
import StackTable from './StackTable.astro';

/** What MDX bodies may use: `<Content components={mdxComponents} />`. */
export const mdxComponents = { ErrorLink, Fact, FindingLink, GuideLink, h2: SectionHeading, table: StackTable };

/** The components an MDX body may use, by the name it uses; `h2` and `table` replace plain Markdown's. */
export { default as ErrorLink } from './ErrorLink.astro';
export { default as Fact } from './Fact.astro';
export { default as FindingLink } from './FindingLink.astro';
export { default as GuideLink } from './GuideLink.astro';
export { default as h2 } from './SectionHeading.astro';
export { default as Term } from './Term.astro';
export { default as table } from './StackTable.astro';

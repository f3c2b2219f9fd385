import type { Finding } from '../../analyzer/report/report.ts';

const background = new Set<Finding['severity']>(['low', 'info']);

/** How many findings stand open at the top. */
const OPEN = 5;

/** Splits findings, already ranked by the analyzer: what to fix first, what else was found, what is only worth knowing. */
export function shelved(findings: readonly Finding[]): {
  readonly first: readonly Finding[];
  readonly more: readonly Finding[];
  readonly background: readonly Finding[];
} {
  const serious = findings.filter(({ severity }) => !background.has(severity));
  return {
    first: serious.slice(0, OPEN),
    more: serious.slice(OPEN),
    background: findings.filter(({ severity }) => background.has(severity)),
  };
}

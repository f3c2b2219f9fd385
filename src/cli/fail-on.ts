import { severities } from '../catalog/finding-words.ts';
import type { Finding } from '../analyzer/report/report.ts';

/** What a run can be made to fail on: a finding as grave as that or graver, or one that an earlier report does not have. */
export const failLimits = ['critical', 'high', 'medium', 'low', 'new'] as const;
export type FailLimit = (typeof failLimits)[number];

/**
 * Which findings a run fails on.
 *
 * @param appeared those of them that an earlier report does not have
 */
export function failingOf(findings: readonly Finding[], limits: readonly FailLimit[], appeared: readonly Finding[]): readonly Finding[] {
  const isNew = new Set(appeared.map(({ key }) => key));
  const fails = ({ key, severity }: Finding, limit: FailLimit): boolean =>
    limit === 'new' ? isNew.has(key) : severities.indexOf(severity) <= severities.indexOf(limit);
  return findings.filter((finding) => limits.some((limit) => fails(finding, limit)));
}

import type { Filter } from './filter.ts';
import type { Finding } from './report.ts';

/** Takes nothing. */
const nothing: Filter = { outcomes: [] };

/**
 * A filter that names findings of one report, as one that names none: what it takes is then the same whatever report it is asked of.
 *
 * @param findings of the report that the filter is of; a finding that is not among them takes nothing
 */
export function resolved(filter: Filter, findings: readonly Pick<Finding, 'key' | 'rows' | 'action'>[]): Filter {
  const { finding, people, any, all = [], except, ...rest } = filter;
  const inside = (parts: readonly Filter[]): readonly Filter[] => parts.map((part) => resolved(part, findings));
  const rows = finding === undefined ? [] : [findings.find(({ key }) => key === finding)?.rows ?? nothing];
  const list =
    people === undefined || !('listOf' in people) ? people : (findings.find(({ key }) => key === people.listOf)?.action.list ?? []);
  const every = [...inside(all), ...inside(rows)];
  return {
    ...rest,
    ...(list === undefined ? {} : { people: list }),
    ...(any === undefined ? {} : { any: inside(any) }),
    ...(every.length === 0 ? {} : { all: every }),
    ...(except === undefined ? {} : { except: inside(except) }),
  };
}

/** Keys of the findings that a filter names, directly or by their list. */
export const namedIn = ({ finding, people, any = [], all = [], except = [] }: Filter): readonly string[] => [
  ...(finding === undefined ? [] : [finding]),
  ...(people === undefined || !('listOf' in people) ? [] : [people.listOf]),
  ...[any, all, except].flatMap((parts) => parts.flatMap(namedIn)),
];

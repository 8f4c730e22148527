import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { RollQuery } from './queries.ts';

export const FILTERS = ['name', 'begins', 'school_id', 'campus_id', 'programme_id', 'class_id', 'cohort', 'stage', 'grade', 'status', 'misplaced'] as const;
export type FilterName = (typeof FILTERS)[number];

/** The filter of the list as it stands in the address, so that a page can be linked and opened again. */
export function useRollFilter(): readonly [filter: RollQuery, set: (changes: Partial<Record<FilterName, string>>) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const filter = useMemo(() => {
    const query = new URLSearchParams(search);
    return Object.fromEntries(FILTERS.flatMap((name) => (query.get(name) ?? '') === '' ? [] : [[name, query.get(name)]])) as RollQuery;
  }, [search]);
  const set = (changes: Partial<Record<FilterName, string>>): void => {
    const query = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') query.delete(name);
      else query.set(name, value);
    }
    navigate(`${path}?${query}`, { replace: true });
  };
  return [filter, set];
}

import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';

/**
 * One thing that a screen keeps in the address beside the settings: a search, a filter, a view. Empty text is
 * not written. Changing it replaces the address, so that "back" leaves the page.
 */
export function useInAddress(name: string): readonly [value: string, set: (value: string) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const value = new URLSearchParams(search).get(name) ?? '';
  const set = useCallback(
    (next: string) => {
      // As it is now, not as it was drawn: two things may be set at once.
      const query = new URLSearchParams(window.location.search);
      if (next === '') query.delete(name);
      else query.set(name, next);
      navigate(`${path}?${query}`, { replace: true });
    },
    [name, navigate, path],
  );
  return [value, set];
}

import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Ahead } from '../../provenance/asked.ts';

export const YEARS_AHEAD = [3, 5, 10] as const;
const USUAL: Ahead = { years: 10, rates: 'pack' };

/** How far and by whose rates, kept in the address: a forecast that is linked or printed opens again the same. */
export function useAhead(): readonly [Ahead, (next: Ahead) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const ahead = readAhead(search);
  const set = useCallback((next: Ahead) => {
    const query = new URLSearchParams(search);
    query.set('years', String(next.years));
    query.set('rates', next.rates);
    navigate(`${path}?${query.toString()}`, { replace: true });
  }, [navigate, path, search]);
  return [ahead, set];
}

/** What an address says; anything else in it is the usual. */
export function readAhead(search: string): Ahead {
  const query = new URLSearchParams(search);
  const years = YEARS_AHEAD.find((n) => String(n) === query.get('years'));
  return { years: years ?? USUAL.years, rates: query.get('rates') === 'history' ? 'history' : USUAL.rates };
}

/** The same as part of a link. */
export const aheadInLink = ({ years, rates }: Ahead) => ({ years: String(years), rates });

import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { endIsSettled } from '../session-end.ts';
import { useHref } from '../settings/SettingsProvider.tsx';
import { arrive } from './arrival.ts';
import { NOBODY, SESSION_KEY } from './session.ts';
import type { Session } from './session.ts';

/**
 * Puts the sign-in page in place of everything; what the last person saw is not kept for the next one. The address
 * goes back to the beginning, unless the page that it names is still to come.
 */
export function useLeaving(): (how?: { readonly stay: boolean }) => void {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const href = useHref();
  return ({ stay } = { stay: false }) => {
    // Nobody is there before anything is asked again: an answer of 401 would else count as an end in the middle of work.
    queries.setQueryData<Session>(SESSION_KEY, (was) => ({ ...NOBODY, sample: was?.sample ?? false, single_sign_on: was?.single_sign_on ?? false }));
    endIsSettled();
    if (!stay) navigate(href('/'));
    arrive();
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] && queryKey[0] !== 'region' });
    void queries.invalidateQueries();
  };
}

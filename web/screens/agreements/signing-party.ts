import { SIGNING_ROLES } from '../../../core/agreements/party.ts';
import { useSession } from '../../shell/session.ts';

/** The institution that the asker signs for; null where they hold no such post. */
export function useSigningParty(): 'school' | 'college' | null {
  const { roles } = useSession();
  return (['school', 'college'] as const).find((party) => roles.some(({ role }) => role === SIGNING_ROLES[party])) ?? null;
}

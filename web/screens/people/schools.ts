import { useSession } from '../../shell/session.ts';
import { useMay } from '../../shell/session.ts';
import { usePlaces } from './queries.ts';

/** A school whose students and guardians somebody makes accounts for. */
export interface SchoolChoice {
  readonly value: string;
  readonly label: string;
}

/** The registrar's own schools; for who keeps all accounts, every school. Undefined while it is not known yet. */
export function useSchools(): readonly SchoolChoice[] | undefined {
  const { roles } = useSession();
  const own = roles.flatMap(({ role, org_id, organisation }) => (role === 'school_registrar' && org_id !== null ? [{ value: org_id, label: organisation ?? org_id }] : []));
  const all = useMay()('accounts.write') && own.length === 0;
  const places = usePlaces(all);
  if (!all) return own;
  if (places.isPending) return undefined;
  return (places.data?.organisations ?? []).filter(({ kind }) => kind === 'school').map(({ org_id, name }) => ({ value: org_id, label: name }));
}

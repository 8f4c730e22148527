import type { ReactNode } from 'react';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSession } from '../../shell/session.ts';
import { useOrganisations } from '../grants/queries.ts';
import { ProposeMatter, type MatterOpening } from './ProposeMatter.tsx';

interface ProposeListProps {
  /** With the digest of what was looked at. */
  readonly matter: MatterOpening;
  readonly list: { readonly day_to_come: boolean; readonly open_matter: string | null; readonly may_propose: boolean };
  readonly say: { readonly dayToCome: string; readonly listOpen: string; readonly toMatter: string };
  readonly act: string;
  /** What else is told before the list may be proposed. */
  readonly children?: ReactNode;
}

/** A list that was looked at, proposed as it stands; on to its matter, where another person decides. */
export function ProposeList({ matter, list: { day_to_come, open_matter, may_propose }, say, act, children }: ProposeListProps) {
  return (
    <>
      {day_to_come && <Notice kind="info" title={say.dayToCome} />}
      {open_matter !== null && <Notice kind="info" title={say.listOpen}><ScreenLink to={`/matters/${open_matter}`}>{say.toMatter}</ScreenLink></Notice>}
      {children}
      {may_propose && <ProposeMatter label={act} opening={matter} />}
    </>
  );
}

/** The institutions at which one holds one of these roles, as options. */
export function useOwnInstitutions(among: readonly string[]): readonly { readonly value: string; readonly label: string }[] {
  const { roles } = useSession();
  const names = new Map((useOrganisations().data ?? []).map(({ org_id, name }) => [org_id, name]));
  return [...new Set(roles.filter(({ role }) => among.includes(role)).flatMap(({ org_id }) => org_id ?? []))].map((value) => ({ value, label: names.get(value) ?? value }));
}

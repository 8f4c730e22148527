import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ask, client, onceOnly } from '../../client.ts';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useHref } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useOrganisations } from '../grants/queries.ts';

interface ProposeListProps {
  /** What is opened: the kind, whose list, and the digest of what was looked at. */
  readonly matter: Parameters<typeof client.api.matters.$post>[0]['json'];
  readonly list: { readonly day_to_come: boolean; readonly open_matter: string | null; readonly may_propose: boolean };
  readonly say: { readonly dayToCome: string; readonly listOpen: string; readonly toMatter: string; readonly failed: string; readonly working: string };
  readonly act: string;
  /** What else is told before the list may be proposed. */
  readonly children?: ReactNode;
}

/** A list that was looked at, proposed as it stands; on to its matter, where another person decides. */
export function ProposeList({ matter, list: { day_to_come, open_matter, may_propose }, say, act, children }: ProposeListProps) {
  const href = useHref();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const propose = async () => {
    setBusy(true);
    setFault(null);
    try {
      const { matter_id } = await ask(client.api.matters.$post({ json: matter }, onceOnly()));
      await queries.invalidateQueries();
      navigate(href(`/matters/${matter_id}`));
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <>
      {day_to_come && <Notice kind="info" title={say.dayToCome} />}
      {open_matter !== null && <Notice kind="info" title={say.listOpen}><ScreenLink to={`/matters/${open_matter}`}>{say.toMatter}</ScreenLink></Notice>}
      {children}
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {may_propose && <div className="button-row no-print"><Button kind="primary" aria-disabled={busy} onClick={() => void (busy || propose())}>{busy ? say.working : act}</Button></div>}
    </>
  );
}

/** The institutions at which one holds one of these roles, as options. */
export function useOwnInstitutions(among: readonly string[]): readonly { readonly value: string; readonly label: string }[] {
  const { roles } = useSession();
  const names = new Map((useOrganisations().data ?? []).map(({ org_id, name }) => [org_id, name]));
  return [...new Set(roles.filter(({ role }) => among.includes(role)).flatMap(({ org_id }) => org_id ?? []))].map((value) => ({ value, label: names.get(value) ?? value }));
}

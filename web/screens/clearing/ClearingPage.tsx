import type { ReactNode } from 'react';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { useSession } from '../../shell/session.ts';
import { clearingWords } from '../../words/clearing.ts';
import { useOrganisations } from '../grants/queries.ts';
import { CLEARING_PARTS, keptBy, type ClearingPart } from './parts.ts';

/** The frame of every page of clearing: the parts in the order of the year, and whose money it is. */
export function ClearingPage({ part, children }: { part: ClearingPart; children: (org_id: string) => ReactNode }) {
  const say = useWords(clearingWords);
  const { roles } = useSession();
  const own = keptBy(roles, part);
  const names = new Map((useOrganisations().data ?? []).map(({ org_id, name }) => [org_id, name]));
  const [wanted, setWanted] = useInAddress('of');
  const chosen = own.includes(wanted) ? wanted : own[0];
  return (
    <Page title={say.title} lead={say[`${part}Lead`]}>
      <nav className="data-parts no-print" aria-label={say.parts}>
        {CLEARING_PARTS.filter(({ name }) => name === part || keptBy(roles, name).length > 0).map(({ name, to }) => <ScreenLink key={name} to={to} current={name === part}>{say[name]}</ScreenLink>)}
      </nav>
      {chosen === undefined ? <EmptyState title={say.nobody}>{say.nobodyHelp}</EmptyState> : (
        <div className="settlement">
          {own.length > 1 && <SelectField id="clearing-of" label={say.of} value={chosen} onChange={setWanted} options={own.map((value) => ({ value, label: names.get(value) ?? value }))} />}
          {children(chosen)}
        </div>
      )}
    </Page>
  );
}

import { ask, client, onceOnly } from '../../client.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { grantWords } from '../../words/grants.ts';
import { ActDialog } from '../people/ActDialog.tsx';
import { ReasonDialog } from '../people/ReasonDialog.tsx';
import { useOrganisations } from './queries.ts';
import type { Grant } from './queries.ts';
import { scopeText } from './scope-text.ts';

interface DecidingProps {
  readonly grant: Grant;
  readonly onClose: () => void;
  /** Says what was done. */
  readonly onDone: (what: string) => Promise<void>;
}

const grants = client.api['minor-grants'][':grant_id'];

export function ApproveGrant({ grant, onClose, onDone }: DecidingProps) {
  const say = useWords(grantWords);
  const { language } = useSettings().settings;
  const organisations = useOrganisations().data ?? [];
  const approve = async () => {
    await ask(grants.approve.$post({ param: { grant_id: grant.grant_id } }, onceOnly()));
    await onDone(say.approved);
  };
  return (
    <ActDialog title={say.approveTitle} act={say.approve} onAct={approve} onClose={onClose}>
      <p>{say.approveWhat(grant.account, scopeText(grant.scope, organisations, language), formatDate(grant.expires_on, language))}</p>
      <p>{say.of(say.purpose, grant.purpose)}</p>
    </ActDialog>
  );
}

/** Refusing says why: whoever asked reads it. */
export function RefuseGrant({ grant, onClose, onDone }: DecidingProps) {
  const say = useWords(grantWords);
  const refuse = async (reason: string) => {
    await ask(grants.refuse.$post({ param: { grant_id: grant.grant_id }, json: { reason } }, onceOnly()));
    await onDone(say.refused);
  };
  return (
    <ReasonDialog title={say.refuseTitle} act={say.refuse} onAct={refuse} onClose={onClose} field={{ id: 'grant-reason', label: say.refuseReason, help: say.refuseHelp, missing: say.giveReason }}>
      <p>{say.of(say.purpose, grant.purpose)}</p>
    </ReasonDialog>
  );
}

/** Ends what is in force, or takes one's own request back. */
export function EndGrant({ grant, own, onClose, onDone }: DecidingProps & { readonly own: boolean }) {
  const say = useWords(grantWords);
  const taken = grant.state === 'asked' && own;
  const end = async () => {
    await ask(grants.end.$post({ param: { grant_id: grant.grant_id } }, onceOnly()));
    await onDone(taken ? say.withdrawn : say.ended);
  };
  return (
    <ActDialog title={taken ? say.withdraw : say.endTitle} act={taken ? say.withdraw : say.end} onAct={end} onClose={onClose}>
      <p>{taken ? say.withdrawWhat : say.endWhat(grant.account)}</p>
    </ActDialog>
  );
}

import { useState } from 'react';
import type { FormEvent } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { formatDate } from '../../words/format.ts';
import { grantWords } from '../../words/grants.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { purposeProblem } from '../data/registers/purpose.ts';
import { ActDialog } from '../people/ActDialog.tsx';
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
  const { cancel } = useWords(componentWords);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const problem = purposeProblem(reason, { givePurpose: say.giveReason, noNumbers: say.noNumbers });
    setWrong(problem);
    if (problem !== undefined) {
      document.getElementById('grant-reason')?.focus();
      return;
    }
    setBusy(true);
    setFault(null);
    try {
      await ask(grants.refuse.$post({ param: { grant_id: grant.grant_id }, json: { reason: reason.trim() } }, onceOnly()));
      await onDone(say.refused);
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={say.refuseTitle} open onClose={onClose}>
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
        <p>{say.of(say.purpose, grant.purpose)}</p>
        <TextField id="grant-reason" label={say.refuseReason} help={say.refuseHelp} value={reason} onChange={setReason} error={wrong} autoComplete="off" />
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : say.refuse}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
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

import { useState } from 'react';
import type { FormEvent } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { today as todayHere } from '../../settings/today.ts';
import { useRegion } from '../../shell/region.ts';
import { componentWords } from '../../words/components.ts';
import { grantWords } from '../../words/grants.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { askingProblems, SCOPE_KINDS, scopeOf } from './asking.ts';
import type { AskingDraft } from './asking.ts';
import { useOrganisations } from './queries.ts';

/** Whose records, what for, until when. */
export function AskDialog({ onClose, onDone }: { onClose: () => void; onDone: () => Promise<void> }) {
  const say = useWords(grantWords);
  const { cancel } = useWords(componentWords);
  const { data: region } = useRegion();
  const [draft, setDraft] = useState<AskingDraft>({ kind: null, id: '', purpose: '', until: null });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const change = (part: Partial<AskingDraft>) => setDraft((now) => ({ ...now, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = askingProblems(draft, region?.today ?? todayHere(), say);
    setProblems(found);
    setFault(null);
    if (found.length > 0 || draft.until === null) return;
    setBusy(true);
    try {
      await ask(client.api['minor-grants'].$post({ json: { scope: scopeOf(draft), purpose: draft.purpose.trim(), expires_on: draft.until } }, onceOnly()));
      await onDone();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <Dialog title={say.askTitle} open onClose={onClose} place="side">
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        <p>{say.askLead}</p>
        <ErrorSummary problems={problems} />
        {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
        <SelectField
          id="grant-whose" label={say.whose} value={draft.kind ?? ''} error={wrong('grant-whose')} options={SCOPE_KINDS.map((kind) => ({ value: kind, label: say[kind] }))}
          onChange={(next) => change({ kind: SCOPE_KINDS.find((kind) => kind === next) ?? null, id: '' })}
        />
        <Named draft={draft} onChange={(id) => change({ id })} error={wrong('grant-id')} />
        <TextField id="grant-purpose" label={say.purpose} help={say.purposeHelp} value={draft.purpose} onChange={(purpose) => change({ purpose })} error={wrong('grant-purpose')} autoComplete="off" />
        <DateField id="grant-until" label={say.until} help={say.untilHelp} value={draft.until} onChange={(until) => change({ until })} error={wrong('grant-until')} />
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : say.submit}</Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Which student, class, campus, institution or county. */
function Named({ draft, onChange, error }: { draft: AskingDraft; onChange: (id: string) => void; error: string | undefined }) {
  const say = useWords(grantWords);
  const organisations = useOrganisations().data ?? [];
  const { kind, id } = draft;
  if (kind === null || kind === 'region') return null;
  if (kind === 'org') {
    const options = organisations.filter((one) => one.kind === 'school' || one.kind === 'college').map((one) => ({ value: one.org_id, label: one.name }));
    return <SelectField id="grant-id" label={say.id_org} value={id} options={options} onChange={onChange} error={error} />;
  }
  return <TextField id="grant-id" label={say[`id_${kind}`]} help={kind === 'county' ? say.countyHelp : say.idHelp} value={id} onChange={onChange} error={error} autoComplete="off" />;
}

import { useState } from 'react';
import type { FormEvent } from 'react';
import { ask, client } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { firstRunWords } from '../../words/first-run.ts';
import { passwordWords } from '../../words/password.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { NewPassword } from '../account/NewPassword.tsx';
import { Counties } from './Counties.tsx';
import type { Slip } from '../slips/slip.ts';
import { draftOf } from './draft.ts';
import type { PackChoice } from './draft.ts';
import { setUpProblems, setUpRequest } from './set-up.ts';
import type { SetUpDraft } from './set-up.ts';

/** The set-up, as one form: region, counties, first account. What it answers with are the slips of the three administrators. */
export function SetUpForm({ packs, onSlips }: { packs: readonly PackChoice[]; onSlips: (slips: readonly Slip[]) => void }) {
  const say = useWords(firstRunWords);
  const password = useWords(passwordWords);
  const { language } = useSettings().settings;
  const [draft, setDraft] = useState(() => draftOf(packs[0], language));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const change = (part: Partial<SetUpDraft>) => setDraft((now) => ({ ...now, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = setUpProblems(draft, say, password);
    setProblems(found);
    if (found.length > 0) return;
    setBusy(true);
    setFault(null);
    try {
      const { slips } = await ask(client.api['first-run'].$post({ json: setUpRequest(draft) }));
      onSlips(slips);
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  const text = (id: string, key: 'region_code' | 'name' | 'office_name' | 'account' | 'person', label: string, help: string) => (
    <TextField id={id} label={label} help={help} autoComplete="off" value={draft[key]} onChange={(value) => change({ [key]: value })} {...errorOf(problems, id)} />
  );
  return (
    <form className="first-run-form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <section className="field-stack" aria-labelledby="first-run-region">
        <h2 id="first-run-region">{say.region}</h2>
        <SelectField
          label={say.pack} help={say.packHelp} value={draft.pack} options={packs.map((pack) => ({ value: pack.id, label: pack.name[language] }))}
          onChange={(id) => setDraft((now) => ({ ...draftOf(packs.find((pack) => pack.id === id), language), account: now.account, person: now.person, password: now.password, again: now.again }))}
        />
        {text('region-name', 'name', say.name, say.nameHelp)}
        {text('region-code', 'region_code', say.code, say.codeHelp)}
        {text('office-name', 'office_name', say.office, say.officeHelp)}
        <Counties counties={draft.counties} problems={problems} onChange={(counties) => change({ counties })} />
      </section>
      <section className="field-stack" aria-labelledby="first-run-account">
        <h2 id="first-run-account">{say.accountTitle}</h2>
        {text('person', 'person', say.person, say.personHelp)}
        {text('account', 'account', say.account, say.accountHelp)}
        <NewPassword value={draft} account={draft.account} problems={problems} onChange={change} />
      </section>
      <Button kind="primary" type="submit" aria-disabled={busy}>
        {busy ? say.submitting : say.submit}
      </Button>
    </form>
  );
}

function errorOf(problems: readonly FieldProblem[], field: string): { error?: string } {
  const error = problems.find((problem) => problem.field === field)?.message;
  return error === undefined ? {} : { error };
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { ask, client } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { firstRunWords } from '../../words/first-run.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { Counties } from './Counties.tsx';
import { draftOf } from './draft.ts';
import type { PackChoice } from './draft.ts';
import { strengthOf } from './password-strength.ts';
import { setUpProblems, setUpRequest } from './set-up.ts';
import type { SetUpDraft } from './set-up.ts';

/** The set-up, as one form: region, counties, first account. */
export function SetUpForm({ packs }: { packs: readonly PackChoice[] }) {
  const say = useWords(firstRunWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const href = useHref();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState(() => draftOf(packs[0], language));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const change = (part: Partial<SetUpDraft>) => setDraft((now) => ({ ...now, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = setUpProblems(draft, say);
    setProblems(found);
    if (found.length > 0) return;
    setBusy(true);
    setFault(null);
    try {
      await ask(client.api['first-run'].$post({ json: setUpRequest(draft) }));
      navigate(href('/data'));
      await queries.resetQueries();
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
        <Password draft={draft} problems={problems} change={change} />
      </section>
      <Button kind="primary" type="submit" aria-disabled={busy}>
        {busy ? say.submitting : say.submit}
      </Button>
    </form>
  );
}

interface PasswordProps {
  readonly draft: SetUpDraft;
  readonly problems: readonly FieldProblem[];
  readonly change: (part: Partial<SetUpDraft>) => void;
}

function Password({ draft, problems, change }: PasswordProps) {
  const say = useWords(firstRunWords);
  const [shown, setShown] = useState(false);
  const type = shown ? 'text' : 'password';
  const strength = strengthOf(draft.password, draft.account);
  return (
    <>
      <div>
        <TextField id="password" type={type} autoComplete="new-password" label={say.password} help={say.passwordHelp} value={draft.password} onChange={(password) => change({ password })} {...errorOf(problems, 'password')} />
        <p className={`password-strength password-${strength}`} role="status">
          <span className="password-bar" aria-hidden="true" />
          {say.strength(say[strength])}
        </p>
      </div>
      <TextField id="again" type={type} autoComplete="new-password" label={say.again} value={draft.again} onChange={(again) => change({ again })} {...errorOf(problems, 'again')} />
      <CheckboxField label={say.show} checked={shown} onChange={setShown} />
    </>
  );
}

function errorOf(problems: readonly FieldProblem[], field: string): { error?: string } {
  const error = problems.find((problem) => problem.field === field)?.message;
  return error === undefined ? {} : { error };
}

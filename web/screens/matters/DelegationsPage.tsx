import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { ROLES } from '../../../core/access/roles.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { delegationWords } from '../../words/delegations.ts';
import { formatDate } from '../../words/format.ts';
import { matterWords } from '../../words/matters.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { ActDialog } from '../people/ActDialog.tsx';
import { useDelegations, type Delegations } from './queries.ts';

type Delegation = Delegations['delegations'][number];

/** The words of matters, with those of standing in. */
function useSay() {
  const [matters, own] = [useWords(matterWords), useWords(delegationWords)];
  return { ...matters, ...own };
}

/** Who stands in for whom, for which role, from a day to a day. */
export function DelegationsPage() {
  const say = useSay();
  const queries = useQueryClient();
  const query = useDelegations();
  const [said, setSaid] = useState<string | null>(null);
  const [ending, setEnding] = useState<Delegation | null>(null);
  const done = async (what: string) => {
    await queries.invalidateQueries({ queryKey: ['delegations'] });
    setEnding(null);
    setSaid(what);
  };
  const end = async () => {
    if (ending !== null) await ask(client.api.delegations[':delegation_id'].end.$post({ param: { delegation_id: ending.delegation_id } }, onceOnly()));
    await done(say.ended);
  };
  return (
    <Page title={say.delegations} lead={say.delegationsLead}>
      <p className="no-print"><ScreenLink to="/matters">← {say.back}</ScreenLink></p>
      {said !== null && <Notice kind="done" title={said} announce />}
      <Answer query={query}>
        {(answer) => (
          <div className="matter">
            <section aria-labelledby="deputies-given">
              <h2 id="deputies-given">{say.given}</h2>
              {answer.delegations.length === 0 ? <EmptyState title={say.nobodyGiven}>{say.nobodyGivenHelp}</EmptyState> : <Table delegations={answer.delegations} onEnd={setEnding} />}
            </section>
            <section aria-labelledby="deputies-give">
              <h2 id="deputies-give">{say.giveTitle}</h2>
              {answer.colleagues.length === 0 ? <p>{say.noColleague}</p> : <GiveForm answer={answer} onDone={() => done(say.delegated)} />}
            </section>
          </div>
        )}
      </Answer>
      {ending !== null && <ActDialog title={say.endTitle} act={say.end} onAct={end} onClose={() => setEnding(null)}><p>{say.endWhat(ending.to_name)}</p></ActDialog>}
    </Page>
  );
}

function Table({ delegations, onEnd }: { delegations: readonly Delegation[]; onEnd: (one: Delegation) => void }) {
  const say = useSay();
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.given}</caption>
        <thead><tr>{[say.fromTo, say.role, say.days, say.why, say.state, say.acts].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {delegations.map((one) => (
            <tr key={one.delegation_id}>
              <th scope="row">{one.from_name} → {one.to_name}</th>
              <td data-label={say.role}>{ROLES[one.role].name[language]}</td>
              <td data-label={say.days}>{formatDate(one.first_day, language)} – {formatDate(one.last_day, language)}</td>
              <td data-label={say.why}>{one.reason}</td>
              <td data-label={say.state}><span aria-hidden="true">{one.state === 'now' ? '●' : one.state === 'coming' ? '◇' : '–'}</span> {say[`state_${one.state}`]}</td>
              <td data-label={one.state === 'now' || one.state === 'coming' ? say.acts : undefined}>
                {(one.state === 'now' || one.state === 'coming') && <Button aria-label={say.of(say.end, one.to_name)} onClick={() => onEnd(one)}>{say.end}</Button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Draft {
  readonly to: string;
  readonly role: string;
  readonly first: PlainDate | null;
  readonly last: PlainDate | null;
  readonly reason: string;
}

function GiveForm({ answer, onDone }: { answer: Delegations; onDone: () => Promise<void> }) {
  const say = useSay();
  const { language } = useSettings().settings;
  const [draft, setDraft] = useState<Draft>({ to: '', role: answer.roles[0] ?? '', first: null, last: null, reason: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const { to, first, last, reason } = draft;
    const role = answer.roles.find((one) => one === draft.role);
    const found = [
      ...(to === '' ? [{ field: 'deputy-to', message: say.giveDeputy }] : []), ...(first === null ? [{ field: 'deputy-first', message: say.giveDay }] : []),
      ...(last === null ? [{ field: 'deputy-last', message: say.giveDay }] : []), ...(reason.trim() === '' ? [{ field: 'deputy-reason', message: say.giveReason }] : []),
    ];
    setProblems(found);
    setFault(null);
    if (found.length > 0 || first === null || last === null || role === undefined) return;
    setBusy(true);
    try {
      await ask(client.api.delegations.$post({ json: { to_account: to, role, first_day: first, last_day: last, reason: reason.trim() } }, onceOnly()));
      setDraft({ to: '', role, first: null, last: null, reason: '' });
      await onDone();
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  return (
    <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <SelectField id="deputy-to" label={say.deputy} value={draft.to} onChange={(to) => change({ to })} error={wrong('deputy-to')} options={answer.colleagues.map(({ account, name }) => ({ value: account, label: `${name}（${account}）` }))} />
      <SelectField id="deputy-role" label={say.role} value={draft.role} onChange={(role) => change({ role })} options={answer.roles.map((role) => ({ value: role, label: ROLES[role].name[language] }))} />
      <DateField id="deputy-first" label={say.firstDay} value={draft.first} onChange={(first) => change({ first })} error={wrong('deputy-first')} />
      <DateField id="deputy-last" label={say.lastDay} value={draft.last} onChange={(last) => change({ last })} error={wrong('deputy-last')} />
      <TextField id="deputy-reason" label={say.why} value={draft.reason} onChange={(reason) => change({ reason })} error={wrong('deputy-reason')} autoComplete="off" />
      <div className="button-row"><Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : say.give}</Button></div>
    </form>
  );
}

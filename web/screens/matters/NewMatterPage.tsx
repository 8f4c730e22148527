import { useState } from 'react';
import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { MATTERS } from '../../../core/approvals/matters.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { useSession } from '../../shell/session.ts';
import { matterWords } from '../../words/matters.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { draftProblems, detailsOf, NEW_DRAFT, type NewDraft } from './new-draft.ts';
import { NewDetails } from './NewDetails.tsx';
import { useSubjects } from './subjects.ts';

/** The kinds that somebody with these roles may open here; a return comes with its round, and what is about new students, a roll or a scheme begins at their pages. */
const ELSEWHERE = new Set(['collection_return', 'training_scheme', 'admission_change', 'new_student_list', 'late_student_list', 'follow_up_list', 'hiring_support', 'support_clawback', 'books_close']);
const OPENABLE = MATTERS.filter(({ id, about }) => !ELSEWHERE.has(id) && about !== 'student' && about !== 'keeper' && about !== 'payer');

/** Chooses kind and subject, and opens a matter in one's own name. */
export function NewMatterPage() {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const { roles } = useSession();
  const kinds = OPENABLE.filter(({ opens }) => roles.some(({ role }) => opens.by.includes(role)));
  const [asked, setKind] = useInAddress('kind');
  const kind = kinds.find(({ id }) => id === asked) ?? kinds[0];
  return (
    <Page title={say.newTitle} lead={say.newLead}>
      <p className="no-print"><ScreenLink to="/matters">← {say.back}</ScreenLink></p>
      {kind === undefined ? <EmptyState title={say.noneToOpen}>{say.noneToOpenHelp}</EmptyState> : (
        <div className="field-stack matter-new">
          <SelectField id="matter-kind" label={say.chooseKind} value={kind.id} onChange={setKind} options={kinds.map(({ id, label }) => ({ value: id, label: label[language] }))} />
          <NewForm key={kind.id} kind={kind.id} about={kind.about} />
        </div>
      )}
    </Page>
  );
}

function NewForm({ kind, about }: { kind: string; about: (typeof OPENABLE)[number]['about'] }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const href = useHref();
  const [, navigate] = useLocation();
  const [asked] = useInAddress('subject');
  const [draft, setDraft] = useState<NewDraft>({ ...NEW_DRAFT, subject: asked });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const subjects = useSubjects(about, kind);
  const change = (part: Partial<NewDraft>) => setDraft((now) => ({ ...now, ...part }));
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = draftProblems(kind, draft, say, language);
    setProblems(found);
    setFault(null);
    if (found.length > 0) return;
    setBusy(true);
    try {
      const details = detailsOf(kind, draft);
      const { matter_id } = await ask(client.api.matters.$post({ json: { kind, subject: draft.subject.trim(), ...(details !== undefined && { details }) } }, onceOnly()));
      navigate(href(`/${kind === 'enrolment_plan' ? 'plans' : 'matters'}/${matter_id}`));
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {about === 'round'
        ? <TextField id="matter-subject" label={say.roundName} help={say.roundNameHelp} value={draft.subject} onChange={(subject) => change({ subject })} error={wrong('matter-subject')} autoComplete="off" />
        : <SelectField id="matter-subject" label={say.chooseSubject} value={draft.subject} onChange={(subject) => change({ subject, value: '' })} options={subjects} error={wrong('matter-subject')} />}
      <NewDetails kind={kind} draft={draft} onChange={change} wrong={wrong} />
      <div className="button-row"><Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : say.open}</Button></div>
    </form>
  );
}

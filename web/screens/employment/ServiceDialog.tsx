import { useState } from 'react';
import type { FormEvent } from 'react';
import { SERVICE_KINDS, SERVICE_NAMES, type ServiceKind } from '../../../core/employment/services.ts';
import { date, type PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { ErrorSummary, type FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { employmentWords } from '../../words/employment.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { Service, ServicesAnswer } from './queries.ts';

interface ServiceDialogProps {
  readonly corrected: Service | null;
  readonly schools: ServicesAnswer['may_write_at'];
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

interface Draft {
  readonly school_id: string;
  readonly kind: ServiceKind | '';
  readonly on: PlainDate | null;
  readonly title: string;
  readonly attended: string;
  readonly hours: string;
  readonly firms: string;
  readonly class_id: string;
  readonly student_id: string;
  readonly note: string;
  readonly reason: string;
}

function draftOf(one: Service | null, schools: ServicesAnswer['may_write_at']): Draft {
  const text = (value: number | string | null | undefined): string => (value === null || value === undefined ? '' : String(value));
  return {
    school_id: one?.school_id ?? schools[0]?.school_id ?? '', kind: one?.kind ?? '', on: one === null ? null : date(one.on), title: text(one?.title), attended: text(one?.attended), hours: text(one?.hours), firms: text(one?.firms),
    class_id: text(one?.class_id), student_id: text(one?.student_id), note: text(one?.note), reason: '',
  };
}

/** A new service, one that is put right, or one that is withdrawn. */
export function ServiceDialog({ corrected, schools, onClose, onDone }: ServiceDialogProps) {
  const say = useWords(employmentWords);
  const { cancel } = useWords(componentWords);
  const [draft, setDraft] = useState(() => draftOf(corrected, schools));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const send = async (withdrawn: boolean) => {
    if (busy) return;
    const found = problemsOf(draft, { corrects: corrected !== null, withdrawn }, say);
    setProblems(found);
    setFault(null);
    if (found.length > 0) return;
    setBusy(true);
    try {
      await ask(client.api.employment.services.$post({ json: { school_id: draft.school_id, ...(!withdrawn && { draft: bodyOf(draft) }), ...(corrected !== null && { answers: corrected.service_id, reason: draft.reason.trim() }) } }, onceOnly()));
      await onDone();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };
  return (
    <Dialog title={corrected === null ? say.recordService : say.correctService} open onClose={onClose} place="side">
      <form className="field-stack" noValidate onSubmit={submit}>
        <ErrorSummary problems={problems} />
        {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
        <Fields draft={draft} corrects={corrected !== null} schools={schools} problems={problems} onChange={(part) => setDraft((now) => ({ ...now, ...part }))} />
        <div className="button-row">
          <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.saving : corrected === null ? say.recordService : say.correctService}</Button>
          {corrected !== null && <Button aria-disabled={busy} onClick={() => void send(true)}>{say.withdrawService}</Button>}
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function bodyOf({ kind, on, title, attended, hours, firms, class_id, student_id, note }: Draft) {
  const some = (text: string): boolean => text.trim() !== '';
  return {
    kind: kind === '' ? 'fair' as const : kind, on: String(on), title: title.trim(), attended: Number(attended), note: note.trim(),
    ...(some(hours) && kind === 'course' && { hours: Number(hours) }), ...(some(firms) && kind === 'fair' && { firms: Number(firms) }), ...(some(class_id) && { class_id: class_id.trim() }), ...(some(student_id) && { student_id: student_id.trim() }),
  };
}

function problemsOf({ kind, on, title, attended, reason }: Draft, { corrects, withdrawn }: { readonly corrects: boolean; readonly withdrawn: boolean }, say: (typeof employmentWords)['zh']): FieldProblem[] {
  return [
    ...(kind === '' ? [{ field: 'service-kind', message: say.chooseKind }] : []),
    ...(!withdrawn && on === null ? [{ field: 'service-on', message: say.giveDay }] : []),
    ...(!withdrawn && title.trim() === '' ? [{ field: 'service-title', message: say.giveTitle }] : []),
    ...(!withdrawn && !/^[1-9]\d*$/.test(attended) ? [{ field: 'service-attended', message: say.giveAttended }] : []),
    ...(corrects && reason.trim() === '' ? [{ field: 'service-reason', message: say.giveReason }] : []),
  ];
}

interface FieldsProps {
  readonly draft: Draft;
  readonly corrects: boolean;
  readonly schools: ServicesAnswer['may_write_at'];
  readonly problems: readonly FieldProblem[];
  readonly onChange: (part: Partial<Draft>) => void;
}

function Fields({ draft, corrects, schools, problems, onChange }: FieldsProps) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  const wrong = (field: string) => problems.find((one) => one.field === field)?.message;
  return (
    <>
      {schools.length > 1 && <SelectField label={say.school} value={draft.school_id} onChange={(school_id) => onChange({ school_id })} options={schools.map(({ school_id, name }) => ({ value: school_id, label: name }))} />}
      <SelectField id="service-kind" label={say.kind} value={draft.kind} error={wrong('service-kind')} onChange={(kind) => onChange({ kind: SERVICE_NAMES.find((one) => one === kind) ?? '' })} options={SERVICE_NAMES.map((value) => ({ value, label: SERVICE_KINDS[value][language] }))} />
      <TextField id="service-title" label={say.serviceTitle} value={draft.title} error={wrong('service-title')} autoComplete="off" onChange={(title) => onChange({ title })} />
      <DateField id="service-on" label={say.on} value={draft.on} error={wrong('service-on')} onChange={(on) => onChange({ on })} />
      <NumberField id="service-attended" label={say.attendedField} unit={say.head} value={draft.attended} error={wrong('service-attended')} onChange={(attended) => onChange({ attended })} />
      {draft.kind === 'course' && <NumberField label={say.hours} unit={say.hour} value={draft.hours} onChange={(hours) => onChange({ hours })} />}
      {draft.kind === 'fair' && <NumberField label={say.firmsField} unit={say.firm} value={draft.firms} onChange={(firms) => onChange({ firms })} />}
      <TextField label={say.forClass} optional={draft.kind !== 'guidance'} value={draft.class_id} autoComplete="off" onChange={(class_id) => onChange({ class_id })} />
      <TextField label={say.forStudent} optional value={draft.student_id} autoComplete="off" onChange={(student_id) => onChange({ student_id })} />
      <TextField label={say.note} optional value={draft.note} autoComplete="off" onChange={(note) => onChange({ note })} />
      {corrects && <TextField id="service-reason" label={say.reasonField} value={draft.reason} error={wrong('service-reason')} autoComplete="off" onChange={(reason) => onChange({ reason })} />}
    </>
  );
}

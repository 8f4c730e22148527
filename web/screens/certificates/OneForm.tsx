import { useState } from 'react';
import type { FormEvent } from 'react';
import type { CertificateEntry } from '../../../core/certificates/entry-faults.ts';
import { sheets } from '../../../core/exchange/sheets.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { Button } from '../../components/Button/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { certificateWords } from '../../words/certificates.ts';

const SKILL = ['1', '2', '3', '4', '5'] as const;
const X = ['primary', 'intermediate', 'advanced'] as const;
const LEVELS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = sheets.certificates.columns.level.codes ?? {};

interface Draft {
  readonly student_id: string;
  readonly kind: CertificateEntry['kind'];
  readonly name: string;
  readonly level: string;
  readonly number: string;
  readonly issued_on: PlainDate | null;
  readonly valid_until: PlainDate | null;
}
const NEW: Draft = { student_id: '', kind: 'skill', name: '', level: '3', number: '', issued_on: null, valid_until: null };

/** One certificate; what was typed stays until it is entered, and the name and kind for the next. */
export function OneForm({ onEnter }: { onEnter: (certificates: readonly CertificateEntry[]) => Promise<boolean> }) {
  const say = useWords(certificateWords);
  const { language } = useSettings().settings;
  const [draft, setDraft] = useState(NEW);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const missing = (['student_id', 'name', 'number', 'issued_on'] as const).filter((name) => draft[name] === null || draft[name] === '');
  const wrong = (name: (typeof missing)[number]): string | undefined => (tried && missing.includes(name) ? say.give : undefined);
  const labels = { student_id: say.studentId, name: say.name, number: say.number, issued_on: say.issued };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { issued_on, level } = draft;
    if (busy || missing.length > 0 || issued_on === null) return;
    setBusy(true);
    const entry = { ...draft, student_id: draft.student_id.trim(), name: draft.name.trim(), number: draft.number.trim().toUpperCase(), issued_on, level: level as CertificateEntry['level'] };
    if (await onEnter([entry])) {
      setDraft({ ...NEW, kind: draft.kind, level, name: draft.name });
      setTried(false);
    }
    setBusy(false);
  };
  return (
    <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={tried ? missing.map((field) => ({ field: `certificate-${field}`, message: `${labels[field]}: ${say.give}` })) : []} />
      <TextField id="certificate-student_id" label={say.studentId} value={draft.student_id} onChange={(student_id) => change({ student_id })} error={wrong('student_id')} autoComplete="off" />
      <SelectField id="certificate-kind" label={say.kind} value={draft.kind} onChange={(kind) => change(kind === 'x' ? { kind, level: 'intermediate' } : { kind: 'skill', level: '3' })} options={[{ value: 'skill', label: say.skill }, { value: 'x', label: say.x }]} />
      <TextField id="certificate-name" label={say.name} value={draft.name} onChange={(name) => change({ name })} error={wrong('name')} autoComplete="off" />
      <SelectField id="certificate-level" label={say.level} value={draft.level} onChange={(level) => change({ level })} options={(draft.kind === 'skill' ? SKILL : X).map((value) => ({ value, label: LEVELS[value]?.[language] ?? value }))} />
      <TextField id="certificate-number" label={say.number} value={draft.number} onChange={(number) => change({ number })} error={wrong('number')} autoComplete="off" />
      <DateField id="certificate-issued_on" label={say.issued} value={draft.issued_on} onChange={(issued_on) => change({ issued_on })} error={wrong('issued_on')} />
      <DateField id="certificate-until" label={say.until} help={say.untilHelp} value={draft.valid_until} onChange={(valid_until) => change({ valid_until })} optional />
      <div className="button-row"><Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : say.submit}</Button></div>
    </form>
  );
}

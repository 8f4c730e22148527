import { useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { DataTable } from '../../components/DataTable/DataTable.tsx';
import type { TableColumn } from '../../components/DataTable/table-view.ts';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { schemeWords } from '../../words/schemes.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { COLUMNS, emptyCourse, readTyped, typedOf, type TypedCourse } from './draft.ts';
import type { Scheme } from './queries.ts';

interface SchemeEditorProps {
  readonly scheme: Scheme;
  readonly version: number;
  readonly onSaved: () => Promise<void>;
  readonly onCancel: () => void;
}

const CREDITS = /^\d{1,3}(?:\.\d)?$/;
const NUMBERS: ReadonlySet<string> = new Set(['term', 'credits', 'theory', 'practice']);

/** The course table as it is typed or pasted, the credits asked for and the firms; kept as a revision of its own. */
export function SchemeEditor({ scheme, version, onSaved, onCancel }: SchemeEditorProps) {
  const say = useWords(schemeWords);
  const { language } = useSettings().settings;
  const [rows, setRows] = useState<readonly TypedCourse[]>(() => typedOf(scheme.content?.courses ?? [], language));
  const [required, setRequired] = useState(scheme.content?.required_credits ?? '');
  const [firms, setFirms] = useState<readonly string[]>(scheme.content?.firms ?? scheme.programme.firms.map(({ org_id }) => org_id));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { courses, problems } = useMemo(() => readTyped(rows, say), [rows, say]);
  const wrongCredits = !CREDITS.test(required.trim());
  const columns = useColumns();
  const summary = [...(tried && wrongCredits ? [{ field: 'scheme-required', message: say.wrongCredits }] : []), ...(tried && problems.size > 0 ? [{ field: 'scheme-courses', message: say.correctFirst(problems.size) }] : [])];
  const add = (texts: readonly Partial<TypedCourse>[]) => setRows((now) => [...now, ...texts.map((one, at) => ({ ...emptyCourse(`row-${now.length + at}-${now.length}`), ...one }))]);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setFault(null);
    if (busy || problems.size > 0 || wrongCredits) return;
    setBusy(true);
    try {
      const content = { required_credits: required.trim(), firms: [...firms], courses: courses.map((one) => ({ ...one })) };
      await ask(client.api.schemes[':matter_id'].revisions.$post({ param: { matter_id: scheme.head.matter_id }, json: { version, content } }, onceOnly()));
      await onSaved();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <form className="scheme-editor" noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary problems={summary} />
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <TextField id="scheme-required" label={say.required} value={required} onChange={setRequired} error={tried && wrongCredits ? say.wrongCredits : undefined} inputMode="decimal" autoComplete="off" />
      <fieldset className="matter-sheets">
        <legend>{say.firms}</legend>
        <p className="small">{say.firmsHelp}</p>
        {scheme.firms.map(({ org_id, name }) => (
          <CheckboxField key={org_id} label={name} checked={firms.includes(org_id)} onChange={(checked) => setFirms((now) => (checked ? [...now, org_id] : now.filter((id) => id !== org_id)))} />
        ))}
      </fieldset>
      <div id="scheme-courses" tabIndex={-1}>
        <p className="scheme-wide">{say.editLead}</p>
        <p className="scheme-narrow">{say.narrowEdit}</p>
        <DataTable
          label={say.courses} rows={rows} rowKey={({ id }) => id} columns={columns} empty={<EmptyState title={say.nothingYet}>{say.editLead}</EmptyState>} height_rem={32}
          edit={{
            onChange: (changes) => setRows((now) => now.map((row) => changes.filter((one) => one.row === row.id).reduce((changed, { column, text }) => ({ ...changed, [column]: text }), row))),
            onAdd: add, problem: (id, column) => problems.get(`${id}/${column}`),
          }}
        />
      </div>
      <div className="button-row">
        <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.saving : say.save}</Button>
        <Button onClick={() => add([{}])}>{say.addRow}</Button>
        <Button onClick={onCancel}>{say.cancel}</Button>
      </div>
    </form>
  );
}

function useColumns(): readonly TableColumn<TypedCourse>[] {
  const say = useWords(schemeWords);
  return useMemo(() => {
    const labels = { term: say.term, code: say.code, name: say.course, kind: say.kind, credits: say.creditsOf, theory: say.theory, practice: say.practice, taught_by: say.taughtBy, certificate: say.certificate };
    const widths = { term: 4, code: 6, name: 14, kind: 8, credits: 5, theory: 7, practice: 7, taught_by: 6, certificate: 9 };
    return COLUMNS.map((key): TableColumn<TypedCourse> => ({ key, label: labels[key], kind: NUMBERS.has(key) ? 'number' : 'text', text: (row) => row[key], main: key === 'code' || key === 'name', width_rem: widths[key] }));
  }, [say]);
}

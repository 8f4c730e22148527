import { useDeferredValue, useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { planWords } from '../../words/plans.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { headsField, NOTHING, reasonField, triedLines, typedOf, typedProblems, type TypedLine } from './draft.ts';
import { FitMark } from './FitMark.tsx';
import { OutlookTable } from './OutlookTable.tsx';
import { useOutlook, type Fit, type Plan, type Programme } from './queries.ts';

interface LineEditorProps {
  readonly plan: Plan;
  readonly version: number;
  readonly onSaved: () => Promise<void>;
  readonly onCancel: () => void;
}

/** Heads of every programme of the college, tried against the campuses while they are typed; what is beyond asks its reason there. */
export function LineEditor({ plan, version, onSaved, onCancel }: LineEditorProps) {
  const say = useWords(planWords);
  const [typed, setTyped] = useState(() => typedOf(plan));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const tried = useDeferredValue(useMemo(() => triedLines(typed), [typed]));
  const outlook = useOutlook(plan.head.matter_id, tried, tried.length > 0).data ?? plan.outlook;
  const fits = useMemo(() => new Map((outlook?.lines ?? []).map(({ programme_id, fit }) => [programme_id, fit])), [outlook]);
  const change = (programme_id: string, part: Partial<TypedLine>) => setTyped((now) => new Map(now).set(programme_id, { ...now.get(programme_id) ?? NOTHING, ...part }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = typedProblems(typed, plan.programmes, fits, say);
    setProblems(found);
    setFault(null);
    if (found.length > 0) return;
    setBusy(true);
    try {
      const reasonOf = (id: string): string => typed.get(id)?.reason.trim() ?? '';
      const lines = triedLines(typed).map((line) => ({ ...line, reason: reasonOf(line.programme_id) === '' ? null : reasonOf(line.programme_id) }));
      await ask(client.api.plans[':matter_id'].revisions.$post({ param: { matter_id: plan.head.matter_id }, json: { version, lines } }, onceOnly()));
      await onSaved();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  const schools = [...new Map(plan.programmes.map(({ school_id, school }) => [school_id, school]))];
  return (
    <form className="plan-editor" noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary problems={problems} />
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <p>{say.reviseHelp}</p>
      {schools.map(([school_id, school]) => (
        <fieldset key={school_id} className="plan-school">
          <legend>{school}</legend>
          {plan.programmes.filter((one) => one.school_id === school_id).map((programme) => (
            <Row
              key={programme.programme_id} programme={programme} line={typed.get(programme.programme_id) ?? NOTHING} fit={fits.get(programme.programme_id)} problems={problems}
              decided={plan.amends?.lines.find(({ programme_id }) => programme_id === programme.programme_id)?.secondary_heads}
              onChange={(part) => change(programme.programme_id, part)}
            />
          ))}
        </fieldset>
      ))}
      <OutlookTable plan={plan} outlook={outlook} typing />
      <div className="button-row">
        <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.saving : say.save}</Button>
        <Button onClick={onCancel}>{say.cancel}</Button>
      </div>
    </form>
  );
}

interface RowProps {
  readonly programme: Programme;
  readonly line: TypedLine;
  readonly fit: Fit | undefined;
  /** Of an amendment: the heads that were decided before. */
  readonly decided: number | undefined;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (part: Partial<TypedLine>) => void;
}

function Row({ programme, line, fit, decided, problems, onChange }: RowProps) {
  const say = useWords(planWords);
  const { programme_id, name, planned_before, actual_before } = programme;
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const planned = line.heads !== '';
  const asks = planned && (fit === 'beyond' || line.reason !== '');
  return (
    <div className="plan-row">
      <NumberField
        id={headsField(programme_id)} label={say.headsOf(name)} help={`${say.before}：${planned_before ?? '–'} / ${actual_before ?? '–'}${decided === undefined ? '' : ` · ${say.decidedBefore(decided)}`}`} value={line.heads} onChange={(heads) => onChange({ heads })}
        error={wrong(headsField(programme_id))}
      />
      <p className="plan-fit" aria-live="polite">{planned && fit !== undefined ? <FitMark fit={fit} /> : <span className="small">{planned ? '' : say.notInPlan}</span>}</p>
      {asks && (
        <TextField
          id={reasonField(programme_id)} label={say.reasonOf(name)} help={say.reasonHelp} value={line.reason} onChange={(reason) => onChange({ reason })} optional={fit !== 'beyond'}
          error={wrong(reasonField(programme_id))} autoComplete="off"
        />
      )}
    </div>
  );
}

import { sheets } from '../../../core/exchange/sheets.ts';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { coordinationWords } from '../../words/coordination.ts';
import { useOrganisations } from '../grants/queries.ts';

const ORDER = ['school', 'college', 'education_bureau', 'government', 'finance_bureau', 'department', 'park', 'enterprise', 'office'];

interface BodyChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** Bodies of the register, kind by kind, each kind as a whole or one by one. */
export function BodyChoice({ id, label, chosen, onChange, error }: BodyChoiceProps) {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  const all = useOrganisations().data ?? [];
  const names = sheets.organisations.columns.kind.codes;
  const put = (ids: readonly string[], on: boolean): void => onChange(on ? [...new Set([...chosen, ...ids])] : chosen.filter((one) => !ids.includes(one)));
  return (
    <fieldset className="matter-sheets body-choice" id={id} tabIndex={-1} aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend>{label}</legend>
      {error !== undefined && <p className="field-error" id={`${id}-error`}>{error}</p>}
      {ORDER.map((kind) => {
        const bodies = all.filter((one) => one.kind === kind);
        const ids = bodies.map(({ org_id }) => org_id);
        if (bodies.length === 0) return null;
        const name = names?.[kind]?.[language] ?? kind;
        return (
          <details key={kind}>
            <summary>{say.kindChosen(name, ids.filter((one) => chosen.includes(one)).length, ids.length)}</summary>
            {bodies.length > 1 && <CheckboxField label={say.wholeKind(name)} checked={ids.every((one) => chosen.includes(one))} onChange={(on) => put(ids, on)} />}
            {bodies.map((body) => <CheckboxField key={body.org_id} label={body.name} checked={chosen.includes(body.org_id)} onChange={(on) => put([body.org_id], on)} />)}
          </details>
        );
      })}
    </fieldset>
  );
}

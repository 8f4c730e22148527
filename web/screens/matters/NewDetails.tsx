import { useQuery } from '@tanstack/react-query';
import { judgedSheetNames } from './asked-sheets.ts';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { detailWords } from '../../words/matter-details.ts';
import { matterWords } from '../../words/matters.ts';
import { useOrganisations } from '../grants/queries.ts';
import { sheetLabel } from '../data/sheet-words.ts';
import { ComingDetails } from './ComingDetails.tsx';
import { FindingDetails } from './FindingDetails.tsx';
import { isComing, type NewDraft } from './new-draft.ts';

interface NewDetailsProps {
  readonly kind: string;
  readonly draft: NewDraft;
  readonly onChange: (part: Partial<NewDraft>) => void;
  readonly wrong: (field: string) => string | undefined;
}

/** What only some kinds ask: a value and its day, the days and sheets of a round, a year. */
export function NewDetails({ kind, draft, onChange, wrong }: NewDetailsProps) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  if (kind === 'parameter_change') {
    return (
      <>
        <Value draft={draft} onChange={onChange} error={wrong('matter-value')} />
        <DateField id="matter-from" label={say.from} value={draft.from} onChange={(from) => onChange({ from })} error={wrong('matter-from')} />
      </>
    );
  }
  if (kind === 'enrolment_plan') {
    return (
      <>
        <TextField id="matter-year" label={say.year} value={draft.year} onChange={(year) => onChange({ year })} error={wrong('matter-year')} inputMode="numeric" autoComplete="off" />
        <Department draft={draft} onChange={onChange} error={wrong('matter-department')} />
      </>
    );
  }
  if (isComing(kind)) return <ComingDetails kind={kind} draft={draft} onChange={onChange} wrong={wrong} />;
  if (kind === 'finding') return <FindingDetails draft={draft} onChange={onChange} wrong={wrong} />;
  if (kind !== 'collection_round') return null;
  return (
    <>
      <DateField id="matter-on" label={say.onDay} value={draft.on} onChange={(on) => onChange({ on })} error={wrong('matter-on')} />
      <DateField id="matter-due" label={say.due} value={draft.due} onChange={(due) => onChange({ due })} error={wrong('matter-due')} />
      <fieldset className="matter-sheets" id="matter-sheets" tabIndex={-1}>
        <legend>{say.sheets}</legend>
        {wrong('matter-sheets') !== undefined && <p className="field-error">{wrong('matter-sheets')}</p>}
        {judgedSheetNames.map((sheet) => (
          <CheckboxField
            key={sheet} label={sheetLabel(sheet, language)} checked={draft.sheets.includes(sheet)}
            onChange={(checked) => onChange({ sheets: checked ? [...draft.sheets, sheet] : draft.sheets.filter((one) => one !== sheet) })}
          />
        ))}
      </fieldset>
    </>
  );
}

/** S2-a: whoever co-ordinates the plan for development and reform. */
function Department({ draft, onChange, error }: Pick<NewDetailsProps, 'draft' | 'onChange'> & { readonly error: string | undefined }) {
  const say = useWords(detailWords);
  const departments = (useOrganisations().data ?? []).filter(({ kind }) => kind === 'department' || kind === 'government');
  return (
    <SelectField
      id="matter-department" label={say.department} help={say.departmentHelp} value={draft.department} onChange={(department) => onChange({ department })} error={error}
      options={departments.map(({ org_id, name }) => ({ value: org_id, label: name }))}
    />
  );
}

/** A number, or one of the readings that there are. */
function Value({ draft, onChange, error }: Pick<NewDetailsProps, 'draft' | 'onChange'> & { readonly error: string | undefined }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const parameters = useQuery(parametersQuery(useAsked())).data?.parameters ?? [];
  const parameter = parameters.find(({ key }) => key === draft.subject);
  const options = parameter?.reading?.options ?? [];
  const help = parameter === undefined ? undefined : say.valueNow(options.find(({ value }) => value === parameter.value)?.label[language] ?? `${parameter.value} ${parameter.unit}`);
  const change = (value: string) => onChange({ value });
  return options.length > 1
    ? <SelectField id="matter-value" label={say.value} help={help} value={draft.value} onChange={change} error={error} options={options.map(({ value, label }) => ({ value, label: label[language] }))} />
    : <TextField id="matter-value" label={say.value} help={help} value={draft.value} onChange={change} error={error} autoComplete="off" />;
}

import { INDUSTRIES, INDUSTRY_CODES } from '../../../core/employment/industries.ts';
import { CONTRACT_KINDS, CONTRACTS, EVIDENCE, MATCH_KINDS, MATCHES, needsOf } from '../../../core/employment/outcomes.ts';
import { parsePlainDate } from '../../../core/values/plain-date.ts';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { codeLabel, CODE_CHOICES } from './code-label.ts';
import type { Firm, TypedDestination, TypedField } from './destination-draft.ts';
import { idOf } from './destination-fields.ts';

interface DestinationFieldsProps {
  readonly typed: TypedDestination;
  readonly firms: readonly Firm[];
  readonly problems: readonly FieldProblem[];
  readonly onChange: (part: Partial<TypedDestination>) => void;
}

/** What the chosen destination takes, and nothing else. */
export function DestinationFields(props: DestinationFieldsProps) {
  const { typed, problems, onChange } = props;
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  const takes = needsOf(typed.code);
  const wrong = (field: TypedField) => problems.find((one) => one.field === idOf(field))?.message;
  return (
    <>
      <SelectField id={idOf('code')} label={say.code} value={typed.code} error={wrong('code')} onChange={(code) => onChange({ code })} options={CODE_CHOICES.map((value) => ({ value, label: codeLabel(value, language) }))} />
      {takes?.needs === 'employer' && <Employer {...props} wrong={wrong} />}
      {takes !== null && takes.needs !== 'nothing' && (
        <>
          <TextField id={idOf('workplace_division')} label={say.place} help={say.placeHelp} value={typed.workplace_division} error={wrong('workplace_division')} inputMode="numeric" autoComplete="off" onChange={(workplace_division) => onChange({ workplace_division })} />
          <SelectField id={idOf('industry')} label={say.industry} value={typed.industry} error={wrong('industry')} onChange={(industry) => onChange({ industry })} options={INDUSTRY_CODES.map((value) => ({ value, label: `${value} ${INDUSTRIES[value][language]}` }))} />
        </>
      )}
      {takes?.needs === 'employer' && <Work {...props} wrong={wrong} />}
      {takes !== null && (
        <TextField id={idOf('evidence_ref')} label={`${say.evidenceRef}（${EVIDENCE[takes.evidence][language]}）`} help={say.evidenceRefHelp} value={typed.evidence_ref} error={wrong('evidence_ref')} autoComplete="off" onChange={(evidence_ref) => onChange({ evidence_ref })} />
      )}
      <TextField id={idOf('reason')} label={say.reasonField} help={say.reasonHelp} optional value={typed.reason} error={wrong('reason')} autoComplete="off" onChange={(reason) => onChange({ reason })} />
    </>
  );
}

type Wrong = { readonly wrong: (field: TypedField) => string | undefined };

function Employer({ typed, firms, wrong, onChange }: DestinationFieldsProps & Wrong) {
  const say = useWords(employmentWords);
  return (
    <>
      <TextField id={idOf('employer')} label={say.employer} help={say.employerHelp} value={typed.employer} error={wrong('employer')} autoComplete="off" onChange={(employer) => onChange({ employer })} />
      <SelectField label={say.fromDirectory} optional value={firms.find(({ org_id, name }) => typed.employer === org_id || typed.employer === name)?.org_id ?? ''} onChange={(employer) => onChange({ employer })} options={firms.map(({ org_id, name }) => ({ value: org_id, label: name }))} />
    </>
  );
}

function Work({ typed, wrong, onChange }: DestinationFieldsProps & Wrong) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  return (
    <>
      <TextField id={idOf('position')} label={say.position} optional value={typed.position} error={wrong('position')} autoComplete="off" onChange={(position) => onChange({ position })} />
      <SelectField id={idOf('contract_kind')} label={say.contractKind} value={typed.contract_kind} error={wrong('contract_kind')} onChange={(contract_kind) => onChange({ contract_kind })} options={CONTRACT_KINDS.map((value) => ({ value, label: CONTRACTS[value][language] }))} />
      <NumberField id={idOf('wage_yuan')} label={say.wageField} unit={say.yuan} value={typed.wage_yuan} error={wrong('wage_yuan')} onChange={(wage_yuan) => onChange({ wage_yuan })} />
      <SelectField id={idOf('match')} label={say.matchField} value={typed.match} error={wrong('match')} onChange={(match) => onChange({ match })} options={MATCH_KINDS.map((value) => ({ value, label: MATCHES[value][language] }))} />
      <DateField id={idOf('agreed_on')} label={say.agreedOn} optional value={parsePlainDate(typed.agreed_on)} error={wrong('agreed_on')} onChange={(day) => onChange({ agreed_on: day ?? '' })} />
      <DateField id={idOf('insured_from')} label={say.insuredFrom} optional value={parsePlainDate(typed.insured_from)} error={wrong('insured_from')} onChange={(day) => onChange({ insured_from: day ?? '' })} />
      <TextField id={idOf('contact')} label={say.contact} help={say.contactHelp} optional value={typed.contact} error={wrong('contact')} autoComplete="off" onChange={(contact) => onChange({ contact })} />
    </>
  );
}

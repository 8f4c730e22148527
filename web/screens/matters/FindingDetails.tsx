import { useQuery } from '@tanstack/react-query';
import { isSeverity, SEVERITIES } from '../../../core/approvals/matters/finding.ts';
import { addDays, date } from '../../../core/values/plain-date.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { DEFAULT_PACK } from '../../../core/policy/packs.ts';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { detailWords } from '../../words/matter-details.ts';
import type { NewDraft } from './new-draft.ts';

interface FindingDetailsProps {
  readonly draft: NewDraft;
  readonly onChange: (part: Partial<NewDraft>) => void;
  readonly wrong: (field: string) => string | undefined;
}

/** S3-e: under which clause, how severe, what shows it, and until when it is put right. */
export function FindingDetails({ draft, onChange, wrong }: FindingDetailsProps) {
  const say = useWords(detailWords);
  const { language, on } = useSettings().settings;
  const parameters = useQuery(parametersQuery(useAsked())).data?.parameters ?? [];
  const days = Number(parameters.find(({ key }) => key === `rectify.days.${draft.severity}`)?.value ?? Number.NaN);
  return (
    <>
      <SelectField
        id="matter-clause" label={say.clause} value={draft.clause} onChange={(clause) => onChange({ clause })} error={wrong('matter-clause')}
        options={DEFAULT_PACK.clauses.map(({ id, summary }) => ({ value: id, label: `${id} ${summary[language]}` }))}
      />
      <SelectField id="matter-severity" label={say.severity} value={draft.severity} onChange={(value) => onChange(isSeverity(value) ? { severity: value } : {})} options={SEVERITIES.map((one) => ({ value: one, label: say[`severity_${one}`] }))} />
      <TextField id="matter-evidence" label={say.evidence} help={say.evidenceHelp} value={draft.evidence} onChange={(evidence) => onChange({ evidence })} error={wrong('matter-evidence')} autoComplete="off" />
      <DateField id="matter-due" label={say.rectifyBy} help={Number.isNaN(days) ? undefined : say.rectifyDays(days, addDays(date(on), days))} value={draft.due} onChange={(due) => onChange({ due })} error={wrong('matter-due')} />
    </>
  );
}

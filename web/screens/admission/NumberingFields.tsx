import type { PlainDate } from '../../../core/values/plain-date.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { admissionWords } from '../../words/admission.ts';
import type { Codes } from './proposal.ts';
import type { ProgrammeAdmission } from './queries.ts';

interface NumberingFieldsProps {
  readonly programmes: readonly ProgrammeAdmission[];
  readonly codes: Codes;
  readonly onCodes: (codes: Codes) => void;
  readonly on: PlainDate | null;
  readonly onDay: (on: PlainDate | null) => void;
  readonly help: string;
}

const FIGURES = /[^\d]/g;
const two = (text: string): string => text.replaceAll(FIGURES, '').slice(0, 2);

/** The day on which they came, how classes are filled, and what numbers begin with. */
export function NumberingFields({ programmes, codes, onCodes, on, onDay, help }: NumberingFieldsProps) {
  const say = useWords(admissionWords);
  return (
    <div className="directory-filters newcomer-fields no-print">
      <DateField id="newcomers-on" label={say.firstDay} help={help} value={on} onChange={onDay} />
      <NumberField id="newcomers-class" label={say.perClass} value={String(codes.per_class)} onChange={(text) => onCodes({ ...codes, per_class: Math.max(1, Number(text) || 1) })} />
      <TextField id="newcomers-school" label={say.schoolCode} help={say.codeHelp} inputMode="numeric" value={codes.school} onChange={(text) => onCodes({ ...codes, school: two(text) })} autoComplete="off" />
      {programmes.map(({ programme_id, name }) => (
        <TextField
          key={programme_id} id={`newcomers-${programme_id}`} label={`${say.majorCode} ${name}`} inputMode="numeric" value={codes.majors[programme_id] ?? ''}
          onChange={(text) => onCodes({ ...codes, majors: { ...codes.majors, [programme_id]: two(text) } })} autoComplete="off"
        />
      ))}
    </div>
  );
}

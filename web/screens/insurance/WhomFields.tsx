import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { insuranceWords } from '../../words/insurance.ts';
import type { Whom } from './covering.ts';

interface WhomFieldsProps {
  readonly value: { readonly whom: Whom; readonly class_id: string };
  readonly onChange: (value: { readonly whom: Whom; readonly class_id: string }) => void;
  readonly withNone?: boolean;
  readonly error?: string | undefined;
}

const WHOM: readonly Whom[] = ['listed', 'class', 'all', 'none'];

export function WhomFields({ value, onChange, withNone = false, error }: WhomFieldsProps) {
  const say = useWords(insuranceWords);
  return (
    <>
      <SelectField id="whom" label={say.whom} value={value.whom} onChange={(whom) => onChange({ ...value, whom: whom as Whom })} options={WHOM.filter((one) => withNone || one !== 'none').map((one) => ({ value: one, label: say[`whom_${one}`] }))} />
      {value.whom === 'class' && <TextField id="whom-class" label={say.classId} value={value.class_id} onChange={(class_id) => onChange({ ...value, class_id })} error={error} />}
    </>
  );
}

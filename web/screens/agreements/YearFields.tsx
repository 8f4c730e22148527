import { NumberField } from '../../components/Field/NumberField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import type { FilledYear } from './queries.ts';

export interface Filling {
  readonly years: readonly FilledYear[];
  readonly terms: string;
}

interface YearFieldsProps {
  readonly cohort: number;
  readonly filling: Filling;
  readonly places: readonly { readonly place_id: string; readonly place: string }[];
  readonly onChange: (filling: Filling) => void;
}

const FEES = [['tuition_yuan', 'tuition'], ['dorm_yuan', 'dorm'], ['custody_yuan', 'custody']] as const;

/** Whether every year has its place and its three fees; 0 is a fee. */
export const isFilled = ({ years }: Filling): boolean => years.every(({ place_id, ...fees }) => place_id !== null && Object.values(fees).every((fee) => fee !== null && fee !== ''));

/** Place and fees of each of the five years, and further terms. */
export function YearFields({ cohort, filling, places, onChange }: YearFieldsProps) {
  const say = useWords(agreementWords);
  const change = (at: number, part: Partial<FilledYear>): void => onChange({ ...filling, years: filling.years.map((year, place) => (place === at ? { ...year, ...part } : year)) });
  return (
    <>
      {filling.years.map((year, at) => (
        <fieldset key={at} className="agreement-year">
          <legend>{say.year(at + 1, `${cohort + at}–${cohort + at + 1}`)}</legend>
          <SelectField label={say.place} value={year.place_id ?? ''} onChange={(place_id) => change(at, { place_id: place_id === '' ? null : place_id })} options={places.map(({ place_id, place }) => ({ value: place_id, label: place }))} />
          {FEES.map(([name, label]) => (
            <NumberField key={name} label={say[label]} help={say.zeroHelp} unit={say.yuan} value={year[name] ?? ''} onChange={(value) => change(at, { [name]: value === '' ? null : value })} />
          ))}
        </fieldset>
      ))}
      <TextField id="agreement-terms" label={say.terms} help={say.termsHelp} optional value={filling.terms} onChange={(terms) => onChange({ ...filling, terms })} autoComplete="off" />
    </>
  );
}

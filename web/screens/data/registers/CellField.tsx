import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Column } from '../../../../core/exchange/column.ts';
import { sheetNames } from '../../../../core/exchange/sheets.ts';
import { parsePlainDate } from '../../../../core/values/plain-date.ts';
import { unitWord } from '../../../../core/values/unit-words.ts';
import { ask, client } from '../../../client.ts';
import { DateField } from '../../../components/Field/DateField.tsx';
import { Field } from '../../../components/Field/Field.tsx';
import { NumberField } from '../../../components/Field/NumberField.tsx';
import { SelectField } from '../../../components/Field/SelectField.tsx';
import { TextField } from '../../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { registerWords } from '../../../words/registers.ts';
import { sheetLabel } from '../sheet-words.ts';
import { codeOf } from './cell-text.ts';

interface CellFieldProps {
  readonly id: string;
  readonly column: Column;
  /** As the reader takes it. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly error: string | undefined;
}

const YES_NO = { 是: 'yes', 否: 'no', yes: 'yes', no: 'no' } as const;

/** The field that fits a column's kind. */
export function CellField({ id, column, text, onChange, error }: CellFieldProps) {
  const say = useWords(registerWords);
  const { language } = useSettings().settings;
  const field = { id, label: column.label[language], optional: column.optional, ...(error !== undefined && { error }) };
  switch (column.kind) {
    case 'code': {
      const codes = Object.entries(column.codes ?? {});
      return <SelectField {...field} value={codeOf(column, text) ?? ''} options={codes.map(([value, label]) => ({ value, label: label[language] }))} onChange={(code) => onChange(column.codes?.[code]?.[language] ?? '')} />;
    }
    case 'yes_no':
      return <SelectField {...field} value={YES_NO[text as keyof typeof YES_NO] ?? ''} options={[{ value: 'yes', label: say.yes }, { value: 'no', label: say.no }]} onChange={(value) => onChange(value === '' ? '' : say[value as 'yes' | 'no'])} />;
    case 'date':
      return <DateField {...field} value={parsePlainDate(text)} onChange={(day) => onChange(day ?? '')} />;
    case 'integer': case 'number': case 'money':
      return <NumberField {...field} value={text} onChange={onChange} {...(column.unit !== undefined && { unit: unitWord(column.unit, language) })} />;
    case 'reference':
      return <ReferenceField {...field} column={column} text={text} onChange={onChange} />;
    default: {
      const help = column.kind === 'list' ? say.listHelp : column.kind === 'share' ? say.shareHelp : undefined;
      return <TextField {...field} help={help} value={text} onChange={onChange} autoComplete="off" />;
    }
  }
}

const MOST_OFFERED = '1000';

/** An id of another register, with those that stand there offered while typing. */
function ReferenceField({ column, text, onChange, ...field }: Omit<CellFieldProps, 'error'> & { readonly label: string; readonly optional: boolean; readonly error?: string }) {
  const say = useWords(registerWords);
  const { language } = useSettings().settings;
  const list = useId();
  const sheet = sheetNames.find((name) => name === column.references?.[0]);
  const offered = useQuery({
    queryKey: ['offered', sheet],
    enabled: sheet !== undefined,
    queryFn: () => (sheet === undefined ? null : ask(client.api.registers[':sheet'].$get({ param: { sheet }, query: { per_page: MOST_OFFERED } }))),
  });
  return (
    <Field {...field} help={say.refHelp((column.references ?? []).map((name) => sheetLabel(name, language)).join(' / '))}>
      {(control) => (
        <>
          <input {...control} className="field-box" list={list} autoComplete="off" value={text} onChange={(event) => onChange(event.currentTarget.value)} />
          <datalist id={list}>
            {offered.data?.records.map(({ record_id, values }) => (
              <option key={record_id} value={String(Object.values(values)[0])}>
                {String(values['name'] ?? '')}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

import { sheetNames, sheets } from '../../../../core/exchange/sheets.ts';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { SelectField } from '../../../components/Field/SelectField.tsx';
import { TextField } from '../../../components/Field/TextField.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../../words/format.ts';
import { mappingWords } from '../../../words/mapping.ts';
import { columnLabel, sheetOf } from '../sheet-words.ts';
import { ColumnChoices } from './ColumnChoices.tsx';
import { FirstRows } from './FirstRows.tsx';
import { constantId, unmapped, withHeading, withSheet } from './mapping-draft.ts';
import type { TabDraft } from './mapping-draft.ts';

interface TabMappingProps {
  readonly index: number;
  readonly draft: TabDraft;
  readonly onChange: (draft: TabDraft) => void;
}

const NOT_READ = '-';

/** One tab: what it is read as, its heading, its columns, and what is still missing. */
export function TabMapping({ index, draft, onChange }: TabMappingProps) {
  const say = useWords(mappingWords);
  const { language } = useSettings().settings;
  const { tab, sheet, heading_rows: [first, last] } = draft;
  const name = tab.tab === '' ? tab.file : tab.tab;
  const rows = tab.first.map(({ row }) => ({ value: String(row), label: say.headingRow(row) }));
  const options = [{ value: NOT_READ, label: say.notRead }, ...sheetNames.map((one) => ({ value: one, label: sheets[one].label[language] }))];
  const toSheet = (value: string) => onChange(withSheet(draft, value === NOT_READ ? null : (value as SheetName)));
  return (
    <section className="mapping-tab" aria-labelledby={`tab-${index}`}>
      <h2 id={`tab-${index}`}>
        {say.tab(name, groupDigits(String(tab.rows)))}
        {sheet !== null && <span className={`tag ${draft.origin === 'remembered' ? 'tag-frozen' : 'tag-draft'}`}>{draft.origin === 'remembered' ? say.remembered : say.proposed}</span>}
      </h2>
      <div className="mapping-heads">
        <SelectField id={`tab-${index}-sheet`} label={say.readAs} value={sheet ?? NOT_READ} options={options} onChange={toSheet} />
        {sheet !== null && (
          <>
            <SelectField label={say.headingFrom} value={String(first)} options={rows} onChange={(row) => onChange(withHeading(draft, Number(row), Math.max(Number(row), last)))} />
            <SelectField label={say.headingTo} value={String(last)} options={rows.filter(({ value }) => Number(value) >= first)} onChange={(row) => onChange(withHeading(draft, first, Number(row)))} />
          </>
        )}
      </div>
      <FirstRows name={name} draft={draft} />
      {sheet !== null && <ColumnChoices name={name} sheet={sheet} draft={draft} onChange={onChange} />}
      {sheet !== null && unmapped(draft).length > 0 && (
        <Notice kind="warning" title={say.missingTitle(unmapped(draft).length)}>
          <p>{say.missingHelp}</p>
          <div className="mapping-constants">
            {unmapped(draft).map((column) => (
              <Constant key={column} id={constantId(index, column)} sheet={sheet} column={column} label={say.constant(columnLabel(sheet, column, language))} value={draft.constants[column] ?? ''} onChange={(value) => onChange({ ...draft, constants: { ...draft.constants, [column]: value } })} />
            ))}
          </div>
        </Notice>
      )}
    </section>
  );
}

interface ConstantProps {
  readonly id: string;
  readonly sheet: SheetName;
  readonly column: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Constant({ sheet, column, ...field }: ConstantProps) {
  const { language } = useSettings().settings;
  const codes = sheetOf(sheet)?.columns[column]?.codes;
  if (codes === undefined) return <TextField {...field} autoComplete="off" />;
  return <SelectField {...field} options={Object.entries(codes).map(([value, label]) => ({ value, label: label[language] }))} />;
}

import { useMemo, useState } from 'react';
import { DESTINATION_REFUSALS } from '../../../core/employment/draft-words.ts';
import { date } from '../../../core/values/plain-date.ts';
import { Button } from '../../components/Button/Button.tsx';
import { DataTable } from '../../components/DataTable/DataTable.tsx';
import type { TableColumn } from '../../components/DataTable/table-view.ts';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { fieldOf } from './destination-fields.ts';
import { BLANK, enteredOf, TYPED_FIELDS, type Entered, type TypedDestination, type TypedField } from './destination-draft.ts';
import type { Graduate } from './queries.ts';
import { sendDestinations } from './send-destinations.ts';
import { useFirms } from './useFirms.ts';

interface ClassEntryProps {
  readonly graduates: readonly Graduate[];
  readonly today: string;
  readonly onDone: (many: number) => Promise<void>;
}

type Line = TypedDestination & Pick<Graduate, 'student_id' | 'name'>;

/** A class as a table: typed or pasted from a spreadsheet, judged row by row, recorded as a whole. */
export function ClassEntry({ graduates, today, onDone }: ClassEntryProps) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  const firms = useFirms();
  const [typed, setTyped] = useState<ReadonlyMap<string, TypedDestination>>(new Map());
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const lines = useMemo(() => graduates.map(({ student_id, name }): Line => ({ student_id, name, ...typed.get(student_id) ?? BLANK })), [graduates, typed]);
  const entered = useMemo(() => new Map(graduates.flatMap((one): [string, Entered][] => {
    const own = typed.get(one.student_id);
    return own === undefined || TYPED_FIELDS.every((field) => own[field].trim() === '') ? [] : [[one.student_id, enteredOf(own, one, firms, date(today))]];
  })), [graduates, typed, firms, today]);
  const wrong = [...entered.values()].filter(({ unread, refusal }) => unread.length > 0 || refusal !== null).length;
  const save = async () => {
    setBusy(true);
    setFault(null);
    try {
      await onDone(await sendDestinations([...entered.values()].map(({ draft }) => draft)));
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <section className="cooperation-part" aria-label={say.classEntry}>
      <p>{say.classLead} {say.classHelp}</p>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <DataTable
        label={say.classEntry} rows={lines} rowKey={({ student_id }) => student_id} columns={columnsOf(say)} empty={<EmptyState title={say.noneHere}>{say.noneHereHelp}</EmptyState>}
        edit={{
          onChange: (changes) => setTyped((now) => changes.reduce((all, { row, column, text }) => all.set(row, { ...all.get(row) ?? BLANK, [column]: text }), new Map(now))),
          problem: (row, column) => problemOf(entered.get(row), column as TypedField, say.wrongCell, language),
        }}
      />
      <div className="button-row no-print">
        <Button kind="primary" aria-disabled={busy || entered.size === 0 || wrong > 0} onClick={() => (busy || entered.size === 0 || wrong > 0 ? undefined : void save())}>{busy ? say.saving : say.saveClass(entered.size)}</Button>
        <p role="status" className="small">{entered.size === 0 ? say.nothingTyped : wrong > 0 ? say.rowsWrong(wrong) : ''}</p>
      </div>
    </section>
  );
}

function problemOf(one: Entered | undefined, column: TypedField, unreadable: string, language: 'zh' | 'en'): string | undefined {
  if (one === undefined) return undefined;
  if (one.unread.includes(column)) return unreadable;
  return one.refusal !== null && fieldOf(one.refusal) === column ? DESTINATION_REFUSALS[one.refusal][language] : undefined;
}

function columnsOf(say: (typeof employmentWords)['zh']): TableColumn<Line>[] {
  const labels: Readonly<Record<TypedField, string>> = {
    code: say.code, employer: say.employer, workplace_division: say.place, industry: say.industry, position: say.position, contract_kind: say.contractKind, wage_yuan: say.wageField, match: say.matchField,
    agreed_on: say.agreedOn, insured_from: say.insuredFrom, contact: say.contact, evidence_ref: say.evidenceRef, reason: say.reasonField,
  };
  return [
    { key: 'student_id', label: say.student, kind: 'text', text: ({ student_id }) => student_id, main: true, readOnly: true, width_rem: 7 },
    { key: 'name', label: say.name, kind: 'text', text: ({ name }) => name, main: true, readOnly: true, width_rem: 6 },
    ...TYPED_FIELDS.map((key): TableColumn<Line> => ({ key, label: labels[key], kind: 'text', text: (line) => line[key], width_rem: 9 })),
  ];
}

import { useMemo, useState } from 'react';
import { Button } from '../../../components/Button/Button.tsx';
import { DataTable } from '../../../components/DataTable/DataTable.tsx';
import type { TableColumn } from '../../../components/DataTable/table-view.ts';
import { EmptyState } from '../../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { useWidth } from '../../../shell/useWidth.ts';
import { groupDigits } from '../../../words/format.ts';
import { importWords } from '../../../words/import.ts';
import { columnLabel, sheetLabel, withoutPlace } from '../sheet-words.ts';
import type { ListedProblem } from './answers.ts';

interface ProblemListProps {
  /** The first of them, errors first. */
  readonly problems: readonly ListedProblem[];
  /** How many there are. */
  readonly all: number;
}

type Severity = 'all' | 'error' | 'warning';

/** Every problem by sheet, row and column; narrowed by kind and sheet, gone through one by one, handed on as a table. */
export function ProblemList({ problems, all }: ProblemListProps) {
  const say = useWords(importWords);
  const { language } = useSettings().settings;
  const [severity, setSeverity] = useState<Severity>('all');
  const [sheet, setSheet] = useState<string | null>(null);
  const ofSeverity = problems.filter((problem) => severity === 'all' || problem.severity === severity);
  const narrow = useWidth() < LIST_BELOW_REM;
  const sheetsNamed = [...new Set(ofSeverity.map((problem) => problem.sheet))];
  const wanted = sheet !== null && sheetsNamed.includes(sheet) ? sheet : null;
  const shown = ofSeverity.filter((problem) => wanted === null || problem.sheet === wanted);
  const count = (of: Severity) => groupDigits(String(problems.filter((p) => of === 'all' || p.severity === of).length));
  return (
    <section className="problems" aria-labelledby="problems-title">
      <h2 id="problems-title">
        {say.problems} <span className="small">{say.problemsOf(groupDigits(String(problems.length)), groupDigits(String(all)))}</span>
      </h2>
      {all > problems.length && <p className="small">{say.onlyFirst(groupDigits(String(problems.length)))}</p>}
      <div className="problem-choices no-print">
        <div role="group" aria-label={say.severity}>
          {(['all', 'error', 'warning'] as const).map((one) => (
            <button key={one} type="button" className="choice" aria-pressed={severity === one} onClick={() => setSeverity(one)}>
              {say.count({ all: say.all, error: say.errors, warning: say.warnings }[one], count(one))}
            </button>
          ))}
        </div>
        {sheetsNamed.length > 1 && (
          <div role="group" aria-label={say.bySheet}>
            <button type="button" className="choice" aria-pressed={wanted === null} onClick={() => setSheet(null)}>
              {say.allSheets}
            </button>
            {sheetsNamed.map((name) => (
              <button key={name} type="button" className="choice" aria-pressed={wanted === name} onClick={() => setSheet(name)}>
                {say.count(sheetLabel(name, language), ofSeverity.filter((p) => p.sheet === name).length)}
              </button>
            ))}
          </div>
        )}
      </div>
      <OneByOne key={`${severity} ${wanted}`} problems={shown} />
      {narrow ? <ShortList key={`${severity} ${wanted} list`} problems={shown} /> : <ProblemTable problems={shown} />}
    </section>
  );
}

/** One problem at a time, for going through them with the file open beside. */
function OneByOne({ problems }: { problems: readonly ListedProblem[] }) {
  const say = useWords(importWords);
  const { language } = useSettings().settings;
  const [at, setAt] = useState(0);
  const problem = problems[at];
  if (problem === undefined) return null;
  return (
    <div className="problem-now no-print">
      <p aria-live="polite">
        <span className="problem-place">{say.position(at + 1, problems.length)}</span>
        <ProblemMark severity={problem.severity} />
        {problem.text[language]}
      </p>
      <div className="button-row">
        <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
          {say.previous}
        </Button>
        <Button disabled={at === problems.length - 1} onClick={() => setAt(at + 1)}>
          {say.next}
        </Button>
      </div>
    </div>
  );
}

export function ProblemMark({ severity }: { severity: 'error' | 'warning' }) {
  const say = useWords(importWords);
  return (
    <span className={`problem-mark problem-${severity}`}>
      <span aria-hidden="true">{severity === 'error' ? '▲' : '◇'}</span> {say[severity]}
    </span>
  );
}

const LIST_BELOW_REM = 40;
const AT_ONCE = 20;

/** On a phone: each problem as a sentence with its place. */
function ShortList({ problems }: { problems: readonly ListedProblem[] }) {
  const say = useWords(importWords);
  const { language } = useSettings().settings;
  const [count, setCount] = useState(AT_ONCE);
  if (problems.length === 0) return <p>{say.noneOfKind}</p>;
  return (
    <>
      <ul className="problem-list">
        {problems.slice(0, count).map((problem, index) => (
          <li key={index}>
            <ProblemMark severity={problem.severity} />
            {problem.text[language]}
          </li>
        ))}
      </ul>
      {problems.length > count && <Button onClick={() => setCount(count + AT_ONCE)}>{say.moreProblems(Math.min(AT_ONCE, problems.length - count))}</Button>}
    </>
  );
}

interface ListedRow {
  readonly key: string;
  readonly problem: ListedProblem;
}


function ProblemTable({ problems }: { problems: readonly ListedProblem[] }) {
  const say = useWords(importWords);
  const { language } = useSettings().settings;
  const rows = useMemo(() => problems.map((problem, index): ListedRow => ({ key: String(index), problem })), [problems]);
  const columns = useMemo((): readonly TableColumn<ListedRow>[] => [
    { key: 'sheet', label: say.sheet, kind: 'text', text: ({ problem }) => sheetLabel(problem.sheet, language), width_rem: 7 },
    { key: 'row', label: say.row, kind: 'number', text: ({ problem }) => (problem.row === null ? '' : String(problem.row)), width_rem: 5 },
    {
      key: 'column', label: say.column, kind: 'text', main: true, width_rem: 9,
      text: ({ problem }) => (problem.column === null ? '' : columnLabel(problem.sheet, problem.column, language)),
    },
    { key: 'kind', label: say.kind, kind: 'text', text: ({ problem }) => say[problem.severity], show: ({ problem }) => <ProblemMark severity={problem.severity} />, width_rem: 6 },
    { key: 'cell', label: say.cell, kind: 'text', text: ({ problem }) => problem.value ?? '', width_rem: 9 },
    { key: 'what', label: say.what, kind: 'text', main: true, text: ({ problem }) => withoutPlace(problem.text[language], language), width_rem: 28 },
  ], [say, language]);
  return <DataTable label={say.problems} rows={rows} rowKey={(row) => row.key} columns={columns} empty={<EmptyState title={say.noneOfKind}>{say.cleanTitle}</EmptyState>} height_rem={24} />;
}

import { academicYearOf, date, parsePlainDate } from '../../../core/values/plain-date.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { clearingWords } from '../../words/clearing.ts';
import { settlementWords } from '../../words/settlement.ts';
import { BillTable } from './BillTable.tsx';
import { ClearingPage } from './ClearingPage.tsx';
import { ProposeMatter } from '../matters/ProposeMatter.tsx';
import { useBills, type BillsAnswer } from './queries.ts';
import { Rates } from './Rates.tsx';

/** R4-b: what a college bills its students of years 4 and 5, by its rates, as one list that another person approves. */
export function BillsPage() {
  return <ClearingPage part="bills">{(college_id) => <Bills college_id={college_id} />}</ClearingPage>;
}

function Bills({ college_id }: { college_id: string }) {
  const [say, of] = [useWords(clearingWords), useWords(settlementWords)];
  const { on } = useAsked();
  const [year, setYear] = useInAddress('year');
  const [due, setDue] = useInAddress('due');
  const [class_id, setClass] = useInAddress('class');
  const current = academicYearOf(on);
  const academic_year = /^\d{4}$/.test(year) ? Number(year) : current;
  const due_on = parsePlainDate(due) ?? date(`${academic_year}-09-30`);
  const query = useBills(college_id, academic_year, due_on, class_id);
  const classes = query.data?.classes ?? [];
  return (
    <>
      <div className="settlement-controls no-print">
        <SelectField id="bills-year" label={of.academicYear} value={String(academic_year)} onChange={setYear} options={[current + 1, current, current - 1].map((one) => ({ value: String(one), label: of.yearFrom(one, one + 1) }))} />
        <DateField id="bills-due" label={say.dueOn} value={due_on} onChange={(value) => { if (value !== null) setDue(value); }} />
        <SelectField id="bills-class" label={say.class} value={class_id} onChange={setClass} options={[{ value: '', label: say.everyClass }, ...classes.map((value) => ({ value, label: value }))]} />
      </div>
      <Answer query={query}>{(answer) => <Billed answer={answer} class_id={class_id} />}</Answer>
    </>
  );
}

function Billed({ answer, class_id }: { answer: BillsAnswer; class_id: string }) {
  const say = useWords(clearingWords);
  const { college_id, academic_year, due_on, has_rules, many, digest, groups, open_matter, may_propose } = answer;
  if (!has_rules) return <EmptyState title={say.noRule}>{say.noRuleHelp}</EmptyState>;
  return (
    <>
      <Rates answer={answer} />
      <section aria-labelledby="bills-list">
        <h2 id="bills-list">{say.billsTitle}</h2>
        {open_matter !== null && <Notice kind="info" title={say.billsOpen}><ScreenLink to={`/matters/${open_matter}`}>{say.toMatter}</ScreenLink></Notice>}
        {groups.length === 0 ? <EmptyState title={say.noStudents}>{say.noStudentsHelp}</EmptyState> : <BillTable answer={answer} />}
        {may_propose && (
          <ProposeMatter label={say.proposeBills(many)} opening={{ kind: 'bill_run', subject: college_id, details: { year: academic_year, on: due_on, classes: class_id === '' ? [] : [class_id], list: digest } }} />
        )}
      </section>
    </>
  );
}

import { useLocation, useSearch } from 'wouter';
import { Answer } from '../../components/Answer/Answer.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { formatDate } from '../../words/format.ts';
import { settlementWords } from '../../words/settlement.ts';
import { shellWords } from '../../words/shell.ts';
import { sheetLabel } from '../data/sheet-words.ts';
import '../data/data.css';
import { Books } from './Books.tsx';
import { isOpen } from './line-text.ts';
import { choices, useSettlement, yearsFrom, type SettlementAnswer, type Years } from './queries.ts';
import './settlement.css';
import { SettlementTable } from './SettlementTable.tsx';

const ONLY_OPEN = 'open';

/** 资金清算: who owes whom how much under which clause, what is paid and what is late. */
export function SettlementScreen() {
  const say = useWords(settlementWords);
  const shell = useWords(shellWords);
  const { language } = useSettings().settings;
  const asked = useAsked();
  const search = useSearch();
  const years = yearsFrom(search, asked);
  const query = useSettlement(asked, years);
  return (
    <Page title={shell.settlement} lead={say.lead(formatDate(asked.on, language))}>
      <div className="settlement">
        <Controls years={years} />
        <Answer query={query}>{(answer) => <Settled answer={answer} years={years} openOnly={new URLSearchParams(search).get('show') === ONLY_OPEN} />}</Answer>
      </div>
    </Page>
  );
}

/** Kept in the address, so that what is seen is linked and printed. */
function Controls({ years }: { years: Years }) {
  const say = useWords(settlementWords);
  const [path, navigate] = useLocation();
  const search = useSearch();
  const { academic, fiscal } = choices(useAsked());
  const set = (name: string, value: string) => {
    const query = new URLSearchParams(search);
    query.set(name, value);
    navigate(`${path}?${query.toString()}`, { replace: true });
  };
  return (
    <div className="settlement-controls no-print">
      <SelectField
        label={say.academicYear} value={String(years.academic_year)} onChange={(value) => set('academic_year', value)}
        options={academic.map((year) => ({ value: String(year), label: say.yearFrom(year, year + 1) }))}
      />
      <SelectField
        label={say.fiscalYear} value={String(years.fiscal_year)} onChange={(value) => set('fiscal_year', value)}
        options={fiscal.map((year) => ({ value: String(year), label: say.fiscalOf(year) }))}
      />
      <SelectField
        label={say.show} value={new URLSearchParams(search).get('show') ?? 'all'} onChange={(value) => set('show', value)}
        options={[{ value: 'all', label: say.all }, { value: ONLY_OPEN, label: say.late }]}
      />
    </div>
  );
}

function Settled({ answer, years, openOnly }: { answer: SettlementAnswer; years: Years; openOnly: boolean }) {
  const say = useWords(settlementWords);
  const { language } = useSettings().settings;
  const { no_rule_on, errors, lines, books } = answer;
  if (no_rule_on !== null) return <EmptyState title={say.noRule(formatDate(no_rule_on, language))}>{say.noRuleHelp}</EmptyState>;
  if (errors.length > 0) {
    const where = errors.map(({ sheet, many }) => say.errorsOf(sheetLabel(sheet, language), many)).join(language === 'zh' ? '、' : ', ');
    return <EmptyState title={say.errors}>{where}{language === 'zh' ? '。' : '. '}{say.errorsHelp}</EmptyState>;
  }
  if (lines.length === 0) return <EmptyState title={say.none}>{say.noneHelp}</EmptyState>;
  const shown = openOnly ? lines.filter(isOpen) : lines;
  return (
    <>
      <p>{say.summary(lines.length, lines.filter(isOpen).length)} {books === null && <span className="small">{say.onlyOwn}</span>}</p>
      {shown.length === 0 ? <EmptyState title={say.nothingLate}>{say.nothingLateHelp}</EmptyState> : <SettlementTable lines={shown} years={years} />}
      {books !== null && <Books books={books} years={years} />}
    </>
  );
}

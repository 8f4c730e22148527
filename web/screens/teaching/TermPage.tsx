import { Answer } from '../../components/Answer/Answer.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { teachingWords } from '../../words/teaching.ts';
import { ClassTable } from './ClassTable.tsx';
import { OfferingTable } from './OfferingTable.tsx';
import { useTeaching, type Teaching } from './queries.ts';
import { Said } from './Said.tsx';
import { TermDays } from './TermDays.tsx';
import { SurveyInvitation } from '../surveys/SurveyInvitation.tsx';
import { useDoing } from './useDoing.ts';

/** A term: its days, the classes, their courses. */
export function TermPage() {
  const say = useWords(teachingWords);
  const [term, setTerm] = useInAddress('term');
  const query = useTeaching(term);
  return (
    <Page title={say.title} lead={say.lead}>
      <SurveyInvitation />
      <Answer query={query}>{(teaching) => <Parts teaching={teaching} onTerm={setTerm} />}</Answer>
    </Page>
  );
}

function Parts({ teaching, onTerm }: { teaching: Teaching; onTerm: (term: string) => void }) {
  const say = useWords(teachingWords);
  const doing = useDoing();
  const { term, offerings } = teaching;
  return (
    <div className="teaching">
      <Said doing={doing} />
      <SelectField label={say.term} value={term} onChange={onTerm} options={termsToChoose(teaching).map((one) => ({ value: one, label: say.termOf(...partsOf(one)) }))} />
      <TermDays teaching={teaching} doing={doing} />
      <section aria-labelledby="teaching-classes">
        <h2 id="teaching-classes">{say.classes}</h2>
        <ClassTable teaching={teaching} doing={doing} />
      </section>
      <section aria-labelledby="teaching-courses">
        <h2 id="teaching-courses">{say.courses}</h2>
        <OfferingTable offerings={offerings} />
      </section>
    </div>
  );
}

/** The terms that are set, the one that is looked at, and those around it. */
function termsToChoose({ term, terms }: Teaching): readonly string[] {
  const year = Number(term.slice(0, 4));
  const around = [-1, 0, 1].flatMap((by) => [1, 2].map((half) => `${year + by}-${half}`));
  return [...new Set([term, ...terms.map((one) => one.term), ...around])].sort().toReversed();
}

const partsOf = (term: string): [number, number] => [Number(term.slice(0, 4)), Number(term.slice(-1))];

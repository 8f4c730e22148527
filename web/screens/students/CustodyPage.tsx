import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { packs } from '../../../core/policy/packs.ts';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { clauseOf } from '../../provenance/verdict-origin.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { formatDate, groupDigits } from '../../words/format.ts';
import { studentWords } from '../../words/students.ts';
import { Part } from '../organisations/Part.tsx';
import { useCustody, type Custody } from './queries.ts';

/** R3-a: that nobody is lost, shown with its counts; and everybody of whom that is not so, by name. */
export function CustodyPage() {
  const say = useWords(studentWords);
  return (
    <Page title={say.custodyTitle} lead={say.custodyLead}>
      <p className="way-back no-print"><ScreenLink to="/students">← {say.back}</ScreenLink></p>
      <Answer query={useCustody()}>{(custody) => <Proof custody={custody} />}</Answer>
    </Page>
  );
}

function Proof({ custody: { students, kept, left, faulty, days, faults, more_faults } }: { custody: Custody }) {
  const say = useWords(studentWords);
  const { language } = useSettings().settings;
  const [pack] = packs.values();
  const sum = say.custodySum(students, kept.school, kept.college, left);
  const figures = [
    { label: say.students, value: students, clause: 'R3-a', how: sum }, { label: say.keptSchool, value: kept.school, clause: 'R3-b', how: say.keptHow },
    { label: say.keptCollege, value: kept.college, clause: 'R3-c', how: say.keptHow }, { label: say.leftBy, value: left, clause: 'R3-a', how: say.leftHow }, { label: say.days, value: Number(days), clause: 'R3-a', how: say.daysHow },
  ];
  const origin = ({ label, clause, how }: (typeof figures)[number]) => ({
    title: label, verdict: null, clause: clauseOf(pack, clause, language), computed: how, parameters: [], readings: [], rows: [], frozen: null, live: null, history: [],
  });
  return (
    <div className="cooperation">
      <Notice kind={faulty === 0 ? 'done' : 'warning'} title={faulty === 0 ? say.proven : say.notProven(faulty)}>{faulty === 0 ? null : say.howToFix}</Notice>
      <dl className="roll-figures">{figures.map((one) => <div key={one.label}><dt>{one.label}</dt><dd><Figure label={one.label} from={origin(one)}>{groupDigits(String(one.value))}</Figure></dd></div>)}</dl>
      <Part id="faults" title={say.faults}>
        {faults.length === 0 ? <EmptyState title={say.noFaults}>{say.noFaultsHelp}</EmptyState> : <FaultTable faults={faults} />}
        {more_faults && <p className="small">{say.moreFaults}</p>}
      </Part>
    </div>
  );
}

function FaultTable({ faults }: { faults: Custody['faults'] }) {
  const say = useWords(studentWords);
  const { language } = useSettings().settings;
  const keeperWord = { school: say.schoolWord, college: say.collegeWord };
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.faults}</caption>
        <thead><tr>{[say.student, say.kind, say.from, say.to, say.keepers, say.school].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {faults.map(({ student_id, name, kind, from, to, keepers, school }) => (
            <tr key={`${student_id} ${from} ${kind}`}>
              <th scope="row"><ScreenLink to={`/students/of/${encodeURIComponent(student_id)}`}>{name}</ScreenLink> <span className="small roll-id">{student_id}</span></th>
              <td data-label={say.kind}><span className="roll-fault"><span aria-hidden="true">▲</span> {kind === 'gap' ? say.gapWord : say.overlapWord}</span></td>
              <td className="unbroken" data-label={say.from}>{formatDate(from, language)}</td>
              <td className="unbroken" data-label={say.to}>{formatDate(to, language)}</td>
              <td data-label={say.keepers}>{keepers.map((one) => keeperWord[one]).join(' → ')}</td>
              <td data-label={say.school}>{school}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

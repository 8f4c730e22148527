import { ButtonLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { insuranceWords } from '../../words/insurance.ts';
import { internshipWords } from '../../words/internships.ts';
import { InternState } from '../internships/InternTable.tsx';
import '../internships/internships.css';
import { MissingList } from '../internships/MissingList.tsx';
import { useMyInternships } from '../internships/queries.ts';

/** The internship of one student with what it lacks, and what covers them. */
export function MyInternship({ student_id, left }: { student_id: string; left: boolean }) {
  const say = useWords(internshipWords);
  const insurance = useWords(insuranceWords);
  const { language } = useSettings().settings;
  const mine = useMyInternships().data?.students.find((one) => one.student_id === student_id);
  if (mine === undefined || left && mine.internships.length === 0 && mine.insurance.length === 0) return null;
  const day = (on: string) => formatDate(on, language);
  return (
    <section aria-labelledby="my-internship" className="my-internship">
      <h2 id="my-internship">{say.mine_}</h2>
      {mine.internships.length === 0 && <p>{say.noInternship}。{say.noInternshipHelp}</p>}
      {mine.internships.map((one) => {
        const signs = one.may_sign_as.length > 0;
        return (
          <div key={one.placement_id} className="next-step" data-urgent={signs || undefined}>
            <p><InternState state={one.state} />　<strong>{one.firm}</strong>　{one.title}</p>
            <p>{day(one.from)} – {day(one.to)}　{one.place}</p>
            {one.passed !== null && <p>{one.passed ? say.passed : say.failed}</p>}
            {one.missing.length > 0 ? <><p>{say.missing}</p><MissingList missing={one.missing} /></> : one.state === 'planned' && <p className="intern-ready">● {say.allThere}</p>}
            {signs && <p><strong>{say.mustSign}</strong></p>}
            <div className="button-row"><ButtonLink kind={signs ? 'primary' : 'secondary'} to={`/five-years/internship/${one.placement_id}`}>{signs ? say.goSign : say.readAgreement}</ButtonLink></div>
          </div>
        );
      })}
      <h3>{say.insurance}</h3>
      {mine.insurance.length === 0 ? <p>{say.noInsurance}</p> : <ul>{mine.insurance.map((one) => <li key={`${one.policy_no} ${one.from}`}>{say.until(insurance[`kind_${one.kind}`], day(one.to))}</li>)}</ul>}
      <p className="small">{say.feeNote}</p>
    </section>
  );
}

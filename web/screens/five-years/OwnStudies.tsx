import { compare, parseExact, subtract, toDecimalText, ZERO } from '../../../core/values/exact.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { ownStudyWords } from '../../words/own-studies.ts';
import { teachingWords } from '../../words/teaching.ts';
import { useStudies, type Studies } from '../teaching/queries.ts';

/** Courses, grades and credits of the student that is followed. */
export function OwnStudies({ student_id, left }: { student_id: string; left: boolean }) {
  const say = useWords(ownStudyWords);
  return (
    <section className="five-years-part" aria-labelledby="own-studies">
      <h2 id="own-studies">{say.own}</h2>
      <Answer query={useStudies()}>{({ students }) => <Own studies={students.find((one) => one.student_id === student_id)} left={left} />}</Answer>
    </section>
  );
}

function Own({ studies, left }: { studies: Studies | undefined; left: boolean }) {
  const [say, of] = [useWords(ownStudyWords), useWords(teachingWords)];
  if (studies === undefined) return <p>{say.ownNone}</p>;
  const { earned, required, brought, conduct_ok, courses } = studies;
  const terms = [...new Set(courses.map(({ term }) => term))].toReversed();
  return (
    <>
      <p><strong>{required === null ? say.ownNoScheme(earned) : say.ownCredits(earned, required)}</strong>{required !== null && !left && ` · ${leftOf(earned, required, say)}`}</p>
      {brought !== '0' && <p>{say.ownBrought(brought)}</p>}
      {conduct_ok !== null && <p>{conduct_ok ? `● ${say.ownConductOk}` : `▲ ${say.ownConductBad}`}</p>}
      {terms.length === 0 ? <p>{say.ownNone}</p> : terms.map((term) => (
        <div key={term}>
          <h3>{of.termOf(term.slice(0, 4), Number(term.slice(-1)))}</h3>
          <ul className="own-courses">
            {courses.filter((one) => one.term === term).map(({ course_code, course, credits, grade }) => (
              <li key={course_code}>
                <span>{course}<span className="small"> {say.ownCourse(credits)}</span></span>
                <span>{grade === null ? `◇ ${say.ownPending}` : `${grade.passed ? '●' : '▲'} ${grade.score ?? of.absent} ${grade.passed ? of.passedYes : of.passedNo}`}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function leftOf(earned: string, required: string, say: (typeof ownStudyWords)['zh']): string {
  const left = subtract(parseExact(required) ?? ZERO, parseExact(earned) ?? ZERO);
  return compare(left, ZERO) > 0 ? say.ownLeft(toDecimalText(left) ?? '') : say.ownEnough;
}

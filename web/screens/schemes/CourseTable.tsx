import { Fragment } from 'react';
import { totalsByTerm } from '../../../core/schemes/totals.ts';
import { toDecimalText } from '../../../core/values/exact.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { schemeWords } from '../../words/schemes.ts';
import { kindText, sideText } from './course-text.ts';
import type { Course } from './queries.ts';

/** Courses of five years, term by term, with the sum of each term. */
export function CourseTable({ courses }: { courses: readonly Course[] }) {
  const say = useWords(schemeWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards scheme-courses">
        <caption className="hidden-text">{say.courses}</caption>
        <thead>
          <tr>
            {[say.term, say.code, say.course, say.kind].map((head) => <th key={head} scope="col">{head}</th>)}
            {[say.creditsOf, say.theory, say.practice].map((head) => <th key={head} scope="col" className="number">{head}</th>)}
            {[say.taughtBy, say.certificate].map((head) => <th key={head} scope="col">{head}</th>)}
          </tr>
        </thead>
        <tbody>
          {totalsByTerm(courses).map(({ term, totals }) => (
            <Fragment key={term}>
              {courses.filter((one) => one.term === term).map((one) => (
                <tr key={one.code}>
                  <td data-label={say.term}>{one.term}</td>
                  <td className="unbroken" data-label={say.code}>{one.code}</td>
                  <th scope="row">{one.name}</th>
                  <td data-label={say.kind}>{kindText(one.kind, language)}</td>
                  <td data-label={say.creditsOf} className="number">{one.credits}</td>
                  <td data-label={say.theory} className="number">{one.theory_hours}</td>
                  <td data-label={say.practice} className="number">{one.practice_hours}</td>
                  <td data-label={say.taughtBy}>{sideText(one.taught_by, language)}</td>
                  <td data-label={say.certificate}>{one.certificate ?? '–'}</td>
                </tr>
              ))}
              <tr className="scheme-sum">
                <th scope="row" colSpan={4}>{say.termTotal(term)}</th>
                <td data-label={say.creditsOf} className="number">{toDecimalText(totals.credits)}</td>
                <td data-label={say.theory} className="number">{totals.theory_hours}</td>
                <td data-label={say.practice} className="number">{totals.practice_hours}</td>
                <td colSpan={2} />
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

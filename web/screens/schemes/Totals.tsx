import { hoursOfKind, totalsOf } from '../../../core/schemes/totals.ts';
import { exact, multiply, toDecimalText, toFixed } from '../../../core/values/exact.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { schemeWords } from '../../words/schemes.ts';
import type { Content } from './queries.ts';
import { useSchemeOrigins } from './useSchemeOrigins.ts';

const PERCENT = exact(100);

/** What five years come to: credits, hours, share of practice, hours of ideology, certificates. */
export function Totals({ content, revision }: { content: Content; revision: number }) {
  const say = useWords(schemeWords);
  const origins = useSchemeOrigins();
  const { courses } = content;
  const { credits, theory_hours, practice_hours, practice_share } = totalsOf(courses);
  const hours = theory_hours + practice_hours;
  const many = courses.length;
  const certificates = [...new Set(courses.flatMap(({ certificate }) => certificate ?? []))];
  const figures = [
    [say.required, content.required_credits, origins.required(revision)],
    [say.creditsTotal, toDecimalText(credits) ?? '', origins.total(say.creditsTotal, many)],
    [say.hours, groupDigits(String(hours)), origins.total(say.hours, many)],
    [say.practiceShare, practice_share === null ? '–' : `${toFixed(multiply(practice_share, PERCENT), 1, 'down')}%`, origins.share(practice_hours, hours)],
    [say.ideology, groupDigits(String(hoursOfKind(courses, 'ideology'))), origins.ideology(courses.filter(({ kind }) => kind === 'ideology').length)],
  ] as const;
  return (
    <dl className="scheme-totals">
      {figures.map(([label, text, from]) => <div key={label}><dt>{label}</dt><dd><Figure label={label} from={from}>{text}</Figure></dd></div>)}
      <div><dt>{say.certificates}</dt><dd>{certificates.length === 0 ? say.noCertificate : certificates.join('、')}</dd></div>
    </dl>
  );
}

import type { ReactNode } from 'react';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { planWords } from '../../words/plans.ts';
import type { Plan } from './queries.ts';

/** S2-a, M8-b, M8-c: who co-ordinated, what was decided by which votes, what the two bodies received. */
export function Course({ plan }: { plan: Plan }) {
  const say = useWords(planWords);
  const { language } = useSettings().settings;
  const { bureau, drc, decided, province, exam, department } = plan;
  const day = (on: string): string => formatDate(on, language);
  const done = (of: Plan['bureau']): ReactNode => (of === null ? null : <>{say.by(of.person, day(of.on))}{of.reason !== null && <span className="matter-detail">{of.reason}</span>}</>);
  const receipt = (of: Plan['province']): ReactNode => (of === null ? null : say.receipt(of.number, day(of.on)));
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say.bureau, done(bureau)],
    [department === null ? say.drc : say.drcOf(department.name), done(drc)],
    [say.decision, decided === null ? null : (
      <>
        {say.minutes(decided.number, day(decided.met_on), decided.revision)}
        {decided.votes !== null && <span className="matter-detail">{say.votes(decided.votes.members, decided.votes.present, decided.votes.for, decided.votes.against, decided.votes.abstained)}</span>}
        <span className="matter-detail">{decided.attendees}</span>
      </>
    )],
    [say.province, receipt(province)],
    [say.exam, receipt(exam)],
  ];
  return (
    <section aria-labelledby="plan-course">
      <h2 id="plan-course">{say.course}</h2>
      <dl className="plan-course">
        {rows.map(([label, what]) => <div key={label}><dt>{label}</dt><dd>{what ?? <span className="status-undetermined"><span aria-hidden="true">◇</span> {say.waiting}</span>}</dd></div>)}
      </dl>
    </section>
  );
}

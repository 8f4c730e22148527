import { dayAt, type JournalEntry } from '../journals/entry.ts';
import { entriesOf, type WorkFacts, type WorkStandard } from '../journals/judged.ts';
import { exact, ONE } from '../values/exact.ts';
import { overlaps } from '../values/period.ts';
import { academicYearOf, date } from '../values/plain-date.ts';
import { answerOf } from '../verdict/answer.ts';
import { measuredOf, outcomeOf, requiredBy, worst } from '../verdict/measure.ts';
import type { Part } from '../verdict/verdict.ts';

const KINDS = ['teacher_exchanges', 'teacher_trainings', 'joint_projects'] as const;

/** M6-a: exchanges, trainings of teachers and projects that fall into the academic year of the day and have begun. */
export function jointWorkOf(facts: WorkFacts): Readonly<Record<(typeof KINDS)[number], readonly JournalEntry[]>> {
  const year = academicYearOf(facts.on);
  const whole = { from: date(`${year}-09-01`), to: facts.on };
  const within = (kind: string): JournalEntry[] => entriesOf(facts, kind).filter((entry) => {
    const from = dayAt(entry, 'from') ?? dayAt(entry, 'on');
    return from !== null && overlaps({ from, to: dayAt(entry, 'on') ?? dayAt(entry, 'to') }, whole);
  });
  return { teacher_exchanges: within('teacher_exchanges'), teacher_trainings: within('teacher_trainings').filter(({ values }) => values['team'] === 'teaching'), joint_projects: within('joint_projects') };
}

/** M6-a: of each so many a year. A notice: the policy asks for the mechanism and names no number. */
export const jointWork: WorkStandard = {
  id: 'M6-a', clause: 'M6-a', basis: 'default', notice: true,
  label: { zh: '本学年教师互派、培训和合作项目', en: 'Exchange, training and joint projects of the academic year' },
  reads: ['joint_work.min_per_year'],
  bind: (parameters) => {
    const required = requiredBy(parameters, 'joint_work.min_per_year', '>=');
    return (facts) => {
      const work = jointWorkOf(facts);
      const parts = KINDS.map((name): Part => {
        const figure = { numerator: exact(work[name].length), denominator: ONE };
        return { name, outcome: outcomeOf(figure, '>=', required.value), measured: measuredOf(figure, 'entry'), required };
      });
      const outcome = worst(parts.map((part) => part.outcome));
      return answerOf(jointWork, required, { outcome, parts, measured: measuredOf({ numerator: exact(Math.min(...KINDS.map((name) => work[name].length))), denominator: ONE }, 'entry') });
    };
  },
  behind: (facts) => ({
    label: { zh: '本学年的记录', en: 'Records of the academic year' },
    columns: [{ zh: '类别', en: 'Kind' }, { zh: '内容', en: 'What' }, { zh: '起始日', en: 'From' }],
    rows: Object.values(jointWorkOf(facts)).flat().map((entry) => [entry.kind.label.zh, entry.kind.heading.map((name) => codeText(entry, name)).join(' '), dayAt(entry, 'from') ?? dayAt(entry, 'on') ?? '']),
  }),
};

function codeText({ kind, values }: JournalEntry, name: string): string {
  const value = String(values[name] ?? '');
  return kind.fields[name]?.codes?.[value]?.zh ?? value;
}

import type { Allowed, Capacity } from '../../../core/check/capacity.ts';
import type { CampusFacts } from '../../../core/facts/campus-facts.ts';
import type { Judging } from '../../../core/check/judging.ts';
import { BulletChart } from '../../components/Bullet/BulletChart.tsx';
import type { BulletRow } from '../../components/Bullet/BulletChart.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import type { ProvenanceView } from '../../components/ProvenancePanel/provenance-view.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { missingNames } from '../../words/outcome.ts';
import { whatIfWords } from '../../words/what-if.ts';
import { parameterLines } from './origin.ts';

interface CapacityLineProps {
  readonly capacity: Capacity;
  readonly facts: CampusFacts;
  readonly judging: Judging;
}

/** How many students fit, and what binds first; then each resource by itself. */
export function CapacityLine({ capacity, facts, judging }: CapacityLineProps) {
  const say = useWords(whatIfWords);
  const { language } = useSettings().settings;
  const labels = new Map(judging.pack.standards.map((s) => [s.id, s.label[language]]));
  const heads = facts.students.value;
  const students = heads === null ? null : Number(heads.n / heads.d);
  return (
    <section className="capacity" aria-labelledby="capacity-title">
      <h2 id="capacity-title">{say.capacity}</h2>
      {capacity.students === null ? (
        <p>{say.capacityNone}</p>
      ) : (
        <p className="capacity-line">
          {say.capacityIs} <strong>{say.capacityStudents(groupDigits(String(capacity.students)))}</strong>{' '}
          {say.capacityBound(capacity.binding.map((id) => labels.get(id) ?? id).join(say.listSeparator))}{' '}
          {students !== null && spareWords(say, capacity.students - students)}
        </p>
      )}
      <CapacityChart capacity={capacity} students={students} judging={judging} labels={labels} />
    </section>
  );
}

function spareWords(say: ReturnType<typeof useWords<typeof whatIfWords.zh>>, spare: number): string {
  if (spare === 0) return say.capacityFull;
  return spare > 0 ? say.capacitySpare(groupDigits(String(spare))) : say.capacityOver(groupDigits(String(-spare)));
}

interface ChartProps {
  readonly capacity: Capacity;
  readonly students: number | null;
  readonly judging: Judging;
  readonly labels: ReadonlyMap<string, string>;
}

function CapacityChart({ capacity, students, judging, labels }: ChartProps) {
  const say = useWords(whatIfWords);
  const { language } = useSettings().settings;
  // One axis for all rows; a resource that is far from binding runs off it, its number stands beside.
  const max = 2 * Math.max(students ?? 0, capacity.students ?? 0, 1);
  const rows = capacity.allowed.map((allowed): BulletRow => {
    const label = labels.get(allowed.standard) ?? allowed.standard;
    const known = allowed.students;
    return {
      label,
      of: allowed.standard,
      value: known,
      target: students ?? 0,
      max,
      figure: known === null ? null : (
        <Figure label={say.capacityTitle(label)} from={originOf(allowed, label, judging, language, say)}>
          {groupDigits(String(known))}
        </Figure>
      ),
      against: known === null ? whyNone(allowed, judging, say, language) : '',
    };
  });
  return <BulletChart title={say.capacityNote} rows={rows} />;
}

type Say = ReturnType<typeof useWords<typeof whatIfWords.zh>>;

function whyNone(allowed: Allowed, judging: Judging, say: Say, language: 'zh' | 'en'): string {
  if (allowed.missing.length > 0) return say.capacityMissing(missingNames(allowed.missing, language));
  const reads = judging.pack.standards.find((s) => s.id === allowed.standard)?.reads ?? [];
  return reads.every((key) => judging.parameters.has(key)) ? say.capacityUnlimited : say.capacityNoRule;
}

function originOf({ standard, students }: Allowed, label: string, judging: Judging, language: 'zh' | 'en', say: Say): ProvenanceView {
  const { pack } = judging;
  const declared = pack.standards.find((s) => s.id === standard);
  const clause = pack.clauses.find((c) => c.id === declared?.clause);
  return {
    title: label,
    verdict: null,
    clause: clause === undefined ? null : { id: clause.id, wording: clause.summary[language] },
    computed: say.capacityHow(clause?.summary[language].replace(/[。.]$/, '') ?? label, groupDigits(String(students))),
    parameters: parameterLines(declared?.reads ?? [], judging, language),
    readings: [], rows: [], frozen: null, live: null, history: [],
  };
}

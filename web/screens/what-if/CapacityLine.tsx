import type { Allowed, Capacity } from '../../../core/check/capacity.ts';
import { headsOf } from '../../../core/check/check-json.ts';
import type { CampusFacts } from '../../../core/facts/campus-facts.ts';
import type { Judging } from '../../../core/check/judging.ts';
import { BulletChart } from '../../components/Bullet/BulletChart.tsx';
import type { BulletRow } from '../../components/Bullet/BulletChart.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { missingNames } from '../../words/outcome.ts';
import { whatIfWords } from '../../words/what-if.ts';
import { capacityOrigin } from './origin.ts';

interface CapacityLineProps {
  readonly capacity: Capacity;
  readonly facts: CampusFacts;
  readonly judging: Judging;
}

/** How many students fit, and what binds first. */
export function CapacityLine({ capacity, facts, judging }: CapacityLineProps) {
  const say = useWords(whatIfWords);
  const { language } = useSettings().settings;
  const labels = new Map(judging.pack.standards.map((s) => [s.id, s.label[language]]));
  const students = headsOf(facts.students.value);
  return (
    <p className="capacity-line">
      <span className="capacity-name">{say.capacity}</span>{' '}
      {capacity.students === null ? say.capacityNone : (
        <>
          {say.capacityIs} <strong>{say.capacityStudents(groupDigits(String(capacity.students)))}</strong>{' '}
          {say.capacityBound(capacity.binding.map((id) => labels.get(id) ?? id).join(say.listSeparator))}{' '}
          {students !== null && spareWords(say, capacity.students - students)}
        </>
      )}
    </p>
  );
}

function spareWords(say: ReturnType<typeof useWords<typeof whatIfWords.zh>>, spare: number): string {
  if (spare === 0) return say.capacityFull;
  return spare > 0 ? say.capacitySpare(groupDigits(String(spare))) : say.capacityOver(groupDigits(String(-spare)));
}

/** Each condition by itself: how many students it allows, beside how many there would be. */
export function CapacityChart({ capacity, facts, judging }: CapacityLineProps) {
  const say = useWords(whatIfWords);
  const { language } = useSettings().settings;
  const labels = new Map(judging.pack.standards.map((s) => [s.id, s.label[language]]));
  const students = headsOf(facts.students.value);
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
        <Figure label={say.capacityTitle(label)} from={capacityOrigin(allowed, judging, language)}>
          {groupDigits(String(known))}
        </Figure>
      ),
      against: known === null ? whyNone(allowed, judging, say, language) : '',
    };
  });
  return <BulletChart title={say.capacityEach} rows={rows} />;
}

type Say = ReturnType<typeof useWords<typeof whatIfWords.zh>>;

function whyNone(allowed: Allowed, judging: Judging, say: Say, language: 'zh' | 'en'): string {
  if (allowed.missing.length > 0) return say.capacityMissing(missingNames(allowed.missing, language));
  const reads = judging.pack.standards.find((s) => s.id === allowed.standard)?.reads ?? [];
  return reads.every((key) => judging.parameters.has(key)) ? say.capacityUnlimited : say.capacityNoRule;
}

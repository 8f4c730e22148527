import type { TargetVerdict } from '../verdict/target.ts';
import type { Ground } from './ground.ts';
import type { Intake } from './intake.ts';
import type { Path } from './path.ts';
import type { Grades, Step } from './step.ts';

/** All programmes of the region in one year. */
export interface RegionYear {
  readonly year: number;
  readonly intake: number;
  readonly intakes: readonly { readonly programme_id: string; readonly intake: Intake }[];
  readonly grades: Grades;
  /** Null in the first year: what led to it is no forecast. */
  readonly moved: Moved | null;
  readonly targets: readonly TargetVerdict[];
}

export type Moved = Omit<Step, 'after'>;

export function regionYear(ground: Ground, paths: readonly Path[], year: number, index: number): RegionYear {
  const intakes = ground.programmes.flatMap(({ programme: { programme_id }, intakes: all }) => {
    const intake = all[index];
    return intake === undefined ? [] : [{ programme_id, intake }];
  });
  const inGrade = (grade: 0 | 1 | 2 | 3 | 4) => paths.reduce((sum, { grades }) => sum + (grades[index]?.[grade] ?? 0), 0);
  return {
    year,
    intake: intakes.reduce((sum, { intake }) => sum + intake.students, 0),
    intakes,
    grades: [inGrade(0), inGrade(1), inGrade(2), inGrade(3), inGrade(4)],
    moved: index === 0 ? null : movedIn(paths.flatMap(({ steps }) => steps[index - 1] ?? [])),
    targets: ground.targets[index] ?? [],
  };
}

function movedIn(steps: readonly Step[]): Moved {
  const moved = { completing: 0, graduates: 0, local: 0, leavers: 0 };
  for (const { completing, graduates, local, leavers } of steps) {
    moved.completing += completing;
    moved.graduates += graduates;
    moved.local += local;
    moved.leavers += leavers;
  }
  return moved;
}

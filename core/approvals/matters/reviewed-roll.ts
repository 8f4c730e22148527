import type { Role } from '../../access/roles.ts';
import type { Bilingual } from '../../values/bilingual.ts';
import { state, step, type Guard, type MatterKind } from '../matter-kind.ts';

/** Who keeps a roll day by day, of either keeper, and who answers for what is entered there (R3-b, R3-c). */
const KEEPERS: readonly Role[] = ['school_registrar', 'college_roll'];
const LEADERS: readonly Role[] = ['school_head', 'college_leadership'];
/** The step-up is the college's own. */
export const BY_COLLEGE = { keepers: ['college_roll'], leaders: ['college_leadership'] } as const satisfies By;

interface By {
  readonly keepers: readonly Role[];
  readonly leaders: readonly Role[];
}

interface Reviewed extends Pick<MatterKind, 'id' | 'clause' | 'label' | 'about'> {
  readonly guard: Guard;
  /** What approving waits for besides. */
  readonly more?: readonly Guard[];
  /** What approving is called, and the state that it leads to. */
  readonly approve: Bilingual;
  readonly approved: Bilingual;
  readonly by?: By;
}

/** R3-a: what is asked of the roll by the registrar of the keeper and approved by another person, its head, at once and as a whole. */
export function reviewedRoll({ id, clause, label, about, guard, more = [], approve, approved, by = { keepers: KEEPERS, leaders: LEADERS } }: Reviewed): MatterKind {
  const { keepers, leaders } = by;
  return {
    id, clause, label, about,
    opens: { by: keepers, state: 'proposed' },
    states: {
      proposed: state('已提出，待审批', 'Proposed, to be approved', { workdays: 5 }),
      approved: state(approved.zh, approved.en, { closed: true }),
      declined: state('未批准', 'Declined', { closed: true }),
      dropped: state('已撤回', 'Taken back', { closed: true }),
    },
    steps: {
      proposed: [
        step('approve', approve.zh, approve.en, leaders, 'approved', clause, { guards: [guard, ...more], apart: ['open'] }),
        step('decline', '不予批准', 'Decline', leaders, 'declined', clause, { reason: true, apart: ['open'] }),
        step('drop', '撤回', 'Take back', keepers, 'dropped', clause),
      ],
      approved: [], declined: [], dropped: [],
    },
  };
}

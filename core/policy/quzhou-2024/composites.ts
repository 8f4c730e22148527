import type { Composite } from '../../verdict/composite.ts';

/** R1-a, R5-a and M4-a ask nothing of their own: they are met when everything below them is. */
export const composites: readonly Composite[] = [
  {
    id: 'R1-a', clause: 'R1-a', label: { zh: '校区条件', en: 'Campus conditions' },
    parts: ['R1-b', 'R1-c', 'R1-d', 'R1-e'],
  },
  {
    id: 'R5-a', clause: 'R5-a', label: { zh: '师资配备', en: 'Staffing' },
    parts: ['R5-b', 'R5-c', 'R5-d', 'R5-e', 'R5-f', 'R5-g', 'R5-h', 'R5-i', 'R5-j', 'R5-k'],
  },
  {
    id: 'M4-a', clause: 'M4-a', label: { zh: '高职院校办学基本条件', en: 'Basic conditions of a college campus' },
    parts: ['R1-a', 'R2-a', 'R2-b', 'R2-c', 'R5-a'],
  },
];

/** One post of a person: who, where, as what, employed by whom, and since when. */
export interface Post {
  readonly person: string;
  /** A campus of the higher stage (`C…`) or a school of the secondary stage (`S…`). */
  readonly place: string;
  readonly post: 'teacher' | 'ideology_teacher' | 'counsellor' | 'part_time_counsellor' | 'psychologist' | 'class_head' | 'external_teacher';
  readonly employer: string;
  readonly degree: 'doctor' | 'master' | 'bachelor' | 'none';
  readonly title: 'senior_full' | 'senior_vice' | 'intermediate' | 'junior' | 'none';
  readonly from: string;
  readonly to?: string;
  readonly share?: string;
  readonly qualified?: false;
  readonly exception?: string;
}

type Degree = 'd' | 'm' | 'b' | '-';
type Title = 'F' | 'V' | 'I' | 'J' | '-';
const DEGREES = { d: 'doctor', m: 'master', b: 'bachelor', '-': 'none' } as const;
const TITLES = { F: 'senior_full', V: 'senior_vice', I: 'intermediate', J: 'junior', '-': 'none' } as const;

/** A post, its degree and title as two letters (`mV`: master, vice senior). */
function post(person: string, place: string, kind: Post['post'], employer: string, rank: `${Degree}${Title}`, from: string, more: Partial<Post> = {}): Post {
  return { person, place, post: kind, employer, degree: DEGREES[rank[0] as Degree], title: TITLES[rank[1] as Title], from, ...more };
}

const FIRST_CAMPUS: readonly Post[] = [
  post('T101', 'C1', 'teacher', 'H1', 'dV', '2023-09-01', { share: '0.8' }),
  post('T102', 'C1', 'teacher', 'S1', 'mV', '2023-09-01'),
  post('T103', 'C1', 'teacher', 'S1', 'mI', '2023-09-01'),
  post('T104', 'C1', 'teacher', 'S1', 'bI', '2023-09-01'),
  post('T105', 'C1', 'teacher', 'S1', 'bI', '2024-03-01'),
  post('T106', 'C1', 'ideology_teacher', 'H1', 'mI', '2023-09-01', { share: '0.5' }),
  post('T107', 'C1', 'teacher', 'S1', 'bJ', '2025-02-01', { to: '2025-07-31', qualified: false }),
  post('T108', 'C1', 'teacher', 'S1', 'mI', '2025-08-20'),
  post('T109', 'C1', 'teacher', 'S1', 'mJ', '2025-08-20'),
  post('T110', 'C1', 'teacher', 'S1', 'bF', '2025-08-20'),
  // Teaches in both stages: without an approved exception in spring 2025, with one since the autumn.
  post('T111', 'S1', 'teacher', 'S1', 'bI', '2022-09-01', { share: '0.5' }),
  post('T111', 'C1', 'teacher', 'S1', 'bI', '2025-02-01', { share: '0.5', to: '2025-08-31' }),
  post('T111', 'C1', 'teacher', 'S1', 'bI', '2025-09-01', { share: '0.5', exception: '2027-08-31' }),
  post('T112', 'C1', 'counsellor', 'S1', 'mI', '2024-11-15'),
  post('T113', 'C1', 'part_time_counsellor', 'S1', 'bJ', '2023-09-01'),
  post('T114', 'C1', 'psychologist', 'S1', 'mI', '2025-02-15'),
  post('T102', 'C1', 'class_head', 'S1', 'mV', '2023-09-01'),
  post('T108', 'C1', 'class_head', 'S1', 'mI', '2025-09-01'),
  post('E101', 'C1', 'external_teacher', 'F1', '-V', '2024-09-01'),
  post('E102', 'C1', 'external_teacher', 'F5', 'bI', '2025-02-01'),
  post('E103', 'C1', 'external_teacher', 'F1', '--', '2025-09-01'),
  post('E104', 'C1', 'external_teacher', 'F9', 'bI', '2023-09-01', { to: '2025-03-31' }),
];

const SECOND_CAMPUS: readonly Post[] = [
  post('T201', 'C2', 'teacher', 'S2', 'mV', '2023-09-01', { share: '0.6' }),
  post('T202', 'C2', 'teacher', 'S2', 'mI', '2023-09-01'),
  post('T203', 'C2', 'ideology_teacher', 'H1', 'bI', '2024-09-01', { share: '0.5' }),
  // In both lists, no exception: counted nowhere until it is resolved.
  post('T204', 'S2', 'teacher', 'S2', 'bI', '2021-09-01', { share: '0.5' }),
  post('T204', 'C2', 'teacher', 'S2', 'bI', '2024-09-01', { share: '0.5' }),
  post('T205', 'C2', 'counsellor', 'S2', 'bJ', '2023-09-01', { share: '0.5' }),
  post('T206', 'C2', 'psychologist', 'S2', 'mI', '2025-08-25'),
  post('T202', 'C2', 'class_head', 'S2', 'mI', '2023-09-01'),
  post('E201', 'C2', 'external_teacher', 'F4', 'bI', '2024-02-01'),
];

const OTHER_CAMPUSES: readonly Post[] = [
  post('T301', 'C3', 'teacher', 'S3', 'bV', '2023-09-01'),
  post('T302', 'C3', 'teacher', 'S3', 'bI', '2023-09-01', { qualified: false }),
  post('T303', 'C3', 'teacher', 'S3', 'mI', '2023-09-01', { to: '2025-06-30' }),
  post('T304', 'C3', 'part_time_counsellor', 'S3', 'bJ', '2023-09-01'),
  post('T305', 'C3', 'class_head', 'S3', 'bJ', '2023-09-01', { to: '2025-08-31' }),
  post('E301', 'C3', 'external_teacher', 'F2', '-I', '2024-09-01'),
  post('T401', 'C4', 'teacher', 'S4', 'mV', '2025-09-01'),
  post('T402', 'C4', 'teacher', 'S4', 'mI', '2025-09-01'),
  post('T403', 'C4', 'teacher', 'H1', 'dF', '2025-09-01', { share: '0.4' }),
  post('T404', 'C4', 'psychologist', 'S4', 'mJ', '2025-10-01'),
  post('T501', 'C5', 'teacher', 'S5', 'bI', '2025-09-01'),
  post('T701', 'C7', 'teacher', 'H1', 'mV', '2024-09-01'),
  post('T702', 'C7', 'teacher', 'S5', 'bI', '2024-09-01', { share: '0.7' }),
  post('T703', 'C7', 'counsellor', 'S5', 'bJ', '2024-09-01', { share: '0.3' }),
  post('T702', 'C7', 'class_head', 'S5', 'bI', '2024-09-01'),
  post('E701', 'C7', 'external_teacher', 'F3', '-I', '2024-09-01'),
];

export const POSTS: readonly Post[] = [...FIRST_CAMPUS, ...SECOND_CAMPUS, ...OTHER_CAMPUSES];

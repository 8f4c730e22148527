import type { OutcomeView } from '../../verdict-view.ts';
import type { Examples } from '../example.ts';
import { SAMPLE_PROVENANCE } from '../ProvenancePanel/sample-view.ts';
import { useProvenance } from '../ProvenancePanel/ProvenanceProvider.tsx';
import { Matrix } from './Matrix.tsx';
import type { MatrixView } from './matrix-view.ts';

const STANDARDS: readonly (readonly [string, string])[] = [
  ['R1-b', '生均教学行政用房'], ['R1-c', '生均占地面积'], ['R1-d', '生均宿舍面积'], ['R1-e', '配套设施'],
  ['R2-a', '实训基地覆盖专业'], ['R2-b', '生均设备值'], ['R2-c', '新增设备占比'],
  ['R5-b', '两段兼任'], ['R5-c', '教师任职资格'], ['R5-d', '师生比'], ['R5-e', '思政课师生比'], ['R5-f', '硕士及以上学位占比'],
  ['R5-g', '高级职称占比'], ['R5-h', '行业专家授课'], ['R5-i', '心理教师'], ['R5-j', '辅导员师生比'], ['R5-k', '班主任'],
];
const GROUPS: Readonly<Record<string, string>> = { R1: 'R1 场地', R2: 'R2 实训', R5: 'R5 师资' };
const CAMPUSES: readonly (readonly [string, string])[] = [
  ['衢州中专校区', 'mmmmmmmmmmmmmmmmm'], ['第二中专校区', 'ummmmmummmmmmxmmm'], ['数字工业校区', 'mmmmmmmmmuumumxmm'],
  ['工程技术校区', 'mmuxmmmmmmmmmxmmm'], ['工商学校校区', 'mmmmxmummmmummmum'], ['龙游校区（筹）', 'nnnmnnxnnnnnnnnnn'],
];
const OUTCOMES: Readonly<Record<string, OutcomeView>> = { m: 'met', u: 'unmet', x: 'undetermined', n: 'not_applicable' };
const DETAILS: Readonly<Record<string, string>> = { m: '', u: '还差 1 平方米', x: '授课表', n: '没有高职阶段学生' };

const VIEW: MatrixView = {
  corner: '校区',
  rows: CAMPUSES.map(([label]) => ({ id: label, label })),
  columns: STANDARDS.map(([id, name]) => ({ id, label: `${id} ${name}`, short: id.slice(3), group: GROUPS[id.slice(0, 2)] ?? '' })),
  cells: CAMPUSES.map(([, line]) => [...line].map((k) => ({ outcome: OUTCOMES[k] ?? 'met', detail: DETAILS[k] ?? '' }))),
};

function Opening() {
  const { open } = useProvenance();
  return (
    <Matrix
      {...VIEW}
      title="校区达标矩阵"
      note="每一格都可以打开由来"
      onOpen={(_, column, button) => open({ source: SAMPLE_PROVENANCE, label: STANDARDS[column]?.[1] ?? '', button })}
    />
  );
}

export const examples: Examples = {
  component: 'Matrix',
  items: [{ name: 'six campuses, seventeen standards', render: () => <Opening /> }],
};

import type { Examples } from '../example.ts';
import { Status, StatusKey } from './Status.tsx';

export const examples: Examples = {
  component: 'Status',
  items: [
    { name: 'met', render: () => <Status outcome="met" /> },
    { name: 'unmet, with the gap', render: () => <Status outcome="unmet" detail="还差 1 平方米教学行政用房" /> },
    { name: 'undetermined, with what to report', render: () => <Status outcome="undetermined" detail="2025学年授课表" /> },
    { name: 'not applicable, with why', render: () => <Status outcome="not_applicable" detail="没有高职阶段学生" /> },
    { name: 'key', render: () => <StatusKey note="每一格都可以打开由来" /> },
  ],
};

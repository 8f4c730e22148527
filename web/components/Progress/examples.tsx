import type { Examples } from '../example.ts';
import { Progress } from './Progress.tsx';

export const examples: Examples = {
  component: 'Progress',
  items: [
    { name: 'known length', render: () => <Progress label="正在读取「学生」" done={64200} of={100000} unit="行" /> },
    { name: 'unknown length', render: () => <Progress label="正在打开工作簿" done={3} of={null} unit="张表" /> },
  ],
};

import type { Examples } from '../example.ts';
import { LineTrend } from './LineTrend.tsx';

export const examples: Examples = {
  component: 'LineTrend',
  items: [
    {
      name: 'a value over snapshots',
      render: () => (
        <LineTrend
          title="生均教学行政用房"
          unit="m2/student"
          target={{ value: '15', label: '要求 15' }}
          points={[
            { on: '2024-10-31', value: '16.8361' },
            { on: '2025-04-30', value: '16.8361' },
            { on: '2025-10-31', value: '14.9962' },
          ]}
        />
      ),
    },
    {
      name: 'with a range',
      render: () => (
        <LineTrend
          title="高职阶段学生预测"
          unit="student"
          points={[
            { on: '2025-10-31', value: '155' },
            { on: '2026-10-31', value: '421', band: ['405', '436'] },
            { on: '2027-10-31', value: '650', band: ['610', '688'] },
          ]}
        />
      ),
    },
  ],
};

import type { Examples } from '../example.ts';
import { ChartFrame } from './ChartFrame.tsx';

export const examples: Examples = {
  component: 'ChartFrame',
  items: [
    {
      name: 'around any drawing',
      render: () => (
        <ChartFrame
          title="设备增幅"
          summary="2024年到2025年，新增占比从 8% 到 9.3%。"
          table={{ columns: [{ label: '年' }, { label: '新增占比', number: true }], rows: [['2024', '8.00%'], ['2025', '9.33%']] }}
        >
          <p className="small">此处为图。</p>
        </ChartFrame>
      ),
    },
  ],
};

import type { Examples } from '../example.ts';
import { Figure } from '../Figure/Figure.tsx';
import { SAMPLE_PROVENANCE } from '../ProvenancePanel/sample-view.ts';
import { BulletBar } from './Bullet.tsx';
import { BulletChart } from './BulletChart.tsx';

const figure = (label: string, shown: string) => (
  <Figure label={label} from={{ ...SAMPLE_PROVENANCE, title: label }}>
    {shown}
  </Figure>
);

export const examples: Examples = {
  component: 'Bullet',
  items: [
    {
      name: 'targets',
      render: () => (
        <BulletChart
          title="目标"
          rows={[
            { label: '试点中职学校', of: '2027', value: 5, target: 6, figure: figure('试点中职学校', '5'), against: '/ 6 所以上' },
            { label: '中职招生', of: '2027', value: 495, target: 500, stretch: 1000, figure: figure('中职招生', '495'), against: '/ 500 · 力争 1000' },
            { label: '县（市、区）覆盖', value: 5, target: 6, max: 6, figure: figure('县（市、区）覆盖', '5'), against: '/ 6' },
            { label: '本地就业率', of: '2022级', value: null, target: 0.6, max: 1, figure: null, against: '2027年8月31日首次统计' },
          ]}
        />
      ),
    },
    { name: 'in a row of a table', render: () => <BulletBar thin value={14.9962} target={15} max={17.6} /> },
  ],
};

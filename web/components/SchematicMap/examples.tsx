import type { Examples } from '../example.ts';
import { SchematicMap } from './SchematicMap.tsx';
import type { CountyTile } from './SchematicMap.tsx';

const COUNTIES: readonly CountyTile[] = [
  { code: '330802', name: '柯城区', coverage: 'covered', campuses: 2, parks: [{ name: '高新片区', main: true, covered: true }] },
  { code: '330803', name: '衢江区', coverage: 'covered', campuses: 1, parks: [] },
  { code: '330881', name: '江山市', coverage: 'covered', campuses: 1, parks: [{ name: '江山园区', main: true, covered: true }] },
  { code: '330822', name: '常山县', coverage: 'covered', campuses: 1, parks: [] },
  { code: '330824', name: '开化县', coverage: 'served', campuses: 0, parks: [] },
  { code: '330825', name: '龙游县', coverage: 'preparing', campuses: 0, parks: [{ name: '龙游园区', main: true, covered: false }] },
];

export const examples: Examples = {
  component: 'SchematicMap',
  items: [
    { name: 'counties and parks', render: () => <SchematicMap title="覆盖" counties={COUNTIES} /> },
    { name: 'tiles that open', render: () => <SchematicMap title="覆盖情况" counties={COUNTIES.slice(0, 3)} onOpen={() => undefined} /> },
  ],
};

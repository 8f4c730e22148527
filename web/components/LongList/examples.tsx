import type { Examples } from '../example.ts';
import { useLongList } from './useLongList.tsx';

const ROWS = Array.from({ length: 250 }, (_, at) => `2025${String(at + 1).padStart(4, '0')}`);

function Example() {
  const [shown, more] = useLongList(ROWS);
  return <><p className="small">{shown.slice(-3).join('、')}</p>{more}</>;
}

export const examples: Examples = { component: 'LongList', items: [{ name: 'more than fits', render: () => <Example /> }] };

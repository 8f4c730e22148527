import { Refusal } from '../../client.ts';
import type { Examples } from '../example.ts';
import { Answer } from './Answer.tsx';

const refetch = () => new Promise<never>(() => undefined);
const refused = new Refusal({
  type: 'urn:guantong:problem:unknown_campus', status: 404,
  title: '没有这个校区', title_en: 'There is no such campus',
  detail: '该日没有登记这个编号的校区，或校区已关闭。', detail_en: 'No campus of this id stands in the register that day, or it is closed.',
});

export const examples: Examples = {
  component: 'Answer',
  items: [
    { name: 'answered', render: () => <Answer query={{ data: 268, error: null, refetch }}>{(heads) => <p>高职阶段在校生 {heads} 人</p>}</Answer> },
    { name: 'refused', render: () => <Answer query={{ data: undefined, error: refused, refetch }}>{() => null}</Answer> },
    { name: 'not reached', render: () => <Answer query={{ data: undefined, error: new TypeError('Failed to fetch'), refetch }}>{() => null}</Answer> },
  ],
};

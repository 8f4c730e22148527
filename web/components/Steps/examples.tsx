import type { Examples } from '../example.ts';
import { Steps } from './Steps.tsx';

const STEPS = ['选择文件', '核对列名', '查看问题', '查看结论', '入库'];

export const examples: Examples = {
  component: 'Steps',
  items: [{ name: 'third of five', render: () => <Steps label="导入步骤" steps={STEPS} current={2} onGo={() => undefined} /> }],
};

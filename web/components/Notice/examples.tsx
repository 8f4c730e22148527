import { Button } from '../Button/Button.tsx';
import type { Examples } from '../example.ts';
import { Notice } from './Notice.tsx';

export const examples: Examples = {
  component: 'Notice',
  items: [
    { name: 'info', render: () => <Notice kind="info" title="2027年起按新的标准计算">新标准自 2027年1月1日 起生效，此前的日期仍按原标准。</Notice> },
    { name: 'done', render: () => <Notice kind="done" title="已入库">新增 12 行，更正 3 行，其余 268 行没有变化。</Notice> },
    { name: 'warning', render: () => <Notice kind="warning" title="人数与签章表不一致">签章表 270 人，学生名册 268 人；按签章表计算。</Notice> },
    {
      name: 'fault',
      render: () => (
        <Notice kind="fault" title="文件没有读完" actions={<Button>重新选择文件</Button>}>
          工作簿在第 1,204 行中断。系统里的记录没有变化；请重新导出后再上传。
        </Notice>
      ),
    },
  ],
};

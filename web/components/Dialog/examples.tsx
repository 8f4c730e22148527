import { useState } from 'react';
import { Button } from '../Button/Button.tsx';
import type { Examples } from '../example.ts';
import { Dialog } from './Dialog.tsx';

function Asking() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>移除示例数据</Button>
      <Dialog
        title="移除示例数据"
        open={open}
        onClose={close}
        actions={
          <>
            <Button kind="primary" onClick={close}>
              移除示例数据
            </Button>
            <Button onClick={close}>保留</Button>
          </>
        }
      >
        <p>六个示例校区及其记录将全部移除，本地区自己上报的记录不受影响。</p>
      </Dialog>
    </>
  );
}

function Covering() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>登录过期时</Button>
      <Dialog title="请重新登录" open={open} place="cover" actions={<Button kind="primary" onClick={() => setOpen(false)}>重新登录并继续</Button>}>
        <p>这一页上已填的内容都还在。</p>
      </Dialog>
    </>
  );
}

export const examples: Examples = {
  component: 'Dialog',
  items: [
    { name: 'asks before an act', render: () => <Asking /> },
    { name: 'must be answered, and hides the page', render: () => <Covering /> },
  ],
};

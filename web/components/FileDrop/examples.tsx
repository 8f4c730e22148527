import { useState } from 'react';
import type { Examples } from '../example.ts';
import { FileDrop } from './FileDrop.tsx';

function Choosing() {
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <FileDrop
      label="上传工作簿"
      help=".xlsx，或每张表一个 .csv。文件先在本机检查，确认后才入库。"
      accept={['.xlsx', '.csv']}
      files={files}
      onChange={setFiles}
    />
  );
}

export const examples: Examples = {
  component: 'FileDrop',
  items: [{ name: 'empty', render: () => <Choosing /> }],
};

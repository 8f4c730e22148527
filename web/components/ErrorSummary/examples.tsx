import { useState } from 'react';
import { Button } from '../Button/Button.tsx';
import { TextField } from '../Field/TextField.tsx';
import type { Examples } from '../example.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import type { FieldProblem } from './ErrorSummary.tsx';

function Submitted() {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [office, setOffice] = useState('');
  const error = problems[0]?.message;
  return (
    <div className="field-stack">
      <ErrorSummary problems={problems} />
      <TextField id="example-office" label="办公室名称" value={office} onChange={setOffice} {...(error !== undefined && { error })} />
      <Button kind="primary" onClick={() => setProblems(office === '' ? [{ field: 'example-office', message: '请填写办公室名称' }] : [])}>
        保存办公室
      </Button>
    </div>
  );
}

export const examples: Examples = {
  component: 'ErrorSummary',
  items: [{ name: 'after submitting', render: () => <Submitted /> }],
};

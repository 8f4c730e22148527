import { useState } from 'react';
import { date } from '../../../core/values/plain-date.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import type { Examples } from '../example.ts';
import { CheckboxField } from './CheckboxField.tsx';
import { ComboField } from './ComboField.tsx';
import { DateField } from './DateField.tsx';
import { FileField } from './FileField.tsx';
import { NumberField } from './NumberField.tsx';
import { SelectField } from './SelectField.tsx';
import { SliderField } from './SliderField.tsx';
import { TextField } from './TextField.tsx';

const USES = [
  { value: 'teaching', label: '教学' },
  { value: 'training', label: '实训' },
  { value: 'admin', label: '行政' },
];

const PEOPLE = [{ value: 'T1', label: '张三（T1）' }, { value: 'T2', label: '李四（T2）' }];

function Form() {
  const [name, setName] = useState('古丽娜尔·买买提');
  const [area, setArea] = useState('4019.00');
  const [use, setUse] = useState('teaching');
  const [who, setWho] = useState('T1');
  const [from, setFrom] = useState<PlainDate | null>(date('2025-09-01'));
  const [both, setBoth] = useState(true);
  const [file, setFile] = useState<File | null>(null);
  return (
    <div className="field-stack">
      <TextField label="姓名" value={name} onChange={setName} help="与学籍系统一致，最多 50 个字。" />
      <NumberField label="建筑面积" value={area} onChange={setArea} unit="平方米" />
      <SelectField label="用途" value={use} onChange={setUse} options={USES} />
      <ComboField label="负责人" value={who} onChange={setWho} options={PEOPLE} help="输入姓名查找。" />
      <DateField label="启用日期" value={from} onChange={setFrom} />
      <CheckboxField label="与中职共用" checked={both} onChange={setBoth} help="共用的面积按分摊比例计入。" />
      <FileField label="依据的文件" file={file} onChange={setFile} optional />
    </div>
  );
}

function Students() {
  const [students, setStudents] = useState('268');
  return <SliderField label="高职阶段学生" value={students} onChange={setStudents} min={0} max={600} unit="人" present="268" help="竖线是现在的人数。" />;
}

export const examples: Examples = {
  component: 'Field',
  items: [
    { name: 'a form', render: () => <Form /> },
    { name: 'with an error', render: () => <TextField id="example-org" label="单位编号" value="" onChange={() => undefined} error="请填写单位编号" /> },
    { name: 'optional', render: () => <TextField label="统一社会信用代码" optional value="" onChange={() => undefined} help="18 位，企业必填。" /> },
    { name: 'slider with its field', render: () => <Students /> },
  ],
};

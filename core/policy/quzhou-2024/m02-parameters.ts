import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, say } from './declare-parameter.ts';

/** M2: whom the campus teaches. */
export const m02Parameters: readonly Parameter[] = [
  parameter({
    key: 'campus.grades', clause: 'M2-b', value: '4;5', unit: 'grades',
    label: say('高职校区的年级', 'Grades taught at the campus'),
    source: say('实施意见正文第二项', 'Document, measure 2'),
  }),
];

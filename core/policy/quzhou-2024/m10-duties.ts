import { ladder, onDay, type DutyDeclaration } from '../../duties/declaration.ts';
import { say } from './declare-parameter.ts';

const action = { label: say('登记毕业去向', 'Record the destination'), screen: '/employment/graduates' };

/** M10-b: the secondary school answers for the employment of each graduate, first in summer, then, for those without work, until the year ends (B43, B61). */
export const m10Duties: readonly DutyDeclaration[] = [
  {
    id: 'destination', clause: 'M10-b', label: say('登记毕业去向', 'Report the destination of a graduate'), owners: ['school_registrar'], to: 'office', action,
    opens: 'student.graduated', closes: 'destination.reported', due: onDay('destination.reported_by'), ladder: ladder('school_registrar', 'school_head'),
  },
  {
    id: 'destination_again', clause: 'M10-b', label: say('更新待业毕业生去向', 'Report again on a graduate without work'), owners: ['school_registrar'], to: 'office', action,
    opens: 'graduate.without_work', closes: 'destination.reported_again', due: onDay('employment.responsible_until'), ladder: ladder('school_registrar', 'school_head'),
  },
];

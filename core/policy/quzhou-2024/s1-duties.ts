import { ladder, onTheDay, type DutyDeclaration } from '../../duties/declaration.ts';
import { say } from './declare-parameter.ts';

export const s1Duties: readonly DutyDeclaration[] = [{
  // S1-e: a body that a circular is addressed to says that it read it, by the day that the circular names.
  id: 'circular_receipt', clause: 'S1-e', label: say('签收通知', 'Say that a circular was read'), owners: ['school_head', 'college_programme', 'county_bureau', 'department', 'finance_bureau'], to: 'office',
  action: { label: say('去签收', 'Open the circulars'), screen: '/coordination/circulars' },
  opens: 'circular.issued', closes: 'circular.read', due: onTheDay(), ladder: ladder('school_head', 'city_bureau', ['college_programme', 'county_bureau', 'department', 'finance_bureau']),
}];

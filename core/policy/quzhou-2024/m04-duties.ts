import { ladder, onDay, type DutyDeclaration } from '../../duties/declaration.ts';
import { say } from './declare-parameter.ts';

export const m04Duties: readonly DutyDeclaration[] = [{
  // M4-a: conditions are counted on one day of the year and frozen.
  id: 'condition_snapshot', clause: 'M4-a', label: say('冻结办学条件快照', 'Freeze the snapshot of conditions'), owners: ['office'], to: 'city_bureau',
  action: { label: say('冻结快照', 'Take the snapshot'), screen: '/' },
  opens: 'region.school_year', closes: 'snapshot.taken', due: onDay('snapshot.condition'), ladder: ladder('office', 'city_bureau'),
}];

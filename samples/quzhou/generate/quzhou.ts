import { city } from './city.ts';
import { enrolment } from './enrolment.ts';
import { equipmentSheet } from './equipment.ts';
import { feeSheets } from './fees.ts';
import { grantSheets } from './grants.ts';
import { paperwork } from './paperwork.ts';
import { people } from './people.ts';
import { planning } from './planning.ts';
import { premises } from './premises.ts';
import { pupils } from './roll.ts';
import { studentSheets } from './students.ts';
import { studySheets } from './study.ts';
import type { Table } from './table.ts';
import { transfers } from './transfers.ts';

/** The whole sample region, 示例数据, as known in November 2025: always the same rows. */
export function quzhou(): readonly Table[] {
  const all = pupils();
  return [
    ...city(), ...enrolment(), ...premises(), equipmentSheet(), ...people(), ...studentSheets(all), ...paperwork(all),
    ...studySheets(all), ...feeSheets(all), ...grantSheets(), transfers(all), ...planning(),
  ];
}

import type { DutyDeclaration } from '../../duties/declaration.ts';
import { m03Duties } from './m03-duties.ts';
import { m04Duties } from './m04-duties.ts';
import { m05Duties } from './m05-duties.ts';
import { m09Duties } from './m09-duties.ts';
import { m10Duties } from './m10-duties.ts';
import { matterDuties } from './matter-duties.ts';
import { r3Duties } from './r3-duties.ts';
import { r4Duties } from './r4-duties.ts';
import { s1Duties } from './s1-duties.ts';
import { s2Duties } from './s2-duties.ts';
import { s3Duties } from './s3-duties.ts';

/** Every duty whose beginning and end the registers show, in the order of the document, then those that matters wait for. */
export const duties: readonly DutyDeclaration[] = [...m03Duties, ...m04Duties, ...m05Duties, ...m09Duties, ...m10Duties, ...s1Duties, ...s2Duties, ...s3Duties, ...r3Duties, ...r4Duties, ...matterDuties];

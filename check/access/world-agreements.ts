import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import type { Database } from '../../store/database.ts';
import { agreementsById } from '../../store/agreements/agreement.ts';
import { drawUpAgreements } from '../../store/agreements/drawing-up.ts';
import { lawOn } from '../../store/agreements/law.ts';
import { recordPaper } from '../../store/agreements/paper.ts';
import { programActor } from '../../store/program-actor.ts';
import { MADE_PDF } from '../../workbook/made-attachments.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { canariesIn } from './canary.ts';
import { labelsOfRow } from './ownership-oracle.ts';
import { unitRow } from './unit-rows.ts';
import { thingId, UNITS, type Unit } from './units.ts';

/** The agreement of a unit's student: of the first unit of each side nobody has signed, of the others all have. */
export interface WorldAgreement {
  readonly unit: Unit['name'];
  readonly agreement_id: string;
  readonly content_hash: string;
  readonly signed: boolean;
  readonly labels: readonly string[];
  /** What it says of others. */
  readonly canaries: ReadonlySet<string>;
}

const WAITING: readonly Unit['name'][] = ['a1', 'b1'];

/** What a school fills in for a unit. */
export const filledYears = ({ school, name }: Pick<Unit, 'school' | 'name'>) => Array.from({ length: 5 }, (_, at) =>
  ({ place_id: at < 3 ? school : thingId('campus', name, 'standing'), tuition_yuan: '0', dorm_yuan: '0', custody_yuan: '0' }));

/** An agreement for each unit's student. */
export function drawUpAll(db: Database, region_id: number, day: PlainDate): Promise<WorldAgreement[]> {
  const law = lawOn(DEFAULT_PACK.parameters, day);
  return db.as(programActor(region_id)).write(async (tx) => {
    const made: WorldAgreement[] = [];
    for (const unit of Object.values(UNITS)) {
      const students = [thingId('student', unit.name, 'standing')];
      const drawn = await drawUpAgreements(tx, { school_id: null, cohort: null, programme_id: null, class_id: null, students }, { years: filledYears(unit), terms: '' }, law);
      const agreement_id = drawn.outcome === 'done' ? drawn.value.made[0]?.agreement_id : undefined;
      const [agreement] = agreement_id === undefined ? [] : await agreementsById(tx, [agreement_id], 'read');
      if (agreement === undefined) throw new Error(`no agreement of ${unit.name}: ${JSON.stringify(drawn)}`);
      const signed = !WAITING.includes(unit.name);
      if (signed) await recordPaper(tx, { ...agreement, signed: { student: day, school: day, college: day }, file: { bytes: MADE_PDF, media_type: 'application/pdf' } }, law);
      made.push({
        unit: unit.name, canaries: canariesIn(JSON.stringify(agreement.content)), agreement_id: String(agreement_id), content_hash: agreement.content_hash, signed, labels: labelsOfRow('students', unitRow('students', unit, 'standing'), { unit, variant: 'standing' }),
      });
    }
    return made;
  });
}

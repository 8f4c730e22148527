import { toDecimalText } from '../../core/values/exact.ts';
import { copyText } from '../register-rows.ts';
import type { Unsealed } from '../sealing.ts';
import type { Transaction } from '../transaction.ts';
import type { AdmissionRow } from './admission.ts';

/** What a row of the file says, by the column of the table. */
type Write = (row: AdmissionRow) => string | null;

/** The columns that an import gives, in the order in which they are copied. */
export const GIVEN = [
  'exam_number', 'year', 'name', 'sex', 'birth_date', 'id_number', 'school_id', 'programme_id', 'score', 'admitted_on', 'guardian_name', 'guardian_relation', 'guardian_phone',
] as const;

const CHUNK_ROWS = 2000;
const NULL = '\\N';

/** Brings the rows of a file into the temporary table `staged_admissions`, tokens in place of personal values, and finds what each of them answers. */
export async function stageAdmissions(tx: Transaction, rows: readonly AdmissionRow[], unsealed: Unsealed): Promise<void> {
  await tx.change(
    `create temp table staged_admissions on commit drop as
     select source_row, ${GIVEN.join(', ')}, scopes, answers, state, version, null::boolean as same, 1::bigint as at from admissions with no data`);
  await tx.copy(`copy staged_admissions (source_row, ${GIVEN.join(', ')}) from stdin`, linesOf(tx, rows, unsealed));
  await tx.change('analyze staged_admissions (exam_number, year)');
  await tx.change(
    `update staged_admissions s set answers = o.admission_id, state = o.state, version = o.version,
       same = (${GIVEN.map((one) => `s.${one}`).join(', ')}) is not distinct from (${GIVEN.map((one) => `o.${one}`).join(', ')})
     from admissions o where o.region_id = $1 and o.year = s.year and o.exam_number = s.exam_number and o.superseded_at is null`, [tx.actor.region_id]);
}

function* linesOf(tx: Transaction, rows: readonly AdmissionRow[], unsealed: Unsealed): Generator<string> {
  const token = (kind: 'citizen_id' | 'phone', text: string | null): string | null => {
    if (text === null) return null;
    const found = tx.keys.token(kind, text);
    unsealed.set(found, text);
    return found;
  };
  const writes: Readonly<Record<(typeof GIVEN)[number], Write>> = {
    exam_number: (row) => row.exam_number, year: (row) => String(row.year), name: (row) => row.name, sex: (row) => row.sex, birth_date: (row) => row.birth_date,
    id_number: (row) => token('citizen_id', row.id_number), school_id: (row) => row.school_id, programme_id: (row) => row.programme_id,
    score: (row) => (row.score === null ? null : toDecimalText(row.score)), admitted_on: (row) => row.admitted_on,
    guardian_name: (row) => row.guardian_name, guardian_relation: (row) => row.guardian_relation, guardian_phone: (row) => token('phone', row.guardian_phone),
  };
  for (let at = 0; at < rows.length; at += CHUNK_ROWS) {
    yield rows.slice(at, at + CHUNK_ROWS).map((row) => `${row.row}\t${GIVEN.map((one) => {
      const text = writes[one](row);
      return text === null ? NULL : copyText(text);
    }).join('\t')}\n`).join('');
  }
}

import type { Row } from '../exchange/sheets.ts';
import { add, compare, subtract, ZERO, type Exact } from '../values/exact.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { rowsOf } from '../verdict/fact.ts';
import type { Evidence } from '../verdict/verdict.ts';
import { certificateRequirement } from './certificate.ts';
import type { StudentRecords } from './records.ts';
import { requirement, type Requirement } from './requirement.ts';
import type { GraduationRules } from './rules.ts';

/** Every line of a student's checklist, in the order of REQUIREMENT_NAMES. */
export function checklist(records: StudentRecords, on: PlainDate, rules: GraduationRules): readonly Requirement[] {
  const { credits } = records;
  const evidence = credits === null ? [] : [rowsOf('credits', [credits])];
  return [
    creditsRequirement(credits, evidence),
    statedRequirement('conduct', 'conduct_ok', { credits, evidence }),
    statedRequirement('internship', 'internship_ok', { credits, evidence }),
    certificateRequirement(records.certificates, credits, on, rules),
    listRequirement(records),
    feesRequirement(records, on),
  ];
}

/** R3-d: as many credits as the programme asks for. */
function creditsRequirement(credits: Row<'credits'> | null, evidence: readonly Evidence[]): Requirement {
  const head = { clause: 'R3-d', name: 'credits', counts: true } as const;
  if (credits === null) return requirement(head, { outcome: 'undetermined', missing: ['credits'] });
  const lacking = subtract(credits.required, credits.earned);
  if (!isPositive(lacking)) return requirement(head, { outcome: 'met', evidence });
  return requirement(head, { outcome: 'unmet', gap: { value: lacking, unit: 'credit' }, evidence });
}

/** R3-d: what the college states about conduct and internship. An empty cell is no answer. */
function statedRequirement(name: 'conduct' | 'internship', column: 'conduct_ok' | 'internship_ok', { credits, evidence }: { readonly credits: Row<'credits'> | null; readonly evidence: readonly Evidence[] }): Requirement {
  const head = { clause: 'R3-d', name, counts: true } as const;
  if (credits === null) return requirement(head, { outcome: 'undetermined', missing: ['credits'] });
  const stated = credits[column];
  if (stated === null) return requirement(head, { outcome: 'undetermined', missing: [column], evidence });
  return requirement(head, { outcome: stated ? 'met' : 'unmet', evidence });
}

/** M3-c: on the filed list of new students. Shown: who is not on it should not have stepped up. */
function listRequirement({ filing, filings_reported }: StudentRecords): Requirement {
  const head = { clause: 'M3-c', name: 'list', counts: false } as const;
  if (filing !== null) return requirement(head, { outcome: 'met', evidence: [rowsOf('filings', [filing])] });
  return requirement(head, filings_reported ? { outcome: 'unmet' } : { outcome: 'undetermined', missing: ['filings'] });
}

/** R4-b: nothing due by the day is unpaid on it, of all kinds and years. Shown: the office decides what follows. */
function feesRequirement({ charges, receipts }: StudentRecords, on: PlainDate): Requirement {
  const head = { clause: 'R4-b', name: 'fees', counts: false } as const;
  if (charges.length === 0) return requirement(head, { outcome: 'not_applicable', evidence: [rowsOf('receipts', receipts)] });
  const due: Row<'charges'>[] = [];
  const received: Row<'receipts'>[] = [];
  let owed = ZERO;
  for (const charge of charges) {
    if (charge.due_on > on) continue;
    due.push(charge);
    owed = add(owed, charge.amount_yuan);
  }
  for (const receipt of receipts) {
    if (receipt.received_on > on) continue;
    received.push(receipt);
    owed = subtract(owed, receipt.amount_yuan);
  }
  const evidence = [rowsOf('charges', due), rowsOf('receipts', received)];
  if (!isPositive(owed)) return requirement(head, { outcome: 'met', evidence });
  return requirement(head, { outcome: 'unmet', gap: { value: owed, unit: 'yuan' }, evidence });
}

function isPositive(amount: Exact): boolean {
  return compare(amount, ZERO) > 0;
}

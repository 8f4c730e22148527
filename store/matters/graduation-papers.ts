import { OUTCOMES } from '../../core/check/phrases.ts';
import type { DocumentContent } from '../../core/documents/kinds.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import { GRADUATION_OUTCOMES, requirementText } from '../../core/graduation/phrases.ts';
import type { RequirementName } from '../../core/graduation/requirement.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { listScopes } from '../admission/student-lists.ts';
import { loadRows } from '../campus-rows.ts';
import { institutionCode } from '../diplomas/institution-codes.ts';
import type { IssuedDiploma } from '../diplomas/issue-diplomas.ts';
import { issueDocument } from '../documents.ts';
import type { Ended } from '../graduation/enter-graduations.ts';
import type { Transaction } from '../transaction.ts';
import type { Decided } from './decided.ts';
import { matterObject, type Effect } from './matter.ts';

interface Decision {
  readonly decided: Decided;
  readonly on: PlainDate;
  readonly ended: readonly Ended[];
  readonly diplomas: readonly IssuedDiploma[];
}

type Line = DocumentContent<'graduation_audit'>['students'][number];
/** Two papers of each school must hold all of its final grade. */
const MOST_ON_PAPER = 5000;

/** Document 14 for each school: the audit sheet, and the register of graduates where there are any; read by those who keep the rolls of school and college. */
export async function graduationPapers(whole: Transaction, { decided, on, ended, diplomas }: Decision): Promise<Effect[]> {
  const college_id = decided.matter.subject;
  const schools = groupBy(ended, ({ audit }) => audit.roll.school_id);
  const names = new Map((await loadRows(whole, 'organisations', {}, 'r.key = any($2::text[])', [college_id, ...schools.keys()])).map(({ org_id, name }) => [org_id, name]));
  const programmes = new Map((await loadRows(whole, 'programmes', {}, 'r.college_id = $2', college_id)).map((one) => [one.programme_id, one]));
  const numbers = new Map(diplomas.map(({ student_id, number }) => [student_id, number]));
  const code = await institutionCode(whole, college_id) ?? '';
  const effects: Effect[] = [];
  for (const [school_id, all] of schools) for (let from = 0; from < all.length; from += MOST_ON_PAPER) {
    const own = all.slice(from, from + MOST_ON_PAPER);
    const head = { dated: decided.today, college: names.get(college_id) ?? college_id, school_id, school: names.get(school_id) ?? school_id };
    const about = { object: matterObject(decided.matter.matter_id), thing: { labels: listScopes([`org:${school_id}`, `org:${college_id}`]) } };
    const many = (as: Ended['as']): number => own.filter((one) => one.as === as).length;
    const audit = await issueDocument(whole, 'graduation_audit', {
      ...head, audited_on: on, graduated: many('graduated'), completed: many('completed'), incomplete: many('incomplete'), exempted: own.filter(isExempted).length,
      students: own.map((one) => lineOf(one, programmes.get(one.audit.roll.programme_id)?.name, numbers.get(one.audit.roll.student_id) ?? '')),
    }, about);
    effects.push({ kind: 'document', document_id: String(audit.document_id), number: audit.number });
    const graduates = own.filter(({ as }) => as === 'graduated');
    if (graduates.length === 0) continue;
    const register = await issueDocument(whole, 'graduate_register', {
      ...head, institution_code: code, graduated_on: on,
      students: graduates.map(({ audit: { roll } }) => ({
        student_id: roll.student_id, name: roll.name, sex: roll.sex === '1' ? '男' : '女', programme: programmes.get(roll.programme_id)?.name ?? roll.programme_id,
        higher_code: programmes.get(roll.programme_id)?.higher_code ?? '—', class_id: roll.class_id ?? '', cohort: String(roll.cohort), number: numbers.get(roll.student_id) ?? '',
      })),
    }, about);
    effects.push({ kind: 'document', document_id: String(register.document_id), number: register.number });
  }
  return effects;
}

function isExempted({ as, audit }: Ended): boolean {
  return as === 'graduated' && audit.requirements.some(({ reason }) => reason === 'exempted');
}

function lineOf({ audit: { roll, requirements }, as }: Ended, programme: string | undefined, number: string): Line {
  const said = (name: RequirementName): string => {
    const line = requirements.find((one) => one.name === name);
    if (line === undefined) return '';
    const text = requirementText(line, 'zh');
    return text === '' ? OUTCOMES[line.outcome].zh : text;
  };
  return {
    student_id: roll.student_id, name: roll.name, class_id: roll.class_id ?? '', programme: programme ?? roll.programme_id, credits: said('credits'), conduct: said('conduct'), internship: said('internship'),
    certificate: said('certificate'), fees: said('fees'), decision: GRADUATION_OUTCOMES[as].zh, number,
  };
}

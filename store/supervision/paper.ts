import { SEVERITY_LABELS } from '../../core/approvals/matters/finding.ts';
import { ANSWER_LABELS, countAnswers } from '../../core/supervision/answers.ts';
import { lineText, type ChecklistLine } from '../../core/supervision/checklist.ts';
import type { VisitKind, VisitPeriod } from '../../core/supervision/visit.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { standingDocuments } from '../documents-read.ts';
import { issueDocument, revokeDocument, type Issued } from '../documents.ts';
import { matterObject } from '../matters/matter.ts';
import type { Transaction } from '../transaction.ts';
import { visitObject, type StoredVisit } from './visit.ts';

type OnPaper = Pick<StoredVisit, 'visit_id' | 'kind' | 'college_id' | 'school_id' | 'year' | 'term' | 'on' | 'visitors' | 'note' | 'checklist' | 'checklist_hash' | 'reason' | 'lines' | 'scopes'>;

const VISITS: Readonly<Record<VisitKind, string>> = { quality: '质量督导', conduct: '办学行为督查' };

/** Document 21: what was looked at, by number, with the notice of each line that is not met. */
export function issueRecord(tx: Transaction, visit: OnPaper, dated: PlainDate): Promise<Issued> {
  return tx.decided(['documents'], (deciding) => deciding.whole(async (whole) => {
    const { visit_id, kind, college_id, school_id, on, visitors, note, checklist, checklist_hash, reason, lines, scopes } = visit;
    const names = new Map((await loadRows(whole, 'organisations', {}, 'r.key = any($2::text[])', [college_id, school_id])).map(({ org_id, name }) => [org_id, name]));
    const [filler] = await whole.query<{ name: string }>(
      'select p.display_name as name from accounts a join people p on p.region_id = a.region_id and p.person_id = a.person_id where a.region_id = $1 and a.account = $2', [whole.actor.region_id, whole.actor.account]);
    const found = new Map(lines.map((one) => [one.line, one]));
    const rows = [];
    for (const line of checklist) rows.push(await rowOf(whole, line, found.get(line.line)));
    return issueDocument(whole, 'supervision_record', {
      dated, school_id, school: names.get(school_id) ?? school_id, college: names.get(college_id) ?? college_id, visit: VISITS[kind], on, period: periodText(visit), visitors, note, checklist_hash,
      ...countAnswers(lines), corrects: reason ?? '', lines: rows, filled_by: filler?.name ?? visitors, reviewed_by: '', responsible: '',
    }, { object: visitObject(visit_id), thing: { labels: scopes } });
  }));
}

function periodText({ year, term }: VisitPeriod): string {
  return term === null ? `${year}学年` : `${year}学年第${term}学期`;
}

async function rowOf(whole: Transaction, line: ChecklistLine, found: StoredVisit['lines'][number] | undefined) {
  const [notice] = found?.matter_id == null ? [] : await standingDocuments(whole, matterObject(found.matter_id), ['rectification_notice']);
  const { answer, remark, severity } = found ?? { answer: 'not_looked_at', remark: '', severity: null } as const;
  return { clause: line.clause, item: lineText(line), answer: ANSWER_LABELS[answer].zh, remark, severity: severity === null ? '' : SEVERITY_LABELS[severity].zh, notice: notice?.number ?? '' };
}

/** The record of a visit that was put right holds no more. */
export function revokeRecord(tx: Transaction, visit_id: number, reason: string): Promise<void> {
  return tx.decided(['documents'], (deciding) => deciding.whole(async (whole) => {
    for (const { document_id } of await standingDocuments(whole, visitObject(visit_id), ['supervision_record'])) await revokeDocument(whole, document_id, reason);
  }));
}

import { gradeOf, meanScore } from '../../core/supervision/scorecard.ts';
import { toFixed } from '../../core/values/exact.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { openFinding } from '../findings/open-finding.ts';
import type { Transaction } from '../transaction.ts';
import { brought, type Brought, type Decided } from './decided.ts';

/** S3-g, S3-b: a school that fails its assessment is told to put it right, by a finding in the name of whoever decides. */
export async function assessmentDecided(tx: Transaction, { matter, details: { scores, year }, pack, today }: Decided): Promise<Brought> {
  if (scores === undefined || year === undefined) throw new Error('an assessment without scores and year');
  if (gradeOf(scores, parametersOn(pack.parameters, today)) !== 'fail') return brought();
  const opened = await openFinding(tx, {
    school_id: matter.subject, clause: 'S3-g', severity: 'B', evidence: `${year} 年度考核 ${toFixed(meanScore(scores), 1, 'down')} 分，不合格`, verdict: null,
  }, { pack, today });
  if (opened === null || opened.outcome !== 'done') throw new Error(`a failed assessment opens no finding: ${opened?.outcome ?? 'no days'}`);
  return brought();
}

import { annualReportContent } from '../core/documents/kinds/annual-report.ts';
import { composeReport } from '../core/office/report.ts';
import type { ReportKind } from '../core/office/report.ts';
import { periodOf } from '../core/office/report-period.ts';
import type { Transaction } from '../store/transaction.ts';
import { issueAnnualReport, standingAnnual, type IssuedAnnual } from '../store/coordination/issue-report.ts';
import { officialDocx } from '../workbook/official-docx.ts';
import type { CoordinationHandlers } from './app-coordination.ts';
import { DOCX } from './contract/coordination.ts';
import { storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { seenBy } from './matters.ts';
import { isDone, once } from './once.ts';
import { refuse } from './refuse.ts';
import { reportFacts } from './report-facts.ts';

interface Asked {
  readonly kind: ReportKind;
  readonly period?: string | undefined;
}

/** 每月工作简报 and 年度评估报告, drafted from figures as they stand. */
export function reportHandlers(deps: Deps): Pick<CoordinationHandlers, 'readReport' | 'downloadReport' | 'issueAnnualReport'> {
  const drafted = async (tx: Transaction, { kind, period: asked }: Asked) => {
    const seen = await seenBy(deps, tx);
    const { period, first, last } = periodOf(kind, asked, seen.today);
    const facts = await reportFacts(tx, { first, last }, seen);
    return { period, last, facts: { ...facts, today: seen.today }, report: composeReport(kind, facts) };
  };
  return {
    readReport: (c) => storeOf(deps, c).read(async (tx) => {
      const asked = c.req.valid('query');
      const { period, facts, report } = await drafted(tx, asked);
      const standing = asked.kind === 'annual' ? await standingAnnual(tx, Number(period)) : null;
      const issued = standing === null ? null : { ...standing, document_id: String(standing.document_id) };
      return c.json({ kind: asked.kind, period, ...report, dimensions: facts.dimensions, issued }, 200);
    }),
    issueAnnualReport: async (c) => {
      const asked = c.req.valid('json');
      const answer = await once(deps, c, asked, async (tx): Promise<IssuedAnnual> => {
        const { last, facts, report } = await drafted(tx, { kind: 'annual', period: String(asked.year) });
        if (Number(last.slice(0, 4)) !== asked.year) return { outcome: 'changed_meanwhile' };
        return issueAnnualReport(tx, annualReportContent(report, { dated: facts.today, on: last, year: asked.year, filled_by: asked.filled_by }), asked);
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    downloadReport: async (c) => {
      const asked = c.req.valid('query');
      const { report } = await storeOf(deps, c).disclose(async (tx) => {
        const draft = await drafted(tx, asked);
        await tx.audit({ action: 'report.draft', object: `reports/${asked.kind}/${draft.period}`, detail: { sections: draft.report.sections.length } });
        return draft;
      });
      return attachment(c, `${report.title}.docx`, DOCX, await officialDocx(report));
    },
  };
}

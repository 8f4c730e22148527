import { composeReport } from '../core/office/report.ts';
import type { ReportKind } from '../core/office/report.ts';
import { periodOf } from '../core/office/report-period.ts';
import type { Transaction } from '../store/transaction.ts';
import { officialDocx } from '../workbook/official-docx.ts';
import type { CoordinationHandlers } from './app-coordination.ts';
import { DOCX } from './contract/coordination.ts';
import { storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { seenBy } from './matters.ts';
import { reportFacts } from './report-facts.ts';

interface Asked {
  readonly kind: ReportKind;
  readonly period?: string | undefined;
}

/** 每月工作简报 and 年度评估报告, drafted from figures as they stand. */
export function reportHandlers(deps: Deps): Pick<CoordinationHandlers, 'readReport' | 'downloadReport'> {
  const drafted = async (tx: Transaction, { kind, period: asked }: Asked) => {
    const seen = await seenBy(deps, tx);
    const { period, first, last } = periodOf(kind, asked, seen.today);
    const facts = await reportFacts(tx, { first, last }, seen);
    return { period, facts, report: composeReport(kind, facts) };
  };
  return {
    readReport: (c) => storeOf(deps, c).read(async (tx) => {
      const asked = c.req.valid('query');
      const { period, facts, report } = await drafted(tx, asked);
      return c.json({ kind: asked.kind, period, ...report, dimensions: facts.dimensions }, 200);
    }),
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

import { agreementBlocks } from '../core/agreements/sheet.ts';
import type { Column } from '../core/exchange/column.ts';
import { sheets } from '../core/exchange/sheets.ts';
import { ownAgreements, ownData } from '../store/own-data.ts';
import { findByValue, reveal, type Revealed } from '../store/reveal.ts';
import type { Handlers } from './app.ts';
import { askerOf, storeOf, type Deps } from './deps.ts';
import type { OutcomeCode } from './outcomes.ts';
import { cellsOf, recordView } from './record-view.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

const NOT_REVEALED = {
  not_sealed: 'unknown_column', not_found: 'unknown_record', not_allowed: 'not_allowed', does_not_open: 'value_does_not_open',
} as const satisfies Record<Exclude<Revealed['outcome'], 'done'>, OutcomeCode>;

/** No reply of these is kept under an idempotency key: a value is told once and kept nowhere else. */
export function personalDataHandlers(deps: Deps): Pick<Handlers, 'findByValue' | 'revealValue' | 'readMyData'> {
  return {
    findByValue: async (c) => {
      const { page, per_page, ...asked } = c.req.valid('json');
      const answer = await storeOf(deps, c).disclose(async (tx) => {
        const found = await findByValue(tx, asked, { offset: (page - 1) * per_page, limit: per_page });
        if (found.outcome !== 'done') tx.discard();
        return found;
      });
      if (answer.outcome !== 'done') return refuse(c, NOT_REVEALED[answer.outcome]);
      return c.json({ sheet: asked.sheet, total: answer.total, page, per_page, records: answer.records.map((one) => recordView(asked.sheet, one)) }, 200);
    },
    revealValue: async (c) => {
      const { record_id, ...asked } = c.req.valid('json');
      const answer = await storeOf(deps, c).disclose(async (tx) => {
        const revealed = await reveal(tx, { ...asked, record_id: idOf(record_id) });
        if (revealed.outcome !== 'done') tx.discard();
        return revealed;
      });
      return answer.outcome === 'done' ? c.json({ value: answer.value }, 200) : refuse(c, NOT_REVEALED[answer.outcome]);
    },
    readMyData: async (c) => {
      const { student_id, wards } = askerOf(c).holder;
      const { own, agreements } = await storeOf(deps, c).disclose(async (tx) => ({ own: await ownData(tx, student_id, wards), agreements: await ownAgreements(tx, student_id, wards) }));
      return c.json({
        student_id, wards: [...wards],
        agreements: agreements.map(({ agreement_id, student_id: of, version, holds, content, content_hash, signatures }) => ({
          agreement_id: String(agreement_id), student_id: of, version, holds, blocks: agreementBlocks(content), content_hash, signatures: signatures.map(({ party, way, on }) => ({ party, way, on })),
        })),
        sheets: own.map(({ sheet, rows }) => ({
          sheet, label: sheets[sheet].label,
          columns: Object.entries<Column>(sheets[sheet].columns).map(([name, { label }]) => ({ name, label })),
          rows: rows.map((row) => cellsOf(sheet, row)),
        })),
      }, 200);
    },
  };
}

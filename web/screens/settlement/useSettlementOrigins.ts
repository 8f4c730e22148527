import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SheetName } from '../../../core/exchange/sheets.ts';
import { ask, client } from '../../client.ts';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { dayOf, parametersQuery } from '../../provenance/asked.ts';
import { pagedTable } from '../../provenance/records.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { settlementWords } from '../../words/settlement.ts';
import { plainOrigin } from '../forecast/origin.ts';
import { lineText } from './line-text.ts';
import type { SettlementLine, Years } from './queries.ts';

export type SettlementFigure = 'due' | 'paid' | 'outstanding' | 'overdue';
const PER_PAGE = 50;
/** The steps of a line's trace that a figure rests on. */
const BEHIND: Readonly<Record<SettlementFigure, readonly SettlementLine['trace'][number]['figure'][]>> = {
  due: ['base', 'due'], paid: ['paid'], outstanding: ['due', 'paid'], overdue: ['overdue'],
};

/** Where each figure of a line comes from: its formula with its numbers, values of law of the year, records; looked up when it is opened. */
export function useSettlementOrigins(years: Years) {
  const asked = useAsked();
  const queries = useQueryClient();
  const { academic_year, fiscal_year } = years;
  return useMemo(() => {
    const say = settlementWords[asked.language];
    const inForceNow = () => queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 });
    const ofLine = (line: SettlementLine, figure: SettlementFigure): ProvenanceSource => async () => {
      const inForce = await inForceNow();
      const steps = line.trace.filter((step) => BEHIND[figure].includes(step.figure));
      const less = figure === 'outstanding' ? [say.lessPaid(line.due_yuan ?? '?', line.paid_yuan ?? '?', line.outstanding_yuan ?? '?')] : [];
      const view = plainOrigin(asked, {
        title: say.figureOf(say[figure], lineText(line, say, asked.language)), clause: steps.at(-1)?.clause ?? line.clause,
        computed: [...steps.map(({ formula }) => formula), ...less].join('\n'), keys: steps.flatMap(({ parameters }) => parameters.map(({ key }) => key)),
        ...(line.reason !== null && { note: line.reason[asked.language] }),
      }, inForce);
      const tables = steps.flatMap((step) => step.evidence.map(({ sheet }) => pagedTable(asked, sheet as SheetName, false, (page) => ask(client.api.settlement.evidence.$get({
        query: {
          ...dayOf(asked), academic_year, fiscal_year, kind: line.kind, to_id: line.to.id, figure: step.figure, sheet, page, per_page: PER_PAGE,
          ...(line.from !== null && { from_id: line.from.id }), ...(line.campus !== null && { campus_id: line.campus.id }),
        },
      })))));
      return { ...view, rows: (await Promise.all(tables)).filter(({ total }) => total > 0) };
    };
    const ofBooks = (title: string): ProvenanceSource => async () => plainOrigin(asked, { title, clause: 'R4-a', note: say.booksNote }, await inForceNow());
    return { ofLine, ofBooks };
  }, [asked, queries, academic_year, fiscal_year]);
}

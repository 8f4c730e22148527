import { packs } from '../../../core/policy/packs.ts';
import { date } from '../../../core/values/plain-date.ts';
import type { ProvenanceView } from '../../components/ProvenancePanel/provenance-view.ts';
import type { CampusForecastAnswer, ParametersAnswer, ShownVerdict } from '../../provenance/answers.ts';
import type { Asked } from '../../provenance/asked.ts';
import { parameterLines } from '../../provenance/parameter-lines.ts';
import { clauseOf, verdictOrigin } from '../../provenance/verdict-origin.ts';
import { formatDate, groupDigits } from '../../words/format.ts';
import { forecastWords } from '../../words/forecast.ts';

type CampusYear = CampusForecastAnswer['rows'][number];

/** Keys of the rates that heads are worked out with. */
export const RATE_KEYS = ['forecast.stay', 'forecast.step_up', 'forecast.certificate', 'forecast.local'] as const;

interface Plain {
  readonly title: string;
  readonly clause: string;
  readonly computed?: string;
  readonly note?: string;
  readonly keys?: readonly string[];
}

/** A figure of the forecast that is no verdict: what it was worked out from. */
export function plainOrigin(asked: Asked, { title, clause, computed, note, keys = [] }: Plain, inForce: ParametersAnswer): ProvenanceView {
  return {
    title, verdict: null, clause: clauseOf(packs.get(inForce.pack), clause, asked.language),
    ...(computed !== undefined && { computed }), ...(note !== undefined && { note }),
    parameters: parameterLines(inForce.parameters, keys, asked.language),
    readings: [], rows: [], frozen: null, live: null, history: [],
  };
}

/** A verdict of a year to come: the records in force on its day, the parameters of that day, and heads that are foreseen. */
export async function foreseenOrigin(
  asked: Asked, campus: { readonly campus_id: string; readonly school_id: string }, row: Pick<CampusYear, 'year' | 'on' | 'students'>, verdict: ShownVerdict, inForce: ParametersAnswer,
): Promise<ProvenanceView> {
  const subject = verdict.notice ? { of: 'school' as const, id: campus.school_id } : { of: 'campus' as const, id: campus.campus_id };
  const view = await verdictOrigin({ ...asked, on: date(row.on) }, subject, verdict, inForce);
  const say = forecastWords[asked.language];
  const heads = row.students === null ? say.headsUnknown : say.verdictNote(groupDigits(String(row.students)), formatDate(row.on, asked.language));
  return { ...view, title: say.origin(view.title, row.year), note: heads };
}

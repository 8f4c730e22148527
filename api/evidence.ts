import type { SheetName } from '../core/exchange/sheets.ts';
import { checkAnswered } from '../core/check/check.ts';
import { judgingOn } from '../core/check/judging.ts';
import type { Evidence } from '../core/verdict/verdict.ts';
import { loadRegionRows } from '../store/region-rows.ts';
import { idsInReach, recordsById } from '../store/registers.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { judgedCampus, judgedSchool } from './kept-verdicts.ts';
import { recordView } from './record-view.ts';
import { refuse } from './refuse.ts';
import { knownOf } from './region-verdicts.ts';

interface Page {
  readonly page: number;
  readonly per_page: number;
  readonly sheet?: string | undefined;
}

/** The records that a figure was computed from: table, row of the file, who reported them and when. */
export function evidenceHandlers(deps: Deps): Pick<Handlers, 'listEvidence' | 'listSchoolEvidence' | 'listTargetEvidence'> {
  return {
    listEvidence: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx, c.req.valid('query'));
      const { campus_id, standard } = c.req.valid('param');
      const judged = await judgedCampus(tx, place.pack, campus_id, dayOf(deps, place, c.req.valid('query')));
      if (judged === null) return refuse(c, 'unknown_campus');
      const { verdicts, composites } = judged.result;
      const composite = place.pack.composites.find(({ id }) => id === standard);
      const asked = [...verdicts, ...composites].find((v) => v.standard === standard);
      if (asked === undefined) return refuse(c, 'unknown_standard');
      // What a composite rests on is what its parts rest on.
      const parts = composite === undefined ? [asked] : verdicts.filter((v) => composite.parts.includes(v.standard));
      return c.json(await evidencePage(tx, parts.flatMap((v) => v.evidence), c.req.valid('query')), 200);
    }),
    listSchoolEvidence: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx, c.req.valid('query'));
      const { school_id, standard } = c.req.valid('param');
      const school = await judgedSchool(tx, place.pack, school_id, dayOf(deps, place, c.req.valid('query')));
      if (school === null) return refuse(c, 'unknown_school');
      const verdict = school.verdicts.find((v) => v.standard === standard);
      if (verdict === undefined) return refuse(c, 'unknown_standard');
      return c.json(await evidencePage(tx, verdict.evidence, c.req.valid('query')), 200);
    }),
    listTargetEvidence: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx, c.req.valid('query'));
      const query = c.req.valid('query');
      const day = dayOf(deps, place, query);
      const region = await tx.whole((whole) => loadRegionRows(whole, knownOf(day)));
      const { targets } = checkAnswered({ region_code: null, campuses: [], region }, judgingOn(place.pack, day.on));
      const found = targets.find((t) => t.standard === c.req.valid('param').target && (query.part === undefined || t.part === query.part));
      if (found === undefined) return refuse(c, 'unknown_standard');
      return c.json(await evidencePage(tx, found.evidence, query), 200);
    }),
  };
}

/** One page over the evidence of all sheets, each record once, as far as it is the asker's to see. */
export async function evidencePage(tx: Transaction, evidence: readonly Evidence[], { page, per_page, sheet }: Page) {
  const ids = new Map<SheetName, Set<number>>();
  for (const { sheet: name, rows } of evidence) {
    if (sheet !== undefined && sheet !== name) continue;
    const known = ids.get(name as SheetName) ?? new Set();
    for (const row of rows) known.add(row);
    ids.set(name as SheetName, known);
  }
  const all: { readonly name: SheetName; readonly row: number }[] = [];
  for (const [name, rows] of ids) {
    const seen = await idsInReach(tx, name, [...rows]);
    all.push(...seen.map((row) => ({ name, row })));
  }
  const wanted = all.slice((page - 1) * per_page, page * per_page);
  const rows = [];
  for (const name of new Set(wanted.map((w) => w.name))) {
    const found = await recordsById(tx, name, wanted.filter((w) => w.name === name).map((w) => w.row));
    for (const record of found) {
      const { ended_on: _, ...view } = recordView(name, record);
      rows.push({ sheet: name, ...view });
    }
  }
  return { total: all.length, page, per_page, rows };
}

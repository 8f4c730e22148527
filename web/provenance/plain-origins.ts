import { OUTCOMES } from '../../core/check/phrases.ts';
import { countingRules } from '../../core/facts/rules.ts';
import { packs } from '../../core/policy/packs.ts';
import type { Language } from '../../core/values/bilingual.ts';
import { inForce } from '../../core/values/period.ts';
import { parsePlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import type { EvidenceRow, EvidenceRows, ProvenanceView } from '../components/ProvenancePanel/provenance-view.ts';
import { formatDate, groupDigits } from '../words/format.ts';
import { originWords } from '../words/origin.ts';
import type { CampusRow, CountedCampus, EvidenceRecord, OverviewAnswer } from './answers.ts';
import type { Asked } from './asked.ts';
import { registerTable } from './records.ts';
import { shortDetail } from './short-verdict.ts';
import { clauseOf } from './verdict-origin.ts';

/** Origins of figures that are no verdict: heads, counts of verdicts, years, places. */

const PLAIN = { verdict: null, clause: null, parameters: [], readings: [], rows: [], frozen: null, live: null, history: [] } as const;

/** N of a campus: the students counted, or the headcount reported in their place. */
export async function headCountOrigin(asked: Asked, campus_id: string, students: number | null, pack: string): Promise<ProvenanceView> {
  const { language, on } = asked;
  const say = originWords[language];
  const where = `campus_id=${campus_id}`;
  const counted = countingRules(parametersOn(packs.get(pack)?.parameters ?? [], on))?.counted_statuses ?? new Set<string>();
  const rows = await registerTable(asked, 'students', where, (record) => countsOn(record, asked, counted));
  const fromRoll = rows.total > 0 || students === 0;
  const tables = fromRoll ? [rows] : [await registerTable(asked, 'headcounts', where)];
  const known = say.headCountHow(groupDigits(String(students ?? 0)), formatDate(on, language));
  return {
    ...PLAIN,
    title: say.headCount,
    computed: students === null ? say.headCountMissing : known,
    ...(students !== null && !fromRoll && { note: say.headCountClosed }),
    rows: tables.filter((table) => table.total > 0),
  };
}

function countsOn({ values }: EvidenceRecord, { on }: Asked, counted: ReadonlySet<string>): boolean {
  const day = (value: unknown) => (typeof value === 'string' ? parsePlainDate(value) : null);
  const from = day(values['from']);
  return values['stage'] === 'higher' && counted.has(String(values['status'])) && from !== null && inForce({ from, to: day(values['to']) }, on);
}

/** How many verdicts are of one outcome, and which. */
export function verdictCountOrigin(overview: Pick<OverviewAnswer, 'standards'>, campuses: readonly CountedCampus[], outcome: CampusRow['verdicts'][number]['outcome'], language: Language): ProvenanceView {
  const say = originWords[language];
  const composites = new Set(overview.standards.filter((s) => s.composite).map((s) => s.id));
  const label = (id: string) => `${id} ${overview.standards.find((s) => s.id === id)?.label[language] ?? ''}`.trim();
  const ofCampus = campuses.map((campus) => ({ campus, verdicts: campus.verdicts.filter((v) => v.outcome === outcome && !composites.has(v.standard)) }));
  const rows: EvidenceRow[] = ofCampus.flatMap(({ campus, verdicts }) =>
    verdicts.map((v) => ({ row: null, cells: [campus.name, label(v.standard), v.value === null ? '' : groupDigits(v.value), shortDetail(v, language)] })),
  );
  const parts = ofCampus.filter(({ verdicts }) => verdicts.length > 0).map(({ campus, verdicts }) => `${campus.name} ${verdicts.length}`);
  const total = `${OUTCOMES[outcome][language]} ${rows.length}`;
  return {
    ...PLAIN,
    title: OUTCOMES[outcome][language],
    computed: parts.length > 1 ? say.summed(total, parts.join(' + ')) : total,
    rows: [table(say.ofStandards, [say.campus, say.standard, say.value, say.consequence], rows)],
  };
}

function table(sheet: string, heads: readonly string[], rows: readonly EvidenceRow[]): EvidenceRows {
  return { sheet, columns: heads.map((label, at) => ({ label, number: at === 2 })), rows, total: rows.length };
}

type Year = OverviewAnswer['years'][number];

/** Schools of the pilot, or their intake, in a year (1.2-b). */
export async function yearOrigin(asked: Asked, pack: string, of: 'schools' | 'intake', year: Year): Promise<ProvenanceView> {
  const { language } = asked;
  const say = originWords[language];
  const intakes = await registerTable(asked, 'intakes', `year=${year.year}`);
  const schools = of === 'schools' ? [await registerTable(asked, 'schools', null)] : [];
  const fell = of === 'schools' ? year.schools_fell : year.intake_fell;
  const note = [of === 'intake' && year.planned ? say.planned : '', fell ? say.fell : ''].filter((text) => text !== '').join(' ');
  return {
    ...PLAIN,
    title: of === 'schools' ? say.schoolsOf(year.year) : say.intakeOf(year.year),
    clause: clauseOf(packs.get(pack), '1.2-b', language),
    computed: of === 'schools' ? say.schoolsHow(year.year, year.schools) : year.intake === null ? say.intakeUnknown(year.year) : say.intakeHow(year.year, groupDigits(String(year.intake))),
    ...(note !== '' && { note }),
    rows: [...schools, intakes].filter((t) => t.total > 0),
  };
}

/** Whether a county is reached, by a campus or by a service (1.2-g). */
export async function countyOrigin(asked: Asked, overview: OverviewAnswer, code: string): Promise<ProvenanceView> {
  const { language } = asked;
  const say = originWords[language];
  const county = overview.counties.find((c) => c.code === code);
  const here = overview.campuses.filter((campus) => campus.division_code === code);
  const recognised = here.filter((campus) => campus.status === 'recognised').length;
  const state = recognised > 0 ? say.countyLocated(recognised) : county?.served === true ? say.countyServed : here.length > 0 ? say.countyPreparing : say.countyNone;
  const where = `division_code=${code}`;
  const parks = overview.parks.filter((park) => park.division_code === code && park.served);
  const tables = await Promise.all([
    registerTable(asked, 'campuses', where),
    registerTable(asked, 'parks', where),
    ...parks.map((park) => registerTable(asked, 'services', `park_id=${park.park_id}`)),
  ]);
  return {
    ...PLAIN,
    title: say.county(county?.name[language] ?? code),
    clause: clauseOf(packs.get(overview.pack), '1.2-g', language),
    computed: state,
    rows: tables.filter((t) => t.total > 0),
  };
}

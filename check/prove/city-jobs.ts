import { reachOf, type HeldRole } from '../../core/access/reach.ts';
import type { DestinationDraft } from '../../core/employment/draft.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { addDays, date, type PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import type { Database } from '../../store/database.ts';
import { recordAnswer } from '../../store/employment/answers.ts';
import { shownTo } from '../../store/employment/firm.ts';
import { followUpsDue } from '../../store/employment/follow-ups.ts';
import { recordDestinations } from '../../store/employment/record-destinations.ts';
import { releaseGraduates } from '../../store/employment/releases.ts';
import { destinationReport } from '../../store/employment/report.ts';
import { idOfOpened, wordOf } from '../../store/matters/made-matters.ts';
import { recordAgreement } from '../../store/partners.ts';
import type { MadeRolls } from '../../store/students/made-students.ts';
import type { Random } from './random.ts';

/** Where somebody goes after graduating, drawn when they enter; null is never heard of. */
export type FirstJob = 'here' | 'elsewhere' | 'army' | 'study' | 'waiting' | null;

export const drawnJob = (random: Random): FirstJob => random.pick(['here', 'here', 'here', 'here', 'here', 'elsewhere', 'army', 'study', 'waiting', null]);

interface Graduating {
  readonly student_id: string;
  readonly job: FirstJob;
}

/** So many of a final grade say whether they may be shown; each is an act of its own. */
const ASKED = 24;
/** So many destinations of a year are typed with their proof. */
const TYPED = 60;
const MONTHS_ON = '07-01';

export type CityJobs = Awaited<ReturnType<typeof cityJobs>>;

/** The way from the final grade to the first job in a city, by the acts of the product; every answer is held against what was drawn. */
export async function cityJobs(db: Database, rolls: MadeRolls) {
  const organised = await rolls.import({ organisations: [{ org_id: 'F', name: '企业', kind: 'enterprise', division_code: '330803', credit_code: '91330803MA2DH0013P' }, { org_id: 'F2', name: '二企', kind: 'enterprise', division_code: '330881', credit_code: '91330881MA29U0029D' }] });
  if (organised.outcome !== 'done') throw new Error(JSON.stringify(organised));
  const agreed = await rolls.as.write((tx) => recordAgreement(tx, { number: '合作1号', parties: ['H', 'S', 'F'], programmes: ['P'], from: date('2024-09-01'), to: date('2040-08-31'), terms: '共建', signed_on: date('2024-09-01'), document_sha256: null }));
  if (agreed.outcome !== 'done') throw new Error(agreed.outcome);
  const [firm, other] = [await rolls.somebody('enterprise', 'F'), await rolls.somebody('enterprise', 'F2')];
  // Whoever agreed stays on their list until they take it back.
  const agreeing: string[] = [];
  const family: HeldRole = { role: 'student', org_id: null, division_code: null, campuses: [], classes: [] };
  const student = (student_id: string) => db.as({ region_id: rolls.region_id, account: `student-${student_id}`, reach: reachOf({ roles: [family], student_id, wards: [], granted: [] }) });
  const rules = (today: PlainDate) => ({ today, parameters: parametersOn(quzhou2024.parameters, today) });
  const seen = async (who: typeof firm, org: string, today: PlainDate) => (await (await rolls.of(who)).read((tx) => shownTo(tx, org, today))).map(({ student_id }) => student_id).sort().join();

  return {
    /** M10-c: in spring those who agree are shown to partner firms, to others on the day after the window. */
    shown: async (finalists: readonly Graduating[], year: number): Promise<string[]> => {
      const today = date(`${year}-05-06`);
      const asked = finalists.slice(0, ASKED);
      for (const [at, { student_id }] of asked.entries()) {
        const draft = { kind: at % 3 === 0 ? 'no_consent' : 'consent', destination_record: null, reason: null, code: null, workplace_division: null, satisfied: null } as const;
        const said = await student(student_id).write((tx) => recordAnswer(tx, draft, { student_id, way: 'self', today, final_grade: 5 }));
        if (said.outcome !== 'done') return [`${student_id} cannot say whether to be shown: ${JSON.stringify(said)}`];
      }
      const released = await (await rolls.of(rolls.registrar)).write((tx) => releaseGraduates(tx, { school_id: 'S', year }, rules(today)));
      if (released.outcome !== 'done') return [`the list of ${year}: ${released.outcome}`];
      const until = released.value.priority_until;
      const before = agreeing.toSorted().join();
      agreeing.push(...asked.filter((_, at) => at % 3 !== 0).map(({ student_id }) => student_id));
      const wanted = agreeing.toSorted().join();
      const found = [await seen(firm, 'F', today), await seen(other, 'F2', until), await seen(other, 'F2', addDays(until, 1))];
      return [wanted, before, wanted].flatMap((should, at) => (found[at] === should ? [] : [`${year}, question ${at}: ${found[at]} are shown, ${should} agreed`]));
    },
    /** M10-b, 1.2-k: destinations come in, and on 31 August the three rates are what was drawn. */
    settled: async (graduates: readonly Graduating[], year: number): Promise<string[]> => {
      const today = date(`${year}-07-08`);
      const drafts = graduates.flatMap((one) => (one.job === null ? [] : [draftOf(one.student_id, one.job, today)]));
      const recorded = await (await rolls.of(rolls.registrar)).write((tx) => recordDestinations(tx, drafts.slice(0, TYPED), { pack: quzhou2024, today }));
      if (recorded.outcome !== 'done') return [`destinations of ${year}: ${JSON.stringify(recorded).slice(0, 300)}`];
      // The others come as a file.
      const imported = await rolls.import({ destinations: drafts.slice(TYPED).map(({ student_id, code, employer_id, workplace_division }) => ({ student_id, code, employer_id: employer_id ?? '', workplace_division: workplace_division ?? '', recorded_on: today })) });
      if (imported.outcome !== 'done') return [`the file of destinations of ${year}: ${JSON.stringify(imported).slice(0, 300)}`];
      const report = await rolls.as.read((tx) => destinationReport(tx, { school_id: 'S', year, on: date(`${year}-08-31`), pack: quzhou2024 }));
      const count = (...jobs: FirstJob[]) => graduates.filter(({ job }) => jobs.includes(job)).length;
      const [all, here] = [graduates.length, count('here')];
      const wanted = { without_study_army: `${here}/${all - count('study', 'army')}`, all_graduates: `${here}/${all}`, employed: `${here}/${count('here', 'elsewhere')}` };
      const found = Object.values(report?.rates[0]?.city ?? {}).map(({ numerator, denominator }) => `${numerator}/${denominator}`).join(' ');
      return found === Object.values(wanted).join(' ') ? [] : [`rates of ${year}: ${found}, drawn were ${Object.values(wanted).join(' ')}`];
    },
    /** 1.2-c: a year on everybody is asked, by a list that another person approves, once. */
    askedAgain: async (graduates: readonly Graduating[], year: number): Promise<string[]> => {
      const today = date(`${year + 1}-${MONTHS_ON}`);
      const due = () => rolls.as.read((tx) => tx.whole((whole) => followUpsDue(whole, { school_id: 'S', year }, today, rules(today).parameters)));
      const list = await due();
      if (list?.students.length !== graduates.length) return [`${list?.students.length} of ${year} are to be asked, ${graduates.length} graduated`];
      const id = idOfOpened(await rolls.propose(rolls.registrar, 'follow_up_list', 'S', { year, list: list.digest }, { today }));
      const word = wordOf(await rolls.step(rolls.head, id, 'approve', { today }));
      const left = (await due())?.students.length;
      return word === 'done' && left === 0 ? [] : [`the survey of ${year}: ${word}, ${left} left to ask`];
    },
  };
}

const NOTHING = { employer_id: null, employer_credit_code: null, workplace_division: null, industry: null, position: null, contract_kind: null, wage_fen: null, match: null, agreed_on: null, insured_from: null, contact: null, reason: null } as const;

function draftOf(student_id: string, job: Exclude<FirstJob, null>, today: PlainDate): DestinationDraft {
  const head = { student_id, ...NOTHING, evidence_ref: `材料${student_id}` };
  switch (job) {
    case 'here': case 'elsewhere': return {
      ...head, code: '11', employer_id: 'F', workplace_division: job === 'here' ? '330803' : '330106', industry: 'C', position: '数控操作工', contract_kind: 'fixed_term', wage_fen: 450_000n, match: 'matched', agreed_on: addDays(today, -1), evidence: 'contract',
    };
    case 'army': return { ...head, code: '46', evidence: 'enlistment' };
    case 'study': return { ...head, code: '80', evidence: 'admission_letter' };
    case 'waiting': return { ...head, code: '70', evidence: 'statement' };
  }
}

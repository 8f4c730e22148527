import type { DestinationDraft } from '../core/employment/draft.ts';
import { DESTINATION_REFUSALS } from '../core/employment/draft-words.ts';
import { mayTouch } from '../core/access/reach.ts';
import type { Pack } from '../core/policy/pack.ts';
import { decimal } from '../core/values/exact.ts';
import { fenOf } from '../core/values/fen.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import { yearOf, type PlainDate } from '../core/values/plain-date.ts';
import { loadRows } from '../store/campus-rows.ts';
import { graduatesOf, kept, type GraduateRow } from '../store/employment/graduates.ts';
import { issueDestinationReport, standingReports, type IssuedReport } from '../store/employment/issue-report.ts';
import { recordDestinations, type RecordedDestinations, type RefusedEntry } from '../store/employment/record-destinations.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { parametersOf } from './cooperation-verdicts.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { graduateViews } from './graduate-view.ts';
import { isDone, once } from './once.ts';
import { refuse, type Particulars } from './refuse.ts';

type DestinationHandlers = Pick<Handlers, 'listGraduates' | 'recordDestinations' | 'issueDestinationReport'>;

/** The region's values of law, and the day that is asked about. */
export function givenBy(deps: Deps): (tx: Transaction, on?: PlainDate) => Promise<{ readonly pack: Pack; readonly today: PlainDate }> {
  return async (tx, on) => {
    const place = await placeOf(tx);
    return { pack: place.pack, today: dayOf(deps, place, on === undefined ? {} : { on }).on };
  };
}

/** Where graduates went. */
export function destinationHandlers(deps: Deps): DestinationHandlers {
  const given = givenBy(deps);
  return {
    listGraduates: (c) => storeOf(deps, c).read(async (tx) => {
      const { on, year, school_id, class_id, student_id } = c.req.valid('query');
      const { pack, today } = await given(tx, on);
      const all = await graduatesOf(tx, { on: today, ...(student_id !== undefined && { students: [student_id] }) });
      const years = [...new Set(all.map(({ graduated_on }) => yearOf(graduated_on)))].sort((a, b) => b - a);
      const asked = year ?? years[0] ?? yearOf(today);
      const ofYear = all.filter((one) => yearOf(one.graduated_on) === asked);
      const ofSchool = ofYear.filter((one) => school_id === undefined || one.school_id === school_id);
      const views = await graduateViews(tx, ofSchool, today, parametersOf(pack, today));
      return c.json({
        on: today, year: asked, years, schools: await schoolsOf(tx, ofYear, asked), classes: classesOf(views), may_write: kept(tx, ofSchool).length > 0,
        graduates: views.filter((one) => class_id === undefined || one.class_id === class_id),
      }, 200);
    }),
    recordDestinations: async (c) => {
      const { entries } = c.req.valid('json');
      const answer = await once(deps, c, entries, async (tx): Promise<RecordedDestinations> => recordDestinations(tx, entries.map(draftOf), await given(tx)));
      if (isDone(answer)) return c.json(answer.value, 201);
      return answer.outcome === 'destinations_refused' ? refuse(c, answer.outcome, whyNot(answer.refused)) : refuse(c, answer.outcome);
    },
    issueDestinationReport: async (c) => {
      const { on, ...asked } = c.req.valid('json');
      const answer = await once(deps, c, c.req.valid('json'), async (tx): Promise<IssuedReport> => {
        const { today, pack } = await given(tx);
        return issueDestinationReport(tx, { ...asked, on: (await given(tx, on)).today }, { today, pack });
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
  };
}

type Entry = ReturnType<Parameters<DestinationHandlers['recordDestinations']>[0]['req']['valid']>['entries'][number];

function draftOf({ wage_yuan, ...entry }: Entry): DestinationDraft {
  const { employer_id, employer_credit_code, workplace_division, industry, position, contract_kind, match, agreed_on, insured_from, contact, reason } = entry;
  return {
    student_id: entry.student_id, code: entry.code, evidence: entry.evidence, evidence_ref: entry.evidence_ref, employer_id: employer_id ?? null, employer_credit_code: employer_credit_code ?? null,
    workplace_division: workplace_division ?? null, industry: industry ?? null, position: position ?? null, contract_kind: contract_kind ?? null, wage_fen: wage_yuan === undefined ? null : fenOf(decimal(wage_yuan)),
    match: match ?? null, agreed_on: agreed_on ?? null, insured_from: insured_from ?? null, contact: contact ?? null, reason: reason ?? null,
  };
}

const OTHERS: Readonly<Record<Exclude<RefusedEntry['why'], keyof typeof DESTINATION_REFUSALS>, Bilingual>> = {
  unknown_student: { zh: '没有本校的这名毕业生', en: 'No such graduate of the school' }, unknown_employer: { zh: '单位名录中没有这个用人单位', en: 'The directory has no such employer' },
  twice: { zh: '同一名毕业生填了两次', en: 'The graduate stands there twice' }, not_recorded: { zh: '未能写入台账', en: 'The register did not take it' },
};

/** Each entry that is in the way, by the graduate. */
function whyNot(refused: readonly RefusedEntry[]): Particulars {
  const textOf = ({ why }: RefusedEntry): Bilingual => ({ ...DESTINATION_REFUSALS, ...OTHERS })[why];
  const [first] = refused;
  const said = first === undefined ? { zh: '', en: '' } : textOf(first);
  return {
    detail: { zh: `没有保存任何一条。学号 ${first?.student_id ?? ''}：${said.zh}`, en: `Nothing was stored. Student ${first?.student_id ?? ''}: ${said.en}` },
    errors: refused.map((one) => ({ path: one.student_id, code: one.why, text: textOf(one) })),
  };
}

/** The schools of these graduates, each with the statistics of the year that hold, as far as the actor may read them. */
async function schoolsOf(tx: Transaction, graduates: readonly GraduateRow[], year: number) {
  const names = new Map((await loadRows(tx, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
  const ids = [...new Set(graduates.map(({ school_id }) => school_id))].sort();
  const reports = new Map((await standingReports(tx, ids, year)).map(({ school_id, document_id, number, version }) => [school_id, { document_id: String(document_id), number, version }]));
  return ids.map((school_id) => ({ school_id, name: names.get(school_id) ?? school_id, report: reports.get(school_id) ?? null, may_issue: mayTouch(tx.actor.reach, 'employment', 'write', [`org:${school_id}`]) }));
}

function classesOf(views: Awaited<ReturnType<typeof graduateViews>>): { class_id: string; graduates: number; recorded: number }[] {
  const ids = [...new Set(views.map(({ class_id }) => class_id ?? ''))].sort();
  return ids.map((class_id) => {
    const own = views.filter((one) => (one.class_id ?? '') === class_id);
    return { class_id, graduates: own.length, recorded: own.filter(({ destinations }) => destinations.length > 0).length };
  });
}

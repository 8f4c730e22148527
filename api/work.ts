import type { Context } from 'hono';
import { mayTouch } from '../core/access/reach.ts';
import { KIND_OF_AREA, type Area, type JournalKind } from '../core/journals/journal-kind.ts';
import { journalsOf } from '../core/journals/journals.ts';
import type { ValueFault } from '../core/journals/read-values.ts';
import { judgeWork } from '../core/journals/work-standards.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { campusesOfWork, type WorkCampus } from '../store/journals/campuses-in-reach.ts';
import { loadEntries } from '../store/journals/entries.ts';
import { choicesAt } from '../store/journals/choices.ts';
import { correctEntry, recordEntries, rolesIn, type NotRecorded, type Recorded } from '../store/journals/record-entry.ts';
import { stepEntry, type NotStepped } from '../store/journals/step-entry.ts';
import { workFacts } from '../store/journals/work-facts.ts';
import { actingPerson } from '../store/matters/acting.ts';
import type { Transaction } from '../store/transaction.ts';
import type { WorkHandlers } from './app-work.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { refusalText } from './matter-refusal.ts';
import { seenBy } from './matters.ts';
import { isDone, once, type Change } from './once.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';
import { entryView, judgedView, myDay, type Looking } from './work-view.ts';

/** The work at campuses over HTTP: teachers, training bases, daily running and safety. */
export function workHandlers(deps: Deps): Omit<WorkHandlers, 'downloadJournal' | 'downloadStaffWorkbook' | 'downloadStaffPaper'> {
  const given = async (tx: Transaction) => {
    const { place, today } = await seenBy(deps, tx);
    return { pack: place.pack, today };
  };
  const record = async (c: Context<ApiEnv>, asks: unknown, work: (tx: Transaction, with_: Awaited<ReturnType<typeof given>>) => Promise<Recorded>) => {
    const answer = await once(deps, c, asks, async (tx): Promise<Change<{ entries: string[] }> | NotRecorded> => {
      const done = await work(tx, await given(tx));
      return done.outcome === 'done' ? { outcome: 'done', value: { entries: done.entries.map(String) } } : done;
    });
    if (isDone(answer)) return c.json(answer.value, 201);
    return answer.outcome === 'key_of_another_request' ? refuse(c, answer.outcome) : notRecorded(c, answer);
  };
  return {
    readWork: (c) => storeOf(deps, c).read(async (tx) => {
      const { area } = c.req.valid('param');
      const { campus_id, on: asked } = c.req.valid('query');
      const place = await placeOf(tx);
      const { on } = dayOf(deps, place, asked === undefined ? {} : { on: asked });
      const campuses = await campusesOfWork(tx, area);
      const chosen = campuses.find((one) => one.campus_id === campus_id) ?? (campus_id === undefined ? campuses[0] : undefined);
      if (campus_id !== undefined && chosen === undefined) return refuse(c, 'unknown_campus');
      const looking = await lookingAt(tx, place.pack, on, campuses);
      const mayWrite = ({ scopes }: WorkCampus): boolean => mayTouch(tx.actor.reach, KIND_OF_AREA[area], 'write', scopes);
      return c.json({
        on, area, campus_id: chosen?.campus_id ?? null, campuses: campuses.map((one) => ({ campus_id: one.campus_id, name: one.name, may_write: mayWrite(one) })),
        ...chosen === undefined ? { verdicts: [], entries: [], choices: [], records: [] } : await pageOf(tx, area, chosen, looking, mayWrite(chosen)),
        mine: area === 'daily' ? await myDay(tx, campuses, looking) : null,
      }, 200);
    }),
    readJournalEntry: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const [entry] = await loadEntries(tx, { entry_id: idOf(c.req.valid('param').entry_id) });
      if (entry === undefined) return refuse(c, 'unknown_journal_entry');
      return c.json(entryView(tx, entry, await lookingAt(tx, place.pack, dayOf(deps, place, {}).on, await campusesOfWork(tx, entry.kind.area))), 200);
    }),
    recordJournal: (c) => {
      const asked = { kind: c.req.valid('param').kind, ...c.req.valid('json') };
      return record(c, asked, (tx, with_) => recordEntries(tx, asked, with_));
    },
    correctJournal: (c) => {
      const asked = { entry_id: idOf(c.req.valid('param').entry_id), ...c.req.valid('json') };
      return record(c, asked, (tx, with_) => correctEntry(tx, asked, with_));
    },
    stepJournal: async (c) => {
      const asked = { entry_id: idOf(c.req.valid('param').entry_id), ...c.req.valid('json') };
      const answer = await once(deps, c, asked, async (tx) => {
        const with_ = await given(tx);
        const done = await stepEntry(tx, asked, with_);
        if (done.outcome !== 'done') return done;
        const [entry] = await loadEntries(tx, { entry_id: done.entry_id });
        if (entry === undefined) throw new Error('an entry that was moved is not there');
        return { outcome: 'done' as const, value: entryView(tx, entry, await lookingAt(tx, with_.pack, with_.today, await campusesOfWork(tx, entry.kind.area))) };
      });
      if (isDone(answer)) return c.json(answer.value, 200);
      return answer.outcome === 'key_of_another_request' ? refuse(c, answer.outcome) : notStepped(c, answer);
    },
  };
}

async function lookingAt(tx: Transaction, pack: Looking['pack'], on: PlainDate, campuses: readonly WorkCampus[]): Promise<Looking> {
  return { pack, on, parameters: parametersOn(pack.parameters, on), person: await actingPerson(tx), campuses: new Map(campuses.map(({ campus_id, name }) => [campus_id, name])) };
}

async function pageOf(tx: Transaction, area: Area, { campus_id, scopes }: WorkCampus, looking: Looking, mayWrite: boolean) {
  const facts = await tx.whole((whole) => workFacts(whole, { area, campus_id, on: looking.on }, looking.pack));
  const entries = await loadEntries(tx, { area, campuses: [campus_id] });
  const mine = (kind: JournalKind): boolean => looking.person !== null && rolesIn(looking.person, kind, scopes).some(({ role }) => kind.by.includes(role));
  return {
    verdicts: facts === null ? [] : judgeWork(area, facts).map((one) => judgedView(one, looking.pack)), entries: entries.map((entry) => entryView(tx, entry, looking)),
    choices: await choicesAt(tx, campus_id), records: mayWrite ? journalsOf(area).filter(mine).map(({ id }) => id) : [],
  };
}

const FAULTS: Readonly<Record<ValueFault, Bilingual>> = {
  missing_value: { zh: '请填写', en: 'is missing' }, unknown_field: { zh: '没有这一项', en: 'there is no such field' }, not_possible: { zh: '填写的内容不符合要求', en: 'is not possible' },
  day_to_come: { zh: '日期还没有到', en: 'the day is yet to come' }, from_after_to: { zh: '截止日不能早于起始日', en: 'ends before it begins' },
};

function faultsOf(kind: JournalKind, act: string | null, faults: readonly { readonly field: string; readonly why: ValueFault }[]) {
  const fields = act === null ? kind.fields : kind.takes[act] ?? {};
  return faults.map(({ field, why }) => {
    const label = fields[field]?.label ?? { zh: field, en: field };
    return { path: `values.${field}`, code: why, text: { zh: `${label.zh}：${FAULTS[why].zh}（依据 ${kind.clause}）`, en: `${label.en}: ${FAULTS[why].en} (${kind.clause})` } };
  });
}

const WHY = {
  moved_already: { zh: '没有保存。这条记录已经办理到下一步，不再更正。', en: 'Nothing was stored. The entry has moved on and is not corrected any more.' },
  unchanged: { zh: '没有保存。更正前后没有不同。', en: 'Nothing was stored. Nothing differs from what stands.' },
} as const;

function notRecorded(c: Context<ApiEnv>, answer: NotRecorded) {
  switch (answer.outcome) {
    case 'values_wrong': return refuse(c, 'entry_refused', { errors: faultsOf(answer.kind, null, answer.faults) });
    case 'entry_refused': {
      const { text: { zh, en }, clause } = answer.refusal;
      return refuse(c, 'entry_refused', { detail: { zh: `没有保存。${zh}（依据 ${clause}）。`, en: `Nothing was stored. ${en} (${clause}).` } });
    }
    case 'moved_already': case 'unchanged': return refuse(c, 'entry_refused', { detail: WHY[answer.outcome] });
    case 'not_your_role': return refuse(c, 'not_allowed');
    default: return refuse(c, answer.outcome);
  }
}

function notStepped(c: Context<ApiEnv>, answer: NotStepped) {
  switch (answer.outcome) {
    case 'values_wrong': return refuse(c, 'entry_refused', { errors: faultsOf(answer.kind, answer.act, answer.faults) });
    case 'step_refused': return refuse(c, 'entry_step_refused', { detail: refusalText(answer.refusal) });
    case 'problems': return refuse(c, 'data_errors', { problems: answer.problems });
    default: return refuse(c, answer.outcome);
  }
}

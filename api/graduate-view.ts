import type { z } from '@hono/zod-openapi';
import { destinationDeadline } from '../core/employment/deadline.ts';
import { fakeSigns, type FakeSign } from '../core/employment/fakes.ts';
import { needsOf } from '../core/employment/outcomes.ts';
import { groupBy } from '../core/facts/campus-rows.ts';
import { amountOf } from '../core/facts/rules.ts';
import { yuanText } from '../core/values/fen.ts';
import { yearOf, type PlainDate } from '../core/values/plain-date.ts';
import type { ParametersInForce } from '../core/verdict/parameter.ts';
import { latestBy } from '../core/employment/counts.ts';
import { loadRows } from '../store/campus-rows.ts';
import { answersOf, followUpsOf, type Answer, type FollowUp } from '../store/employment/answers.ts';
import { loadCohort } from '../store/employment/cohort.ts';
import { destinationsOf, kept, type DestinationRow, type GraduateRow } from '../store/employment/graduates.ts';
import { passedOver } from '../store/employment/passed-partners.ts';
import type { Transaction } from '../store/transaction.ts';
import type { listGraduates } from './contract/employment.ts';

type View = z.infer<(typeof listGraduates.responses)[200]['content']['application/json']['schema']>['graduates'][number];

/** Graduates with everything that was recorded and said of where they went, as far as the asker may read it. */
export async function graduateViews(tx: Transaction, graduates: readonly GraduateRow[], on: PlainDate, parameters: ParametersInForce): Promise<View[]> {
  const ids = graduates.map(({ student_id }) => student_id);
  const [destinations, answers, asked] = [group(await destinationsOf(tx, ids, on)), group(await answersOf(tx, ids)), group(await followUpsOf(tx, ids))];
  const [organisations, programmes] = [await loadRows(tx, 'organisations', {}), await loadRows(tx, 'programmes', {})];
  const names = { employer: new Map(organisations.map(({ org_id, name }) => [org_id, name])), programme: new Map(programmes.map(({ programme_id, name }) => [programme_id, name])) };
  const signs = await signsOf(tx, graduates, on, parameters);
  const consented = new Set(ids.filter((id) => saidView(answers(id), [], undefined).consent === true));
  const passed = await passedOver(tx, graduates, (id) => destinations(id).at(-1), consented);
  const own = new Set(kept(tx, graduates).map(({ student_id }) => student_id));
  return graduates.map(({ student_id, name, school_id, programme_id, class_id, graduated_on }) => {
    const rows = destinations(student_id);
    return {
      student_id, name, school_id, programme: names.programme.get(programme_id) ?? programme_id, class_id, graduated_on, deadline: destinationDeadline(parameters, graduated_on),
      destinations: rows.map((row) => destinationView(row, names.employer)), signs: [...signs.get(student_id) ?? [], ...(passed.has(student_id) ? ['passed_partners' as const] : [])], ...saidView(answers(student_id), asked(student_id), rows.at(-1)), may_write: own.has(student_id),
    };
  });
}

function group<T extends { readonly student_id: string }>(rows: readonly T[]): (student_id: string) => readonly T[] {
  const groups = groupBy(rows, ({ student_id }) => student_id);
  return (student_id) => groups.get(student_id) ?? [];
}

function destinationView({ student_id: _student, wage_fen, contact: _contact, ...row }: DestinationRow, employers: ReadonlyMap<string, string>): View['destinations'][number] {
  return { ...row, employer: employers.get(row.employer_id ?? '') ?? row.employer_credit_code ?? '', wage_yuan: wage_fen === null ? null : yuanText(BigInt(wage_fen)) };
}

function saidView(answers: readonly Answer[], asked: readonly FollowUp[], latest: DestinationRow | undefined): Pick<View, 'said' | 'objection' | 'consent' | 'asked_again' | 'answered_again'> {
  const said = answers.findLast(({ destination_record }) => destination_record !== null && destination_record === latest?.record_id);
  const consent = answers.findLast(({ kind }) => kind === 'consent' || kind === 'no_consent');
  const newest = asked.at(-1);
  const again = newest === undefined ? undefined : answers.findLast(({ kind, on }) => kind === 'follow_up' && on >= newest.asked_on);
  return {
    said: said?.kind === 'confirm' || said?.kind === 'object' ? said.kind : null, objection: said?.kind === 'object' ? said.content.reason ?? null : null,
    consent: consent === undefined ? null : consent.kind === 'consent', asked_again: newest?.months ?? null,
    answered_again: again === undefined ? null : { on: again.on, code: again.content.code ?? '', workplace_division: again.content.workplace_division ?? null },
  };
}

/** Signs are looked for among all graduates of the years; told are those of these. */
async function signsOf(tx: Transaction, graduates: readonly GraduateRow[], on: PlainDate, parameters: ParametersInForce): Promise<Map<string, FakeSign[]>> {
  const signs = new Map<string, FakeSign[]>();
  if (!parameters.has('employment.same_firm_most') || !parameters.has('employment.insured_within')) return signs;
  const rules = { most: Number(amountOf(parameters, 'employment.same_firm_most').n), insured_within: Number(amountOf(parameters, 'employment.insured_within').n), on };
  for (const year of new Set(graduates.map(({ graduated_on }) => yearOf(graduated_on)))) {
    const cohort = await tx.whole((whole) => loadCohort(whole, year, on));
    const schools = new Map(cohort.graduates?.map(({ student_id, school_id }) => [student_id, school_id]));
    const suspects = [...latestBy(cohort.destinations ?? [], on).values()].map((one) => ({ ...one, school_id: schools.get(one.student_id) ?? '', employed: needsOf(one.code)?.needs === 'employer' }));
    for (const [student_id, found] of fakeSigns(suspects, rules)) signs.set(student_id, found);
  }
  return signs;
}

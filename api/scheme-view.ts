import type { z } from '@hono/zod-openapi';
import { lackingParties, schemeCourse } from '../core/schemes/course.ts';
import { totalsOf } from '../core/schemes/totals.ts';
import type { Row } from '../core/exchange/sheets.ts';
import { mayTouch } from '../core/access/reach.ts';
import { toDecimalText } from '../core/values/exact.ts';
import { loadRows } from '../store/campus-rows.ts';
import { loadMatters, type StoredMatter } from '../store/matters/matter.ts';
import { drafterLabels } from '../store/schemes/parties.ts';
import { contentOf } from '../store/schemes/scheme.ts';
import type { Transaction } from '../store/transaction.ts';
import type { listSchemes, readScheme } from './contract/schemes.ts';
import { matterHeads, type MatterHead } from './matter-view.ts';

type SchemeView = z.infer<(typeof readScheme.responses)[200]['content']['application/json']['schema']>;
type ListView = z.infer<(typeof listSchemes.responses)[200]['content']['application/json']['schema']>;
type ProgrammeView = SchemeView['programme'];

/** Programmes and organisations by id: what is public of them. */
interface Known {
  readonly programmes: ReadonlyMap<string, Row<'programmes'>>;
  readonly organisations: ReadonlyMap<string, Row<'organisations'>>;
}

async function known(tx: Transaction): Promise<Known> {
  return tx.whole(async (whole) => ({
    programmes: new Map((await loadRows(whole, 'programmes', {})).map((one) => [one.programme_id, one])),
    organisations: new Map((await loadRows(whole, 'organisations', {})).map((one) => [one.org_id, one])),
  }));
}

function programmeView(programme_id: string, { programmes, organisations }: Known): ProgrammeView {
  const row = programmes.get(programme_id);
  const named = (org_id: string) => ({ org_id, name: organisations.get(org_id)?.name ?? org_id });
  return {
    programme_id, name: row?.name ?? programme_id, secondary_code: row?.secondary_code ?? '', higher_code: row?.higher_code ?? '',
    college: named(row?.college_id ?? ''), school: named(row?.school_id ?? ''), firms: (row?.enterprises ?? []).map(named),
  };
}

const yearOf = ({ entries }: StoredMatter): number => entries[0]?.details?.year ?? 0;

export async function schemesView(tx: Transaction): Promise<ListView> {
  const [matters, all] = [await loadMatters(tx, { kind: 'training_scheme' }), await known(tx)];
  const heads = await matterHeads(tx, matters);
  const schemes: ListView['schemes'][number][] = [];
  for (const [at, matter] of matters.entries()) {
    const { revision, decided } = schemeCourse(matter.entries);
    const content = await contentOf(tx, matter.matter_id, revision);
    schemes.push({
      head: heads[at] as MatterHead, programme: programmeView(matter.subject, all), year: yearOf(matter), revision, decided_on: decided?.on ?? null,
      credits: content === null ? null : toDecimalText(totalsOf(content.courses).credits), required_credits: content?.required_credits ?? null,
    });
  }
  // Those that one reads oneself: the names of others come with the schemes that they belong to.
  const readable = new Set((await loadRows(tx, 'programmes', {})).map(({ programme_id }) => programme_id));
  const own = [...all.programmes.values()].filter(({ programme_id, college_id }) => readable.has(programme_id) && mayTouch(tx.actor.reach, 'matters', 'approve', drafterLabels(college_id)));
  return { schemes, programmes: own.map(({ programme_id }) => programmeView(programme_id, all)) };
}

/** A scheme with everything that its page tells. */
export async function schemeView(tx: Transaction, matter: StoredMatter): Promise<SchemeView> {
  const [[head], all] = [await matterHeads(tx, [matter]), await known(tx)];
  const { agreed, decided, revision } = schemeCourse(matter.entries);
  const content = await contentOf(tx, matter.matter_id, revision);
  const programme = programmeView(matter.subject, all);
  const nameOf = (org_id: string): string => all.organisations.get(org_id)?.name ?? org_id;
  const left = lackingParties({ agreed, decided, revision }, content?.firms ?? []);
  const others = await loadMatters(tx, { kind: 'training_scheme', subject: matter.subject });
  return {
    head: head as MatterHead, year: yearOf(matter), programme, revision, content,
    agreed: agreed.map(({ firm, by, on, revision: of }) => ({ revision: of, firm, party: firm === null ? programme.school.name : nameOf(firm), person: by.person_name, on })),
    lacking: { school: left.school, firms: left.firms.map((org_id) => ({ org_id, name: nameOf(org_id) })) },
    decided: decided === null ? null : {
      revision: decided.revision, number: decided.number, met_on: decided.met_on, on: decided.on, attendees: decided.attendees, votes: decided.votes, person: decided.by.person_name,
    },
    firms: [...all.organisations.values()].filter(({ kind }) => kind === 'enterprise').map(({ org_id, name }) => ({ org_id, name })),
    versions: others.map((one) => {
      const course = schemeCourse(one.entries);
      return { matter_id: String(one.matter_id), year: yearOf(one), revision: course.revision, state: one.state, decided_on: course.decided?.on ?? null };
    }),
  };
}

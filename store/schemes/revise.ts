import { schemeCourse } from '../../core/schemes/course.ts';
import { schemeProblems, type SchemeProblem } from '../../core/schemes/draft-problems.ts';
import type { SchemeContent } from '../../core/schemes/scheme.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadMatter, type StoredMatter } from '../matters/matter.ts';
import { stepMatter, type Stepped } from '../matters/step-matter.ts';
import { lockRegion } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { firmsOf, scopesOfScheme } from './parties.ts';
import { addRevision } from './scheme.ts';

/** A content to be drawn up; `version` is the one of the matter that the drafter saw. */
export interface RevisingScheme {
  readonly matter_id: number;
  readonly version: number;
  readonly content: SchemeContent;
}

export type SchemeRevised = Stepped | { readonly outcome: 'scheme_problems'; readonly problems: readonly SchemeProblem[] };

/** M9-a: draws up the content of a scheme as its next revision, in one act with the step of its matter. Anything else than `done` is for the caller to discard. */
export async function reviseScheme(tx: Transaction, { matter_id, version, content }: RevisingScheme, given: { readonly pack: Pack; readonly today: PlainDate }): Promise<SchemeRevised> {
  await lockRegion(tx);
  const matter = await loadMatter(tx, matter_id);
  if (matter === null || matter.kind.id !== 'training_scheme') return { outcome: 'not_found' };
  const firms = await tx.whole((whole) => firmsOf(whole));
  const problems = schemeProblems(content, new Set(firms.keys()));
  if (problems.length > 0) return { outcome: 'scheme_problems', problems };
  const revision = schemeCourse(matter.entries).revision + 1;
  await tx.decided(['matters'], (deciding) => deciding.whole((whole) => write(whole, matter, revision, content)));
  return stepMatter(tx, { matter_id, act: 'revise', version, details: { revision } }, given);
}

/** A firm that comes in with a revision has the scheme in reach from then on. */
async function write(whole: Transaction, { matter_id, subject, scopes }: StoredMatter, revision: number, content: SchemeContent): Promise<void> {
  const all = [...new Set([...scopes, ...await scopesOfScheme(whole, subject, content.firms)])].sort();
  if (all.length > scopes.length) await whole.change('update matters set scopes = $3 where region_id = $1 and matter_id = $2', [whole.actor.region_id, matter_id, all]);
  await addRevision(whole, { matter_id, revision, programme_id: subject, content, scopes: all });
}

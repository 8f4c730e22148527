import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { firstRunWords } from '../../words/first-run.ts';
import type { passwordWords } from '../../words/password.ts';
import { newPasswordProblems } from '../account/new-password.ts';

export interface CountyDraft {
  readonly key: number;
  readonly code: string;
  readonly name: string;
}

/** What the first-run form holds. */
export interface SetUpDraft {
  readonly pack: string;
  readonly region_code: string;
  readonly name: string;
  readonly office_name: string;
  readonly counties: readonly CountyDraft[];
  readonly account: string;
  readonly person: string;
  readonly password: string;
  readonly again: string;
}

const DIVISION = /^\d{6}$/;

type Say = (typeof firstRunWords)['zh'];
type SayPassword = (typeof passwordWords)['zh'];

/** Everything that must be corrected before the region can be set up, in the order of the form. */
export function setUpProblems(draft: SetUpDraft, say: Say, password: SayPassword): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const ask = (holds: boolean, field: string, message: string) => {
    if (!holds) problems.push({ field, message });
  };
  ask(DIVISION.test(draft.region_code.trim()), 'region-code', say.codeWrong);
  ask(draft.name.trim() !== '', 'region-name', say.nameMissing);
  ask(draft.office_name.trim() !== '', 'office-name', say.officeMissing);
  const seen = new Set<string>();
  for (const [index, { code, name }] of draft.counties.entries()) {
    ask(DIVISION.test(code.trim()), `county-code-${index}`, say.countyCodeWrong(index + 1));
    ask(!seen.has(code.trim()) || code.trim() === '', `county-code-${index}`, say.countyTwice(code.trim()));
    ask(name.trim() !== '', `county-name-${index}`, say.countyNameMissing(index + 1));
    seen.add(code.trim());
  }
  ask(draft.person.trim() !== '', 'person', say.personMissing);
  ask(draft.account.trim() !== '', 'account', say.accountMissing);
  return [...problems, ...newPasswordProblems(draft, draft.account, password)];
}

/** What the server is asked. */
export function setUpRequest(draft: SetUpDraft) {
  return {
    region_code: draft.region_code.trim(), name: draft.name.trim(), office_name: draft.office_name.trim(), pack: draft.pack,
    counties: draft.counties.map(({ code, name }) => ({ code: code.trim(), name: name.trim() })),
    account: { account: draft.account.trim(), name: draft.person.trim(), password: draft.password },
  };
}

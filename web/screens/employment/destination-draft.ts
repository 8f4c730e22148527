import { refusalOfDestination, type DestinationDraft, type DestinationRefusal } from '../../../core/employment/draft.ts';
import { INDUSTRIES, industryOf, INDUSTRY_CODES, type Industry } from '../../../core/employment/industries.ts';
import { CONTRACT_KINDS, CONTRACTS, MATCH_KINDS, MATCHES, needsOf, type ContractKind, type Match } from '../../../core/employment/outcomes.ts';
import { decimal, parseExact } from '../../../core/values/exact.ts';
import { fenOf } from '../../../core/values/fen.ts';
import type { Bilingual } from '../../../core/values/bilingual.ts';
import { date, parsePlainDate, type PlainDate } from '../../../core/values/plain-date.ts';
import { typedDate } from '../../components/Field/typed.ts';
import { codeLabel, CODE_CHOICES } from './code-label.ts';
import type { Graduate } from './queries.ts';

/** A destination as it is being typed: every cell is text. */
export interface TypedDestination {
  readonly code: string;
  readonly employer: string;
  readonly workplace_division: string;
  readonly industry: string;
  readonly position: string;
  readonly contract_kind: string;
  readonly wage_yuan: string;
  readonly match: string;
  readonly agreed_on: string;
  readonly insured_from: string;
  readonly contact: string;
  readonly evidence_ref: string;
  readonly reason: string;
}

export const TYPED_FIELDS = ['code', 'employer', 'workplace_division', 'industry', 'position', 'contract_kind', 'wage_yuan', 'match', 'agreed_on', 'insured_from', 'contact', 'evidence_ref', 'reason'] as const;
export type TypedField = (typeof TYPED_FIELDS)[number];
export const BLANK = Object.fromEntries(TYPED_FIELDS.map((name) => [name, ''])) as unknown as TypedDestination;

export interface Firm {
  readonly org_id: string;
  readonly name: string;
}

export interface Entered {
  readonly draft: DestinationDraft;
  /** Cells that say nothing that is known. */
  readonly unread: readonly TypedField[];
  readonly refusal: DestinationRefusal | null;
}

/** What a row says, read by code or by name, and why the server would not take it. */
export function enteredOf(typed: TypedDestination, graduate: Pick<Graduate, 'student_id' | 'graduated_on' | 'destinations' | 'deadline'>, firms: readonly Firm[], today: PlainDate): Entered {
  const unread: TypedField[] = [];
  const read = <T>(field: TypedField, of: (text: string) => T | null): T | null => {
    const text = typed[field].trim();
    const value = text === '' ? null : of(text);
    if (text !== '' && value === null) unread.push(field);
    return value;
  };
  const code = read('code', codeOf) ?? '';
  const employer = read('employer', (text) => employerOf(text, firms));
  const draft: DestinationDraft = {
    student_id: graduate.student_id, code, employer_id: employer?.employer_id ?? null, employer_credit_code: employer?.employer_credit_code ?? null, workplace_division: read('workplace_division', (text) => text),
    industry: read('industry', industryNamed), position: read('position', (text) => text), contract_kind: read('contract_kind', (text) => named<ContractKind>(CONTRACT_KINDS, CONTRACTS, text)),
    wage_fen: read('wage_yuan', wageOf), match: read('match', (text) => named<Match>(MATCH_KINDS, MATCHES, text)), agreed_on: read('agreed_on', typedDate), insured_from: read('insured_from', typedDate),
    contact: read('contact', (text) => text), evidence: needsOf(code)?.evidence ?? 'statement', evidence_ref: typed.evidence_ref, reason: read('reason', (text) => text),
  };
  const facts = { graduated_on: date(graduate.graduated_on), earlier: graduate.destinations.map(({ recorded_on }) => ({ recorded_on: date(recorded_on) })) };
  return { draft, unread, refusal: refusalOfDestination(draft, facts, { today, deadline: graduate.deadline === null ? null : parsePlainDate(graduate.deadline) }) };
}

const FIGURES = /^\d{2,3}/;

function codeOf(text: string): string | null {
  const figures = FIGURES.exec(text)?.[0];
  if (figures !== undefined) return needsOf(figures) === null ? null : figures;
  return CODE_CHOICES.find((code) => codeLabel(code, 'zh') === `${code} ${text}` || codeLabel(code, 'en') === `${code} ${text}`) ?? null;
}

const CREDIT_CODE_LENGTH = 18;

function employerOf(text: string, firms: readonly Firm[]): Pick<DestinationDraft, 'employer_id' | 'employer_credit_code'> | null {
  const firm = firms.find(({ org_id, name }) => org_id === text || name === text);
  if (firm !== undefined) return { employer_id: firm.org_id, employer_credit_code: null };
  return text.length === CREDIT_CODE_LENGTH ? { employer_id: null, employer_credit_code: text } : null;
}

function industryNamed(text: string): Industry | null {
  return INDUSTRY_CODES.find((code) => INDUSTRIES[code].zh === text || INDUSTRIES[code].en === text) ?? industryOf(text);
}

function named<K extends string>(keys: readonly K[], labels: Readonly<Record<K, Bilingual>>, text: string): K | null {
  return keys.find((key) => key === text || labels[key].zh === text || labels[key].en === text) ?? null;
}

const MOST_DECIMALS = 2;

function wageOf(text: string): bigint | null {
  const plain = text.replaceAll(/[,，\s]/g, '');
  const value = parseExact(plain);
  if (value === null || value.n < 0n || (plain.split('.')[1]?.length ?? 0) > MOST_DECIMALS) return null;
  return fenOf(decimal(plain));
}

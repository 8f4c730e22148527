import type { Bilingual } from '../values/bilingual.ts';

const of = (zh: string, en: string): Bilingual => ({ zh, en });

/** What proves a destination. */
export const EVIDENCE = {
  agreement: of('就业协议', 'Employment agreement'),
  contract: of('劳动合同', 'Labour contract'),
  employer_letter: of('用人单位证明', 'Letter of the employer'),
  appointment: of('聘用文件', 'Paper of appointment'),
  enlistment: of('入伍通知书', 'Enlistment notice'),
  project_letter: of('项目录用文件', 'Paper of the programme'),
  licence: of('营业执照', 'Business licence'),
  statement: of('本人说明', 'Own statement'),
  admission_letter: of('录取通知书', 'Letter of admission'),
} as const satisfies Record<string, Bilingual>;

export type EvidenceKind = keyof typeof EVIDENCE;
export const EVIDENCE_KINDS = Object.keys(EVIDENCE) as readonly EvidenceKind[];

interface Needs {
  readonly evidence: EvidenceKind;
  /** Employer, workplace, industry, contract and wage belong to it; of one's own business or work the place alone. */
  readonly needs: 'employer' | 'place' | 'nothing';
}

const employed = (evidence: EvidenceKind): Needs => ({ evidence, needs: 'employer' });
const placed = (evidence: EvidenceKind): Needs => ({ evidence, needs: 'place' });
const elsewhere = (evidence: EvidenceKind): Needs => ({ evidence, needs: 'nothing' });

/** C9, by the two figures that a code begins with: what it takes. */
const NEEDS: Readonly<Record<string, Needs>> = {
  10: employed('agreement'), 11: employed('contract'), 12: employed('employer_letter'),
  27: employed('appointment'), 50: employed('project_letter'), 51: employed('project_letter'),
  75: placed('licence'), 76: placed('statement'), 77: placed('statement'),
  46: elsewhere('enlistment'), 65: elsewhere('admission_letter'), 80: elsewhere('admission_letter'), 85: elsewhere('admission_letter'),
  70: elsewhere('statement'), 71: elsewhere('statement'), 72: elsewhere('statement'),
};

const FAMILY = 2;

/** What a destination of this code takes; null where there is no such code. */
export function needsOf(code: string): Needs | null {
  return NEEDS[code.slice(0, FAMILY)] ?? null;
}

/** Kinds of contract; the first three are labour contracts. */
export const CONTRACTS = {
  open_ended: of('无固定期限劳动合同', 'Labour contract without a term'),
  fixed_term: of('固定期限劳动合同', 'Labour contract for a term'),
  by_task: of('以完成任务为期限的劳动合同', 'Labour contract for a task'),
  agreement: of('就业协议（尚未签合同）', 'Agreement, no contract yet'),
  part_time: of('非全日制用工', 'Part-time work'),
  none: of('未签书面合同', 'Nothing in writing'),
} as const satisfies Record<string, Bilingual>;

export type ContractKind = keyof typeof CONTRACTS;
export const CONTRACT_KINDS = Object.keys(CONTRACTS) as readonly ContractKind[];
const LABOUR: ReadonlySet<ContractKind> = new Set(['open_ended', 'fixed_term', 'by_task']);

/** S2-j: whether work rests on a labour contract. */
export function isContract(kind: ContractKind): boolean {
  return LABOUR.has(kind);
}

/** How a post fits what was learnt. */
export const MATCHES = { matched: of('对口', 'In the major'), related: of('相关', 'Related'), other: of('不对口', 'Other') } as const satisfies Record<string, Bilingual>;
export type Match = keyof typeof MATCHES;
export const MATCH_KINDS = Object.keys(MATCHES) as readonly Match[];

import type { PlainDate } from '../values/plain-date.ts';
import type { PackQuestion } from './answers.ts';

export const FORMAT = 'guantong-decision-pack/1';

/** Where each part of a pack stands. */
export const PART = {
  manifest: 'manifest.json', sums: 'SHA256SUMS', readme: 'README.txt', changes: 'policy/changes.json', decided: 'policy/decided.json', parameters: 'policy/parameters.json', scenario: 'scenario.json',
  check: 'answers/check.json', forecast: 'answers/forecast.json', allocate: 'answers/allocate.json',
} as const;
export const DATA = 'data/';
/** Folder of the papers of matters. */
export const MATTERS = 'matters/';

/** A version of a numbered document that a matter issued, with the file that holds it and what was signed of it. */
export interface PackedDocument {
  readonly document_id: string;
  readonly version: number;
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly dated: PlainDate;
  readonly standing: 'valid' | 'replaced' | 'revoked';
  readonly file: string;
  readonly sha256: string;
  /** What `guantong document verify` takes beside the file. */
  readonly receipt: string;
  readonly receipt_sha256: string;
}

/** What a matter came to: its history, and the documents that it issued. */
export interface PackedMatter {
  readonly matter_id: string;
  readonly kind: string;
  readonly state: string;
  readonly history: string;
  readonly history_sha256: string;
  readonly documents: readonly PackedDocument[];
}

/** The papers of the matters at which it stands; `left_out` counts those that whoever made the pack may not read, and lists of students, which are in no pack. */
export interface PackedPapers {
  readonly matters: readonly PackedMatter[];
  readonly left_out: { readonly matters: number; readonly documents: number; readonly lists_of_students: number };
}

/** What a pack says of itself; its files and their hashes stand in `SHA256SUMS`, whose own hash is the content hash of the pack. */
export interface Manifest {
  readonly format: typeof FORMAT;
  /** The program that made it: another one may come to another answer, and then says so. */
  readonly program: string;
  readonly pack: string;
  readonly region: { readonly code: string; readonly name: string };
  readonly subject: { readonly scenario_id: string; readonly version: number; readonly name: string; readonly matters: readonly string[] };
  readonly papers: PackedPapers;
  readonly question: PackQuestion;
  /** Records and decisions counted up to this moment. */
  readonly known_on: string;
  /** Hashes under which the region keeps the records and the answer. */
  readonly facts_hash: string;
  readonly answer_hash: string;
  readonly commands: readonly { readonly command: string; readonly answer: string }[];
  readonly left_out: Readonly<Record<string, readonly string[]>>;
}

/** The commands that anybody runs in the unpacked folder, each with the file that it prints again. */
export function commandsOf({ on, to, rates, plan }: PackQuestion, pack: string): Manifest['commands'] {
  const common = (day: PlainDate) => `--as-of ${day} --pack ${pack} --changes ${PART.changes} --json`;
  const ahead = `--to ${to} --rates ${rates}`;
  return [
    { command: `guantong check data ${common(on)}`, answer: PART.check },
    { command: `guantong forecast data ${ahead} ${common(on)}`, answer: PART.forecast },
    ...(plan === null ? [] : [{ command: `guantong allocate data ${ahead}${plan.target === null ? '' : ` --target ${plan.target}`} ${common(on)}`, answer: PART.allocate }]),
  ];
}

import { keptAnswer } from '../core/allocation/kept-answer.ts';
import { answersOf } from '../core/decision-pack/answers.ts';
import { DATA, FORMAT, PART, type Manifest } from '../core/decision-pack/manifest.ts';
import { hasErrors } from '../core/exchange/problem.ts';
import { changedPack } from '../core/policy/changed-pack.ts';
import { packs } from '../core/policy/packs.ts';
import { readChanges } from '../core/policy/read-changes.ts';
import { highsInParts } from '../solver/highs.ts';
import { hashOf } from '../store/scenarios/scenarios.ts';
import { unpackFiles, type PackFault, type Unpacked } from '../workbook/decision-pack.ts';
import { readDatasetFiles } from '../workbook/read-dataset.ts';

const SECONDS = 60;

export interface PackVerdict {
  /** Every part is there and as it was packed. */
  readonly whole: boolean;
  /** Every answer comes to the same when it is worked out again here. */
  readonly same: boolean;
  readonly content_hash: string | null;
  readonly subject: string | null;
  readonly faults: readonly PackFault[];
  readonly answers: readonly { readonly answer: string; readonly same: boolean }[];
  readonly detail?: string;
}

/** Takes a pack apart, and where it is whole works everything out again. @throws Refused when it is no archive. */
export async function verifyPack(bytes: Uint8Array): Promise<PackVerdict> {
  const unpacked = await unpackFiles(bytes);
  const { content_hash, faults } = unpacked;
  const manifest = manifestOf(unpacked);
  const subject = manifest === null ? null : `${manifest.region.name}  ${manifest.subject.name}（${manifest.subject.scenario_id}.${manifest.subject.version}）  ${manifest.question.on}`;
  if (manifest === null || faults.length > 0) return { whole: false, same: false, content_hash, subject, faults: manifest === null && faults.length === 0 ? [{ part: PART.manifest, fault: 'damaged' }] : faults, answers: [] };
  const answers = await workedOut(unpacked, manifest);
  return { whole: true, same: answers.every(({ same }) => same), content_hash, subject, faults, answers };
}

const textOf = ({ files }: Unpacked, name: string): string => Buffer.from(files.get(name) ?? new Uint8Array()).toString('utf8');

function manifestOf(unpacked: Unpacked): Manifest | null {
  try {
    const manifest = JSON.parse(textOf(unpacked, PART.manifest)) as Manifest;
    return manifest.format === FORMAT && packs.has(manifest.pack) ? manifest : null;
  } catch {
    return null;
  }
}

/** Each answer, and the plan as the region keeps it, by their bytes and hash. */
async function workedOut(unpacked: Unpacked, { pack: id, question, answer_hash }: Manifest): Promise<PackVerdict['answers']> {
  const document = packs.get(id);
  const data = [...unpacked.files].filter(([name]) => name.startsWith(DATA)).map(([name, content]) => ({ name: name.slice(DATA.length), bytes: content }));
  const [read, changes] = [await readDatasetFiles(data), document === undefined ? { wrong: id } : readChanges(document, textOf(unpacked, PART.changes))];
  if (document === undefined || 'refused' in read || 'wrong' in changes || hasErrors(read.problems)) return [{ answer: 'refused' in read || !('wrong' in changes) ? DATA : PART.changes, same: false }];
  const { check, forecast, allocate, allocation } = await answersOf(read, changedPack(document, changes), question, highsInParts, SECONDS);
  const printed: readonly (readonly [string, string | null])[] = [[PART.check, check], [PART.forecast, forecast], [PART.allocate, allocate]];
  return [
    ...printed.flatMap(([answer, text]) => (text === null ? [] : [{ answer, same: text === textOf(unpacked, answer) }])),
    ...(allocation === null ? [] : [{ answer: PART.scenario, same: hashOf(keptAnswer(allocation, question.on, read.dataset.options?.length ?? 0)) === answer_hash && hashOf((JSON.parse(textOf(unpacked, PART.scenario)) as { answer: unknown }).answer) === answer_hash }]),
  ];
}

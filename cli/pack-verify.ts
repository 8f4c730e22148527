import { parametersText } from '../api/decision-pack.ts';
import { answersOf, keptAgain, printed, type PackAnswers } from '../core/decision-pack/answers.ts';
import { DATA, FORMAT, PART, type Manifest } from '../core/decision-pack/manifest.ts';
import { hasErrors } from '../core/exchange/problem.ts';
import { changedPack } from '../core/policy/changed-pack.ts';
import { packs } from '../core/policy/packs.ts';
import { readChanges } from '../core/policy/read-changes.ts';
import { triedChanges } from '../core/policy/tried-changes.ts';
import { highsInParts } from '../solver/highs.ts';
import { hashOf, type ScenarioHead } from '../store/scenarios/scenarios.ts';
import { unpackFiles, type PackFault, type Unpacked } from '../workbook/decision-pack.ts';
import { readDatasetFiles } from '../workbook/read-dataset.ts';
import { paperFaults, papersTold, type PapersTold } from './pack-papers.ts';

const SECONDS = 60;

export interface PackVerdict {
  /** Every part is there and as it was packed. */
  readonly whole: boolean;
  /** Every answer comes to the same when it is worked out again here. */
  readonly same: boolean;
  readonly content_hash: string | null;
  readonly subject: string | null;
  readonly faults: readonly PackFault[];
  /** Null where no manifest tells. */
  readonly papers: PapersTold | null;
  readonly answers: readonly { readonly answer: string; readonly same: boolean }[];
  readonly detail?: string;
}

/** Takes a pack apart, and where it is whole works everything out again. @throws Refused when it is no archive. */
export async function verifyPack(bytes: Uint8Array): Promise<PackVerdict> {
  const unpacked = await unpackFiles(bytes);
  const { content_hash } = unpacked;
  const manifest = manifestOf(unpacked);
  if (manifest === null) return { whole: false, same: false, content_hash, subject: null, faults: unpacked.faults.length === 0 ? [{ part: PART.manifest, fault: 'damaged' }] : unpacked.faults, papers: null, answers: [] };
  const faults = unpacked.faults.length > 0 ? unpacked.faults : paperFaults(unpacked, manifest);
  const told = { content_hash, subject: `${manifest.region.name}  ${manifest.subject.name}（${manifest.subject.scenario_id}.${manifest.subject.version}）  ${manifest.question.on}`, faults, papers: papersTold(manifest) };
  if (faults.length > 0) return { whole: false, same: false, ...told, answers: [] };
  const answers = await workedOut(unpacked, manifest);
  return { whole: true, same: answers.every(({ same }) => same), ...told, answers };
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

/** Each answer, the values it was worked out by, and the scenario as the region keeps it, by their bytes and hash. */
async function workedOut(unpacked: Unpacked, { pack: id, question, answer_hash }: Manifest): Promise<PackVerdict['answers']> {
  const document = packs.get(id);
  const data = [...unpacked.files].filter(([name]) => name.startsWith(DATA)).map(([name, content]) => ({ name: name.slice(DATA.length), bytes: content }));
  const [read, decided] = [await readDatasetFiles(data), document === undefined ? { wrong: id } : readChanges(document, textOf(unpacked, PART.decided))];
  if (document === undefined || 'refused' in read || 'wrong' in decided || hasErrors(read.problems)) return [{ answer: 'refused' in read || !('wrong' in decided) ? DATA : PART.decided, same: false }];
  const known = changedPack(document, decided);
  const changes = [...decided, ...triedChanges({ pack: known, on: question.on }, question.tried)];
  const tried = changedPack(document, changes);
  const answers = await answersOf(read, tried, question, highsInParts, SECONDS);
  const again = hashOf(keptAgain(read.dataset, { decided: known, tried }, question, answers.allocation));
  return [
    ...textsAgain({ [PART.changes]: printed(changes), [PART.parameters]: parametersText(tried, question.on) }, answers).map(([answer, text]) => ({ answer, same: text === textOf(unpacked, answer) })),
    { answer: PART.scenario, same: again === answer_hash && isKeptAs(textOf(unpacked, PART.scenario), question, again) },
  ];
}

function textsAgain(values: Readonly<Record<string, string>>, { check, forecast, allocate }: PackAnswers): (readonly [string, string])[] {
  return [...Object.entries(values), [PART.check, check], [PART.forecast, forecast], ...(allocate === null ? [] : [[PART.allocate, allocate] as const])];
}

/** Whether the scenario of the pack has this answer, and is the question that was asked again. */
function isKeptAs(text: string, { kind, on, to, rates, tried, plan }: Manifest['question'], hash: string): boolean {
  const kept = JSON.parse(text) as Pick<ScenarioHead, 'kind' | 'on' | 'question'> & { readonly answer: unknown };
  const { question } = kept;
  return hashOf(kept.answer) === hash && hashOf([kept.kind, kept.on, question.to, question.rates, question.tried, kept.kind === 'plan' ? { target: question.target } : null]) === hashOf([kind, on, to, rates, tried, plan]);
}

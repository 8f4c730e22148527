import type { PlainDate } from '../../../core/values/plain-date.ts';
import type { internshipWords } from '../../words/internships.ts';
import type { Act } from './queries.ts';

/** What is filled in of an act; each act takes its own part of it. */
export interface ActDraft {
  readonly on: PlainDate | null;
  readonly hours: string;
  readonly led_by: string;
  readonly proof: string;
  readonly note: string;
  /** `yes`, `no`, or nothing chosen. */
  readonly passed: string;
}

/** What is still to be given. */
export function wanting(act: Act, { on, hours, led_by, proof, note, passed }: ActDraft, say: (typeof internshipWords)['zh']): { readonly field: string; readonly message: string }[] {
  const empty = (field: string, text: string, message: string) => (text.trim() === '' ? [{ field, message }] : []);
  return [
    ...(on === null ? [{ field: 'act-on', message: say.giveOn }] : []),
    ...(act === 'train' ? [...empty('act-hours', hours, say.giveHours), ...empty('act-led', led_by, say.giveLedBy), ...empty('act-proof', proof, say.giveProof)] : []),
    ...(act === 'assess_firm' || act === 'assess_school' ? empty('act-result', passed, say.giveResult) : act === 'train' || act === 'start' ? [] : empty('act-note', note, say.giveNote)),
  ];
}

/** The request of an act. */
export function bodyOf(act: Act, { on, hours, led_by, proof, note, passed }: ActDraft, placements: string[]) {
  const about = { on: on as PlainDate, placements };
  if (act === 'train') return { act, ...about, hours, led_by: led_by.trim(), proof: proof.trim() };
  if (act === 'start') return { act, ...about };
  if (act === 'assess_firm' || act === 'assess_school') return { act, ...about, passed: passed === 'yes', note: note.trim() };
  return { act, ...about, note: note.trim() };
}

import { loadRows } from '../campus-rows.ts';
import { latestOfSchool } from '../pilot-schools.ts';
import type { Transaction } from '../transaction.ts';
import { brought, type Bring, type Brought, type Decided } from './decided.ts';
import { addReport, correct } from './decided-rows.ts';
import { addEntry } from './entry.ts';
import { loadMatters, type Effect, type StoredMatter } from './matter.ts';

/** S3-f: from the next day on the school is no part of the pilot; its campuses lose recognition and plate, each by its own matter. Rolls stay as they are: who is there is taught to the end. */
export async function stopPilot(tx: Transaction, decided: Decided, bring: Bring): Promise<Brought> {
  const school = await tx.whole((whole) => latestOfSchool(whole, decided.matter.subject));
  if (school === null) throw new Error('a school that is stopped has reported nothing');
  const ended = await correct(tx, 'schools', school, { pilot_to: decided.today }, decided);
  if (ended.outcome !== 'done') return ended;
  const effects: Effect[] = [...ended.effects];
  for (const campus of await tx.whole((whole) => loadRows(whole, 'campuses', {}, 'r.school_id = $2', decided.matter.subject))) {
    if (campus.status !== 'recognised') continue;
    const recognition = await recognitionOf(tx, campus.campus_id);
    const stopped = recognition === null ? await correct(tx, 'campuses', campus, { status: 'suspended' }, decided) : await endRecognition(tx, recognition, decided, bring);
    if (stopped.outcome !== 'done') return stopped;
    effects.push(...stopped.effects);
  }
  return brought(...effects);
}

/** S3-f: the school takes part again from the day, as of a new pilot, and says so in a report of that day; the time before its stop stays what it was, and the days between stay outside. */
export const resumePilot: Bring = async (tx, decided) => {
  const school = await tx.whole((whole) => latestOfSchool(whole, decided.matter.subject));
  if (school === null) throw new Error('a school that is resumed has reported nothing');
  const resumed = { pilot_from: decided.today, pilot_to: '' };
  return school.on === decided.today ? correct(tx, 'schools', school, resumed, decided) : addReport(tx, school, { ...resumed, on: decided.today }, decided);
};

async function recognitionOf(tx: Transaction, campus_id: string): Promise<StoredMatter | null> {
  const matters = await tx.whole((whole) => loadMatters(whole, { kind: 'campus_recognition', subject: campus_id, open: true }));
  return matters.find(({ state }) => state === 'recognised' || state === 'plated') ?? null;
}

/** The recognition ends within its own matter, by whoever confirmed the stop, with all that its end brings about. */
async function endRecognition(tx: Transaction, matter: StoredMatter, decided: Decided, bring: Bring): Promise<Brought> {
  const reason = `停止试点（事项 ${decided.matter.matter_id}）`;
  const entry_no = matter.version + 1;
  const answer = await bring(tx, { ...decided, matter, act: 'end', entry_no, reason, details: {}, votes: null, answers: new Map(), verdicts: [] });
  if (answer.outcome !== 'done') return answer;
  await tx.change(`update matters set state = 'ended', open = false, version = version + 1 where region_id = $1 and matter_id = $2 and version = $3`, [tx.actor.region_id, matter.matter_id, matter.version]);
  await addEntry(tx, matter, {
    act: 'end', from: matter.state, to: 'ended', person: decided.person, in_stead_of: null, role: 'city_bureau', reason, entry_no, on: decided.today, votes: null, details: {}, guards: [], verdicts: [], documents: [], effects: answer.effects,
  });
  return answer;
}

/** The second reading of the roll (codes C7, readings B37, B39, B54, B59): arrows as text, conditions one by one, days by the calendar of JavaScript. */
export interface NaiveRoll {
  readonly stage: string;
  readonly status: string;
  readonly grade: number;
  readonly since: string;
  readonly entered: string;
  readonly higher: string | null;
}

export interface NaiveAsk {
  readonly change: string;
  readonly by: string;
  readonly on: string;
  readonly papers: readonly string[];
  readonly approved: boolean;
  readonly ground: string;
  readonly same_category: boolean;
  readonly eligible: boolean;
  readonly audit: string;
}

/** change | who | stage: from … > to | papers | approved by the head */
const ARROWS = `
register | school | secondary: admitted > enrolled | admission_notice | -
keep_admission | school | secondary: admitted > admission_kept | application | head
restore_admission | school | secondary: admission_kept > enrolled | admission_notice | head
cancel_admission | school | secondary: admitted admission_kept > place_lost | absence_record | head
begin_internship | school | secondary: enrolled > internship | internship_agreement | -
begin_internship | college | higher: enrolled > internship | internship_agreement | -
end_internship | school | secondary: internship > enrolled | | -
end_internship | college | higher: internship > enrolled | | -
repeat | school | secondary: enrolled internship > repeating | decision | head
repeat | college | higher: enrolled internship > repeating | decision | head
suspend | school | secondary: enrolled repeating internship > suspended | application | head
suspend | college | higher: enrolled repeating internship > suspended | application | head
resume | school | secondary: suspended > enrolled | application | head
resume | college | higher: suspended > enrolled | application | head
keep_place | college | higher: enrolled repeating internship suspended > place_kept | enlistment_notice | head
restore_place | college | higher: place_kept > enrolled | discharge_notice | head
change_major | school | secondary: enrolled repeating internship > same | application | head
change_major | college | higher: enrolled repeating internship > same | application | head
change_class | school | secondary: enrolled repeating internship > same | | -
change_class | college | higher: enrolled repeating internship > same | | -
transfer_out | school | secondary: enrolled repeating internship > transferred_out | application receiving_school | head
withdraw | school | secondary: enrolled repeating internship suspended place_kept > withdrawn | decision | head
withdraw | college | higher: enrolled repeating internship suspended place_kept > withdrawn | decision | head
cancel_roll | college | higher: enrolled repeating internship suspended place_kept > withdrawn | decision | head
expel | school | secondary: enrolled repeating internship suspended place_kept > withdrawn | decision | head
expel | college | higher: enrolled repeating internship suspended place_kept > withdrawn | decision | head
death | school | secondary: enrolled repeating internship suspended place_kept > withdrawn | medical_certificate | -
death | college | higher: enrolled repeating internship suspended place_kept > withdrawn | medical_certificate | -
step_up | college | secondary: enrolled repeating internship > enrolled | step_up_list | head
leave_after_secondary | school | secondary: enrolled repeating internship > withdrawn | secondary_diploma | head
extend | college | higher: enrolled repeating internship > repeating | application audit_sheet | head
graduate | college | higher: enrolled repeating internship > graduated | audit_sheet | head
graduate_later | college | higher: completed > graduated | audit_sheet | head
complete | college | higher: enrolled repeating internship > completed | audit_sheet | head
end_incomplete | college | higher: enrolled repeating internship > incomplete | audit_sheet | head
`.trim().split('\n').map((line) => {
  const [change = '', by = '', move = '', papers = '', head = ''] = line.split('|').map((part) => part.trim());
  const [stage = '', states = ''] = move.split(': ');
  const [from = '', to = ''] = states.split(' > ');
  return { change, by, stage, from: from.split(' '), to, papers: papers.split(' ').filter((one) => one !== ''), head: head === 'head' };
});

/** Where the student stands afterwards; null when the change is refused. */
export function naiveChange(roll: NaiveRoll, ask: NaiveAsk): NaiveRoll | null {
  const arrow = ARROWS.find((one) => one.change === ask.change && one.stage === roll.stage && one.from.includes(roll.status));
  if (arrow === undefined || arrow.by !== ask.by || ask.on <= roll.since) return null;
  if (arrow.papers.some((paper) => !ask.papers.includes(paper)) || (arrow.head && !ask.approved)) return null;
  if (!isAllowed(roll, ask)) return null;
  const status = arrow.to === 'same' ? roll.status : arrow.to;
  if (ask.change === 'step_up') return { ...roll, stage: 'higher', status, grade: 4, since: ask.on, higher: ask.on };
  const registers = roll.status.startsWith('admi') && status === 'enrolled';
  return { ...roll, status, since: ask.on, entered: registers ? ask.on : roll.entered };
}

function isAllowed(roll: NaiveRoll, { change, on, ground, same_category, eligible, audit }: NaiveAsk): boolean {
  const term = (schoolYear(on) - schoolYear(roll.entered)) * 2 + ([2, 3, 4, 5, 6, 7, 8].includes(new Date(on).getUTCMonth() + 1) ? 2 : 1);
  const time = schoolYear(on) - schoolYear(roll.higher ?? roll.entered) + 1 < (roll.stage === 'higher' ? 4 : 5);
  switch (change) {
    case 'transfer_out': return roll.grade < 3 && term > 1;
    case 'change_major': return roll.stage === 'higher' ? ground !== 'other' : term <= (same_category ? 3 : 1);
    case 'step_up': return roll.grade === 3 && eligible && on >= `${schoolYear(roll.entered) + 3}-09-01`;
    case 'leave_after_secondary': return roll.grade === 3;
    case 'repeat': return time;
    case 'extend': return roll.grade === 5 && audit !== 'graduated' && time;
    case 'graduate': case 'graduate_later': return roll.grade === 5 && audit === 'graduated';
    case 'complete': return roll.grade === 5 && audit === 'completed';
    case 'end_incomplete': return roll.grade === 5 && audit === 'incomplete';
    default: return true;
  }
}

/** The first of September of a year: the grade afterwards, null when it stays. */
export function naiveAdvance(roll: NaiveRoll, year: number): NaiveRoll | null {
  const on = `${year}-09-01`;
  if (!['enrolled', 'repeating', 'internship'].includes(roll.status) || roll.since >= on || roll.grade === 3 || roll.grade === 5) return null;
  if (roll.status === 'repeating' && roll.since > `${year - 1}-09-01`) return null;
  return { ...roll, grade: roll.grade + 1, status: roll.status === 'repeating' ? 'enrolled' : roll.status, since: on };
}

/** The year in whose September the school year of a day began. */
function schoolYear(day: string): number {
  const at = new Date(day);
  return at.getUTCFullYear() - (at.getUTCMonth() < 8 ? 1 : 0);
}

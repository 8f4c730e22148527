import type { MadeCampus } from './made-campus.ts';
import { daysAfter, periodOff, periodOn } from './made-days.ts';
import { add, nearWhole } from './made-sheets.ts';
import type { MadeRow } from './made-sheets.ts';

const LOW_DEGREES = ['bachelor', 'none'] as const;
const HIGH_DEGREES = ['master', 'doctor'] as const;
const LOW_TITLES = ['intermediate', 'junior', 'none'] as const;
const HIGH_TITLES = ['senior_full', 'senior_vice'] as const;

function staffRow({ id, school, random, day, sheets }: MadeCampus, person_id: string, more: MadeRow): void {
  add(sheets, 'staff', {
    person_id, name: '教师', employer_id: random.pick([school, 'H1']), stage: 'higher', campus_id: id, school_id: '', post: 'teacher', employment: 'full_time',
    share: random.pick(['', '', '1']), degree: 'bachelor', title: 'none', qualified: 'yes', dual_qualified: random.pick(['', 'yes', 'no']), industry_expert: random.pick(['', '', 'no']),
    ...periodOn(random, day), exception_until: '', ...more,
  });
}

/** Staff of a campus around every line: 1:18, 1:350, half, 30 %, a quarter, a tenth, 1:200, 1:4 000. */
export function makeStaff(campus: MadeCampus): void {
  const { random } = campus;
  if (random.oneIn(12)) return;
  const full = Math.min(60, nearWhole(random, Math.ceil(campus.heads / 18)));
  makeFullTime(campus, random.oneIn(10) ? 0 : full);
  const external = nearWhole(random, Math.floor(full / 4));
  for (let at = 0; at < external; at++) {
    staffRow(campus, `${campus.id}x${at}`, { post: random.oneIn(9) ? 'teacher' : 'external_teacher', employment: 'external', industry_expert: random.pick(['yes', 'yes', 'no']), ...sometimesOff(campus) });
  }
  // Who also teaches full-time is not an external person.
  if (random.oneIn(4)) staffRow(campus, `${campus.id}t0`, { post: 'external_teacher', employment: 'external' });
  makePosts(campus);
  if (random.oneIn(4)) makeTravellers(campus);
}

const sometimesOff = ({ random, day }: MadeCampus): MadeRow => (random.oneIn(12) ? periodOff(random, day) : periodOn(random, day));

function makeFullTime(campus: MadeCampus, count: number): void {
  const { id, school, random, day, sheets } = campus;
  const masters = nearWhole(random, Math.ceil(count / 2));
  const seniors = nearWhole(random, Math.ceil((count * 3) / 10));
  const ideology = nearWhole(random, Math.ceil(campus.heads / 350));
  const troubled = random.oneIn(3);
  const overlapping = random.oneIn(4) ? nearWhole(random, Math.floor(count / 10)) : 0;
  const covered = random.oneIn(2);
  const order = random.shuffled(Array.from({ length: count }, (_, at) => at));
  for (let at = 0; at < count; at++) {
    const person = `${id}t${at}`;
    const row = {
      post: (order[at] ?? at) < ideology ? 'ideology_teacher' : 'teacher',
      degree: random.pick(at < masters ? HIGH_DEGREES : LOW_DEGREES), title: random.pick((order[count - 1 - at] ?? at) < seniors ? HIGH_TITLES : LOW_TITLES),
      qualified: troubled && random.oneIn(9) ? 'no' : 'yes', share: random.pick(['', '', '', '', '', '1', '0.5', '0.25']),
      ...(troubled ? sometimesOff(campus) : periodOn(random, day)), exception_until: at < overlapping && covered ? random.pick([day, day, daysAfter(day, 30), daysAfter(day, -1)]) : '',
    };
    if (random.oneIn(25)) makeTwoPosts(campus, person, row);
    else staffRow(campus, person, row);
    if (at < overlapping) {
      const period = random.oneIn(5) ? periodOff(random, day) : periodOn(random, day);
      add(sheets, 'staff', {
        person_id: person, name: '教师', employer_id: school, stage: 'secondary', campus_id: '', school_id: school, post: random.oneIn(8) ? 'class_head' : 'teacher',
        employment: random.oneIn(8) ? 'part_time' : 'full_time', share: '', degree: 'bachelor', title: 'none', qualified: 'yes', dual_qualified: '', industry_expert: '', ...period, exception_until: '',
      });
    }
  }
}

/** One person with two full-time teaching posts of half a share; degree and title differ, the later row holds. */
function makeTwoPosts(campus: MadeCampus, person: string, row: MadeRow): void {
  const { random, day } = campus;
  staffRow(campus, person, { ...row, post: 'teacher', share: '0.5', from: daysAfter(day, -200), to: '' });
  staffRow(campus, person, {
    ...row, post: 'ideology_teacher', share: '0.5', degree: random.pick(['master', 'bachelor']), title: random.pick(['senior_vice', 'junior']),
    from: random.pick([day, daysAfter(day, -100), daysAfter(day, -300)]), to: '',
  });
}

function makePosts(campus: MadeCampus): void {
  const { id, random, heads } = campus;
  const counsellors = nearWhole(random, Math.ceil(heads / 200));
  for (let at = 0; at < counsellors; at++) staffRow(campus, `${id}c${at}`, { post: 'counsellor', share: random.pick(['', '', '', '0.5']), ...sometimesOff(campus) });
  if (random.oneIn(3)) staffRow(campus, `${id}cp`, { post: random.pick(['counsellor', 'part_time_counsellor']), employment: 'part_time' });
  const psychologists = random.pick([0, 1, 1, 1, 2, Math.ceil(heads / 4000)]);
  for (let at = 0; at < psychologists; at++) staffRow(campus, `${id}p${at}`, { post: 'psychologist', employment: random.oneIn(6) ? 'part_time' : 'full_time', ...sometimesOff(campus) });
  for (let at = 0; at < 2; at++) staffRow(campus, `${id}h${at}`, { post: 'class_head', employment: random.pick(['full_time', 'part_time']), share: '0', ...sometimesOff(campus) });
}

/** Persons who also work, or worked, at another campus of the region. */
function makeTravellers(campus: MadeCampus): void {
  const { random, day } = campus;
  for (const [at, share] of [['T1', '0.125'], ['T2', '0.1']] as const) {
    if (random.oneIn(2)) staffRow(campus, at, { share, degree: random.pick(HIGH_DEGREES), from: daysAfter(day, -30), to: random.pick(['', day]) });
  }
  if (random.oneIn(2)) staffRow(campus, 'TX', { post: 'external_teacher', employment: 'external', industry_expert: random.pick(['yes', 'no']) });
}

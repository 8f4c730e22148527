import { words } from './dictionary.ts';

export const dutyStartWords = words(
  {
    title: '起算日',
    meaning: '从这一天起发生的事才催办。更早发生的算作已了结：不列入待办，不提醒，也不计逾期。没有设过时，为本地区启用系统的那一天。',
    day: '现在的起算日',
    before: '早于起算日、未见办结记录、算作已了结',
    count: (n) => (n === 0 ? '没有' : `${n} 项（在您看得到的范围内）`),
    edit: '更改起算日',
    newDay: '新的起算日',
    dayMissing: '请填写起算日',
    effect: (day, n) => (n === 0 ? `以 ${day} 为起算日，没有未办结的事因此算作了结` : `以 ${day} 为起算日，${n} 项未办结的事算作了结，不再催办`),
    save: '保存起算日',
    cancel: '不更改',
    saved: (day) => `起算日已改为 ${day}，待办已重新推算`,
  },
  {
    title: 'First day',
    meaning: 'Only what begins from this day on is asked for. What began earlier counts as done with: it is not listed as due, nobody is reminded, and it is never late. Where none was set it is the day on which the region began to use the system.',
    day: 'First day now',
    before: 'Begun before it, not seen to have ended, done with',
    count: (n) => (n === 0 ? 'none' : `${n} (of those that you may see)`),
    edit: 'Change the first day',
    newDay: 'New first day',
    dayMissing: 'Give the first day',
    effect: (day, n) => (n === 0 ? `With ${day} as the first day nothing unfinished is done with` : `With ${day} as the first day ${n} unfinished duties are done with and no longer asked for`),
    save: 'Save the first day',
    cancel: 'Do not change it',
    saved: (day) => `The first day is now ${day}; what is due was worked out anew`,
  },
);

import { words } from './dictionary.ts';

/** What is done with terms, courses, grades and conduct. */
export const teachingActs = words(
  {
    'term.set': '设定学期日期',
    'term.close': '学期结课',
    'teaching.open': '按培养方案开课',
    'teaching.assign': '安排任课教师',
    'teaching.hours': '登记授课课时',
    'teaching.save': '保存成绩',
    'teaching.submit': '提交成绩',
    'teaching.return': '退回成绩',
    'teaching.release': '发布成绩',
    'teaching.correct': '更正成绩',
    'conduct.save': '保存操行',
    'conduct.submit': '提交操行',
    'conduct.return': '退回操行',
    'conduct.decide': '审定操行',
  },
  {
    'term.set': 'Set the days of a term',
    'term.close': 'Closed a term',
    'teaching.open': 'Opened courses by the scheme',
    'teaching.assign': 'Assigned a teacher',
    'teaching.hours': 'Said the hours taught',
    'teaching.save': 'Saved grades',
    'teaching.submit': 'Handed grades in',
    'teaching.return': 'Handed grades back',
    'teaching.release': 'Released grades',
    'teaching.correct': 'Corrected a grade',
    'conduct.save': 'Saved conduct',
    'conduct.submit': 'Handed conduct in',
    'conduct.return': 'Handed conduct back',
    'conduct.decide': 'Decided on conduct',
  },
);

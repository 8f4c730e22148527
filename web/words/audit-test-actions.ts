import { words } from './dictionary.ts';

/** Acts on tests, on the step-up, on visits and on the work at campuses. */
export const testActionWords = words(
  {
    'sample_test.plan': '制定抽测方案', 'sample_test.close_list': '封存抽测名单', 'sample_test.draw': '抽取抽测样本', 'sample_test.score': '登记抽测成绩', 'sample_test.report': '发布抽测结果',
    'step_up.arrange': '安排升段测试', 'step_up.score': '登记升段测试成绩', 'step_up.publish': '公示升段名单', 'step_up.appeal': '提出升段申诉', 'step_up.answer': '答复升段申诉',
    'supervision.record': '记录督导检查', 'supervision.correct': '更正督导检查',
    'report.draft': '下载简报或年度报告', 'circular.issue': '印发通知', 'circular.read': '签收通知', 'pilot_log.record': '登记联合活动、宣传和举措', 'pilot_log.correct': '更正登记',
    'journal.record': '记录校区工作', 'journal.correct': '更正校区工作记录', 'journal.withdraw': '撤销校区工作记录', 'journal.step': '办理校区工作', 'journal.list': '下载校区工作清单',
  },
  {
    'sample_test.plan': 'Plan a sample test', 'sample_test.close_list': 'Close the list of a sample test', 'sample_test.draw': 'Draw a sample', 'sample_test.score': 'Record scores of a sample test', 'sample_test.report': 'Report a sample test',
    'step_up.arrange': 'Arrange a step-up test', 'step_up.score': 'Record scores of a step-up test', 'step_up.publish': 'Publish who steps up', 'step_up.appeal': 'Object to what was published', 'step_up.answer': 'Answer an appeal',
    'supervision.record': 'Record a supervision visit', 'supervision.correct': 'Correct a supervision visit',
    'report.draft': 'Download a briefing or yearly report', 'circular.issue': 'Issue a circular', 'circular.read': 'Say that a circular was read', 'pilot_log.record': 'Record what was done together or made known', 'pilot_log.correct': 'Correct what was recorded',
    'journal.record': 'Record work at a campus', 'journal.correct': 'Correct a record of work', 'journal.withdraw': 'Take back a record of work', 'journal.step': 'Move work at a campus on', 'journal.list': 'Take a list of work along',
  },
);

import { ladder, onDay, withinWorkdays, type DutyDeclaration } from '../../duties/declaration.ts';
import { say } from './declare-parameter.ts';

export const m09Duties: readonly DutyDeclaration[] = [
  {
    // M9-c: so many of a school's students of the secondary stage are tested each academic year.
    id: 'sample_test', clause: 'M9-c', label: say('组织学生抽测', 'Hold the sample test'), owners: ['college_academic'], to: 'school_head',
    action: { label: say('登记抽测成绩', 'Record the results'), screen: '/tests' },
    opens: 'school.school_year', closes: 'sample.tested', due: onDay('sample.done_by'), ladder: ladder('college_academic', 'college_leadership'),
  },
  {
    // M9-d: every student of the third year takes the step-up test.
    id: 'upgrade_test', clause: 'M9-d', label: say('组织升段入学测试', 'Hold the step-up test'), owners: ['college_academic'], to: 'school_registrar',
    action: { label: say('登记测试成绩', 'Record the results'), screen: '/tests' },
    opens: 'school.third_year', closes: 'third_year.tested', due: onDay('upgrade.done_by'), ladder: ladder('college_academic', 'college_leadership'),
  },
  {
    // M9-d: nobody steps up while an objection waits, so it has a day of its own; another person than who published answers.
    id: 'step_up_appeal', clause: 'M9-d', label: say('答复升段申诉', 'Answer an appeal about the step-up'), owners: ['college_academic', 'college_leadership'], to: 'school_head',
    action: { label: say('办理申诉', 'Decide on the appeal'), screen: '/tests' },
    opens: 'student.appealed', closes: 'appeal.answered', due: withinWorkdays('upgrade.appeal_days'), ladder: ladder('college_academic', 'college_leadership', ['college_leadership']),
  },
];

import { words } from './dictionary.ts';

export const mineWords = words(
  {
    lead: (name) => `${name}，下面是系统里与您有关的记录。`,
    leadOf: (organisation) => `${organisation}的学生在本单位实习、就业的记录。`,
    checkTitle: '请核对一遍',
    checkStudent: '姓名、班级、学籍状态和费用如有不对，请找学校学籍管理员更正。证件号码只显示一部分。',
    checkEnterprise: '实习与就业记录如有不对，请与学校联系更正。',
    nothing: '还没有与您有关的记录',
    nothingHelp: '学校登记之后会显示在这里。如果您已经入学，请联系学校学籍管理员。',
    count: (n) => `${n} 条`,
    more: (n) => `再显示 ${n} 条`,
    notFilled: '未填',
    also: '其他',
    clauses: '看政策条款',
    account: '我的账号',
  },
  {
    lead: (name) => `${name}, these are the records about you.`,
    leadOf: (organisation) => `Records of students on internship or employed at ${organisation}.`,
    checkTitle: 'Please check them',
    checkStudent: 'If name, class, status or fees are wrong, ask the school’s registrar to correct them. Of ids only a part is shown.',
    checkEnterprise: 'If internships or employment are wrong, ask the school to correct them.',
    nothing: 'There are no records about you yet',
    nothingHelp: 'They stand here once the school has entered them. If you are at school already, ask its registrar.',
    count: (n) => `Records: ${n}`,
    more: (n) => `Show ${n} more`,
    notFilled: 'not filled in',
    also: 'Also',
    clauses: 'Read the policy',
    account: 'My account',
  },
);

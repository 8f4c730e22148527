import { words } from './dictionary.ts';

export const ownStudyWords = words(
  {
    own: '课程、成绩和学分',
    ownCredits: (earned, required) => `已得 ${earned} 学分，培养方案要求 ${required} 学分`,
    ownNoScheme: (earned) => `已得 ${earned} 学分；所在年级还没有审定的培养方案`,
    ownLeft: (n) => `还差 ${n} 学分`,
    ownEnough: '学分已达要求',
    ownBrought: (n) => `其中 ${n} 学分为此前登记`,
    ownConductOk: '操行合格',
    ownConductBad: '操行不合格，请与班主任联系',
    ownNone: '还没有开设的课程',
    ownPending: '成绩未发布',
    ownCourse: (credits) => `${credits} 学分`,
  },
  {
    own: 'Courses, grades and credits',
    ownCredits: (earned, required) => `${earned} credits of the ${required} that the scheme asks`,
    ownNoScheme: (earned) => `${earned} credits; no scheme of the cohort is approved yet`,
    ownLeft: (n) => `${n} to go`,
    ownEnough: 'As many as are asked',
    ownBrought: (n) => `${n} of them were recorded before`,
    ownConductOk: 'Conduct passed',
    ownConductBad: 'Conduct not passed: ask the class’s head',
    ownNone: 'No course is open yet',
    ownPending: 'Not released yet',
    ownCourse: (credits) => `${credits} credits`,
  },
);

import { words } from './dictionary.ts';

export const wayOutWords = words(
  {
    title: '毕业',
    when: (day, days) => (Number(days) < 0 ? `毕业日 ${day} 已过` : `预计 ${day} 毕业，还有 ${days} 天`),
    needed: '还需要一本证书', neededHelp: '毕业前须取得高级工及以上技能等级证书，或中级及以上 X 证书，并交学校登记核验（M9-e）。找学校学籍管理员。',
    certificates: '我的证书', noCertificates: '还没有登记的证书。', verified: '已核验', waiting: '待核验', tooLow: '等级不够毕业要求',
    checklist: '毕业核对单', nothingMissing: '各项条件都已达到。', missing: (many) => `还有 ${many} 项没有达到，看每项下面找谁办。`, shown: '不影响毕业结论', code: '查验码',
  },
  {
    title: 'Graduation',
    when: (day, days) => (Number(days) < 0 ? `The day of graduation, ${day}, is over` : `Graduation on ${day}, in ${days} days`),
    needed: 'A certificate is still needed', neededHelp: 'Before graduating: a skill grade of senior worker or higher, or an X certificate of intermediate or higher, handed in at school to be verified (M9-e). Ask the registrar of the school.',
    certificates: 'My certificates', noCertificates: 'No certificate is entered yet.', verified: 'Verified', waiting: 'To be verified', tooLow: 'too low for graduation',
    checklist: 'Graduation checklist', nothingMissing: 'Every condition is met.', missing: (many) => `${many} to go; each says whom to ask.`, shown: 'does not decide', code: 'Code',
  },
);

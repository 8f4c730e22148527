import { words } from './dictionary.ts';

/** What the audit calls the acts on a student's way in: the roll, the agreement, admission. */
export const studentActionWords = words(
  {
    'roll.change': '登记学籍异动',
    'roll.advance': '逐年升级',
    'roll.undo': '撤销学籍异动',
    'roll.number': '换发正式学籍号',
    'admission.import': '导入录取名单',
    'admission.duplicate': '认定疑似重复',
    'admission.register': '新生报到注册',
    'student_list.export': '下载新生名册',
    'e_registration.mark': '登记电子注册',
  },
  {
    'roll.change': 'Changed a roll',
    'roll.advance': 'Advanced the grades',
    'roll.undo': 'Undid a change of a roll',
    'roll.number': 'Gave a lasting roll number',
    'admission.import': 'Imported admitted students',
    'admission.duplicate': 'Decided on look-alikes',
    'admission.register': 'Registered new students',
    'student_list.export': 'Downloaded a list of new students',
    'e_registration.mark': 'Marked electronic registration',
  },
);

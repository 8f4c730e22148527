import { words } from './dictionary.ts';

export const calendarWords = words(
  {
    title: '待办日历',
    help: '把自己的待办订阅到手机或电脑的日历里，期限改变时日历随之更新。地址就是钥匙：知道的人能看到您的待办，但看不到学生姓名，也不能办理。',
    none: '还没有日历地址。',
    made: (when) => `地址于 ${when} 建立，还没有日历程序读取过。`,
    used: (when) => `日历程序最近于 ${when} 读取。`,
    make: '生成日历地址',
    renew: '换一个地址',
    end: '停用地址',
    address: '日历地址',
    addressHelp: '只显示这一次。复制后，在日历程序中选“订阅日历”或“添加网络日历”粘贴。',
    ended: '日历地址已停用',
  },
  {
    title: 'Calendar of duties',
    help: 'Subscribe to your duties in the calendar of your phone or computer; it follows when a deadline moves. The address is the key: whoever knows it sees what is due from you, no names of students, and can do nothing.',
    none: 'There is no address yet.',
    made: (when) => `The address was made on ${when}; no calendar has read it yet.`,
    used: (when) => `A calendar read it last on ${when}.`,
    make: 'Make an address',
    renew: 'Make another address',
    end: 'End the address',
    address: 'Address of the calendar',
    addressHelp: 'Shown this once. Copy it, then choose "Subscribe to calendar" in your calendar program and paste it.',
    ended: 'The address of the calendar has ended',
  },
);

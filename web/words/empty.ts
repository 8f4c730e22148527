import { words } from './dictionary.ts';

/** What a screen says while there is nothing to show. */
export const emptyWords = words(
  {
    act: '到「数据」导入工作簿',
    overview: '还没有可以汇总的校区',
    overviewHelp: '导入含「校区」表的工作簿后，这里显示目标进度、校区达标矩阵和县（市、区）覆盖。',
    campuses: '还没有校区',
    campusesHelp: '导入含「校区」表的工作簿后，这里逐校区列出每项标准的结论、差距和由来。',
    whatIf: '还没有可以试算的校区',
    whatIfHelp: '有了校区的记录，就可以试算增减学生、面积、设备和教师之后的结论。',
    clauses: '还没有可以对照的记录',
    clausesHelp: '导入数据后，每条条款旁显示它在本地区的执行情况。',
    readings: '还没有受口径影响的结论',
    readingsHelp: '导入数据后，这里列出每个口径，以及换一种读法时结论会怎样变。',
    data: '还没有任何记录',
    dataHelp: '把工作簿拖到这里。文件先在本机检查，确认后才入库。',
  },
  {
    act: 'Import a workbook under Data',
    overview: 'No campus to summarise yet',
    overviewHelp: 'After a workbook with a campuses sheet is imported, this page shows the targets, the matrix of campuses and standards, and the counties covered.',
    campuses: 'No campus yet',
    campusesHelp: 'After a workbook with a campuses sheet is imported, this page lists every standard of every campus with its gap and its origin.',
    whatIf: 'No campus to try on yet',
    whatIfHelp: 'With the records of a campus you can try what more or fewer students, rooms, equipment and teachers would change.',
    clauses: 'No records to hold against the clauses yet',
    clausesHelp: 'After data is imported, each clause shows how it stands over the region.',
    readings: 'No verdict that depends on a reading yet',
    readingsHelp: 'After data is imported, this page lists every reading and what another one would change.',
    data: 'No records yet',
    dataHelp: 'Drop a workbook here. It is checked on this machine first and stored only when you say so.',
  },
);

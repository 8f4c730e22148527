import { words } from './dictionary.ts';

export const nationalWords = words(
  {
    title: '报送国家系统', lead: '按国家系统的栏目生成工作簿：登记表有的自动填好，没有的留空并写明原因，同一批人不必再录一遍（R3-b、R3-c、S2-i）。',
    nothing: '没有可以报送的系统', nothingHelp: '中职学籍由学校学籍管理员报送，高职学籍由学院学籍办报送，状态数据由学院项目办报送。',
    system: '系统', organisation: '报送单位', cohort: '入学年份', cohortHelp: '只报一届时填写，如新生填当年；不填为全部。',
    unconfirmed: '栏目未经系统主管单位确认，上传前请逐列核对', source: (text) => `栏目来源：${text}。`, dated: (copied, read) => `副本日期 ${copied}，${read} 查阅。`, undated: (read) => `副本未注明日期，${read} 查阅。`,
    rows: (n, day) => `${day}：${n} 行`, complete: '登记表能填的必填项都有', lackingRows: (n) => `${n} 行缺必填项`,
    take: '下载工作簿', takeMasked: '下载（证件号只显示一部分）', takeWhole: '下载完整证件号和电话', takeAct: '下载并记录', taken: '已下载，“说明”表写明每一列的来历', takenWhole: '已下载，已记入操作记录', failed: '没有下载', onlyMasked: '您的身份不能查看完整证件号和电话，文件里只显示一部分。',
    wholeLead: (n) => `将取出 ${n} 行的完整证件号和电话。文件请妥善保管，上传后删除。`, purposeHelp: '至少 4 个字，如“上报 2026 级新生学籍”。谁、何时、为何、多少个都会记入操作记录；不要写证件号或电话。',
    own: '系统要求的栏目不同？用自备的栏目表', ownLead: 'CSV 文件，第一行写“表,栏目,字段,必填”，以后每行一个栏目，按系统的顺序；字段留空的栏目留空。只有一张表时可以不写“表”。', ownFile: '栏目表（.csv）', ownWrong: '这份栏目表不能用', ownTaken: (n) => `将按自备的 ${n} 个栏目生成`, ownClear: '不用自备的', fields: '可用的字段',
    tableOf: (name, n) => `${name}（${n} 行）`, columnsOf: (n) => `栏目（${n} 列）`, filledColumns: (n) => `由登记表填写的 ${n} 列`, blankColumns: (n) => `留空的 ${n} 列`, neededAmong: (n) => `，其中必填 ${n} 列，须补填`,
    noRows: '没有可报送的记录', noRowsHelp: '请核对口径日期和入学年份；已离校的学生不在其中。', lackingColumns: (list) => `缺的必填项：${list}。`, inRows: (heading, n) => `${heading} ${n} 行`, lackingList: (n) => `缺必填项的 ${n} 行`, firstShown: (n) => `只列出前 ${n} 行，全部在工作簿的“缺项名单”里。`, who: '姓名或名称', lacks: '缺少的必填项',
    column: '栏目', filledBy: '填写内容', emptyIn: '空白', emptyOf: (n, of) => `${n} / ${of} 行`, required: '必填', requiredBlank: (heading) => `${heading}（必填，请补填）`, not_recorded: '登记表没有这项内容', operator_code: '须按系统自己的代码表选填',
  },
  {
    title: 'National systems', lead: 'A workbook in the columns of a national system: what the registers hold is filled in, the rest is left empty with its reason, and nobody is typed twice (R3-b, R3-c, S2-i).',
    nothing: 'There is no system to report to', nothingHelp: 'The registrar of a school reports its roll, the roll office of a college that of the higher stage, its programme office the state data.',
    system: 'System', organisation: 'Reporting for', cohort: 'Year of entry', cohortHelp: 'For one cohort only, such as the new students; empty for all.',
    unconfirmed: 'The columns are not confirmed by the operator: check each before uploading', source: (text) => `Where the columns come from: ${text}.`, dated: (copied, read) => `The copy is of ${copied}, read on ${read}.`, undated: (read) => `The copy bears no date; read on ${read}.`,
    rows: (n, day) => `${day}: ${n} rows`, complete: 'everything required that the registers can say is there', lackingRows: (n) => `${n} rows lack something required`,
    take: 'Download the workbook', takeMasked: 'Download (ids shown in part)', takeWhole: 'Download with whole ids and phones', takeAct: 'Download and write it down', taken: 'Downloaded; the sheet 说明 tells where every column comes from', takenWhole: 'Downloaded, and written into the record of acts', failed: 'Nothing was downloaded', onlyMasked: 'Your role may not see whole ids and phones; the file shows a part of them.',
    wholeLead: (n) => `Whole ids and phones of ${n} rows are taken out. Keep the file safe, and delete it once it is uploaded.`, purposeHelp: 'At least 4 characters, such as “register the new students of 2026”. Who, when, why and how many is written into the record of acts; write no id or phone here.',
    own: 'The system asks for other columns? Use a list of your own', ownLead: 'A CSV file: the first line reads “table,heading,field,required”, then one line for each column in the system’s order; a column without a field stays empty. Where there is one table, “table” may be left out.', ownFile: 'List of columns (.csv)', ownWrong: 'This list cannot be used', ownTaken: (n) => `The file will have your own ${n} columns`, ownClear: 'Leave the own list', fields: 'Fields there are',
    tableOf: (name, n) => `${name} (${n} rows)`, columnsOf: (n) => `Columns (${n})`, filledColumns: (n) => `${n} columns filled from the registers`, blankColumns: (n) => `${n} columns left empty`, neededAmong: (n) => `, ${n} of them required: fill them in`,
    noRows: 'There is nothing to report', noRowsHelp: 'Check the as-of date and the year of entry; whoever left is not among them.', lackingColumns: (list) => `Required and missing: ${list}.`, inRows: (heading, n) => `${heading} in ${n} rows`, lackingList: (n) => `${n} rows lack something required`, firstShown: (n) => `The first ${n} are shown; all stand in the workbook’s last sheet.`, who: 'Name', lacks: 'Required and missing',
    column: 'Column', filledBy: 'Filled with', emptyIn: 'Empty', emptyOf: (n, of) => `${n} of ${of} rows`, required: 'required', requiredBlank: (heading) => `${heading} (required: fill it in)`, not_recorded: 'No register holds it', operator_code: 'A code of the operator’s own list',
  },
);

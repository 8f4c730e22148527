import type { Bilingual, Language } from '../values/bilingual.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { sheets } from './sheets.ts';
import type { SheetName } from './sheets.ts';
import type { Sheet } from './sheet.ts';
import { uploadSheets, type UploadSheetName } from './upload-sheets.ts';

/** What happened, and what to do about it; `{value}` stands for what the cell holds. */
const sentences: Readonly<Record<ProblemCode, Bilingual>> = {
  missing_column: {
    zh: '缺少这一列。请按模板补上该列标题及内容。',
    en: 'this column is missing. Add it with its heading as in the template.',
  },
  missing_value: { zh: '必填项为空。请填写。', en: 'a required value is empty. Fill it in.' },
  not_a_number: { zh: '“{value}”不是数字。请只填数字，不带单位和文字。', en: '“{value}” is not a number. Enter digits only, without unit or words.' },
  not_a_date: {
    zh: '“{value}”不是有效日期。请写成 2025-09-01 的样式，并核对该日是否存在。',
    en: '“{value}” is not a date. Write it like 2025-09-01 and make sure that there is such a day.',
  },
  not_allowed: {
    zh: '“{value}”不在允许的取值之内。请对照模板的说明或下拉选项改正。',
    en: '“{value}” is not one of the values allowed. Choose one from the template’s list or explanation.',
  },
  negative: { zh: '“{value}”是负数。请填零或正数。', en: '“{value}” is negative. Enter zero or more.' },
  too_many_decimals: {
    zh: '“{value}”的小数位过多。人数和件数填整数，金额最多两位小数，份额最多四位小数。',
    en: '“{value}” has too many decimals. Counts take none, money at most two, shares at most four.',
  },
  duplicate_key: {
    zh: '与前面某行编号相同（“{value}”），但内容不同。请保留正确的一行，或改正编号。',
    en: 'an earlier row has the same key (“{value}”) with other values. Keep the right one, or correct the key.',
  },
  overlap: {
    zh: '自“{value}”起的期间与同一对象的另一行重叠。请为先前的一行填写截止日期，或调整起始日期。',
    en: 'the period from “{value}” overlaps another row of the same thing. End the earlier row, or move the start.',
  },
  share_over_one: {
    zh: '同一对象在某一天的份额合计为 {value}，超过 1。请调低各行份额。',
    en: 'the shares of the same thing sum to {value} on some day, more than 1. Lower them.',
  },
  unknown_reference: {
    zh: '“{value}”在被引用的表中不存在。请先在那张表中登记，或改正编号。',
    en: '“{value}” is not in the sheet it refers to. Add it there first, or correct the id.',
  },
  from_after_to: {
    zh: '截止日期“{value}”早于起始日期。请改正其中一个。',
    en: 'the end “{value}” is before the start. Correct one of them.',
  },
  not_higher_stage: {
    zh: '“{value}”在该学年没有高职段学籍，不能登记这笔款项。请核对学号、学年或学籍。',
    en: '“{value}” is not on the higher-stage roll in that academic year. Check the student, the year or the roll.',
  },
  wrong_party: {
    zh: '“{value}”不是这类款项的付款方或收款方。请核对拨付类别和双方编号。',
    en: '“{value}” is not a party of this kind of payment. Check the kind and both parties.',
  },
  below_floor: {
    zh: '比例“{value}”低于政策规定的下限。请按协议核对后改正。',
    en: 'the ratio “{value}” is below the floor that the policy sets. Check the agreement and correct it.',
  },
  not_yours: {
    zh: '该行不在您可以填报的范围内。请去掉这一行，或由所属单位填报。',
    en: 'this row is not yours to report. Leave it out, or ask the institution that it belongs to.',
  },
  id_wrong: {
    zh: '“{value}”的校验位或样式不对，不能录入。请对照证件改正（18 位，末位可为 X）。',
    en: '“{value}” has a wrong check character or shape and is not taken. Correct it by the document (18 characters).',
  },
  id_birth_date: {
    zh: '“{value}”中的出生日期不存在或与出生日期一栏不同。请对照证件改正。',
    en: 'the birth date in “{value}” is no day, or not the one in its own column. Correct either by the document.',
  },
  id_sex: {
    zh: '性别“{value}”与身份证件号码不一致。请对照证件改正其中一个。',
    en: 'the sex “{value}” is not the one that the citizen id says. Correct either by the document.',
  },
  not_of_school: {
    zh: '专业项目“{value}”不是该校的项目。请核对学校和专业项目编号。',
    en: 'programme “{value}” is not one of this school. Check the school and the programme.',
  },
  no_plan: {
    zh: '“{value}”年还没有审定并报送的招生计划，不能录取（M8-c）。请先办理招生计划。',
    en: 'no plan of {value} is decided and filed: nobody is admitted (M8-c). The plan comes first.',
  },
  line_not_filed: {
    zh: '“{value}”不在当年已报送备案的招生计划内，不能录取（M8-c）。请先补报计划，或改正专业项目。',
    en: '“{value}” is on no filed plan of the year: nobody is admitted to it (M8-c). File the line, or correct the programme.',
  },
  over_quota: {
    zh: '录取人数超过核定计划：{value}（M8-c）。请减少录取，或先办理计划调整。',
    en: 'more are admitted than the plan approves: {value} (M8-c). Admit fewer, or have the plan amended first.',
  },
  pilot_stopped: {
    zh: '“{value}”已停止试点，不再招生（S3-f）。请去掉这一行；恢复试点后再录取。',
    en: 'the pilot of “{value}” is stopped: it takes nobody in (S3-f). Leave this row out; once the pilot is resumed, admit again.',
  },
  settled_already: {
    zh: '“{value}”已报到注册或已失去入学资格，录取信息不再改动。请去掉这一行。',
    en: '“{value}” is registered or has lost the place: what the admission said is not changed any more. Leave this row out.',
  },
  another_name: {
    zh: '该学号的学生不叫“{value}”。请核对学号和姓名。',
    en: 'the student of this number is not called “{value}”. Check number and name.',
  },
  above_full_marks: {
    zh: '成绩“{value}”高于考核当日有效的满分（M9-c、M9-d）。请核对成绩；满分另有规定的，请先办理参数变更。',
    en: 'the score “{value}” is above the full marks in force on the day of the test (M9-c, M9-d). Check it; where full marks are others, have the parameter changed first.',
  },
  unknown_column: {
    zh: '不认识列标题“{value}”，该列未读取。如需使用，请改成模板中的标题。',
    en: 'the heading “{value}” is not known and its column was not read. Rename it as in the template to use it.',
  },
  unknown_sheet: {
    zh: '不认识这张表，未读取。如需使用，请改成模板中的表名。',
    en: 'this sheet is not known and was not read. Rename it as in the template to use it.',
  },
  duplicate_row: {
    zh: '与前面某行完全相同（“{value}”），只计一次。可删去这一行。',
    en: 'the same as an earlier row (“{value}”); it counts once. This row can be deleted.',
  },
  code_pattern: {
    zh: '“{value}”不符合该类代码的编码规则。请对照目录或证件核对。',
    en: '“{value}” does not look like a code of this kind. Check it against the catalogue or the document.',
  },
  id_checksum: {
    zh: '“{value}”未通过身份证件号码校验。请对照证件核对。',
    en: '“{value}” is not a valid citizen id number. Check it against the document.',
  },
  wrong_stage_at_campus: {
    zh: '中职段学生登记在校区“{value}”，而校区只承担高职段。请核对学段，或清空校区编号。',
    en: 'a secondary-stage student stands at campus “{value}”, which serves the higher stage only. Check the stage, or clear the campus.',
  },
  headcount_differs: {
    zh: '签认人数与学籍人数不一致（“{value}”），以签认人数为准。请核对两者。',
    en: 'the signed headcount differs from the roll (“{value}”); the signed one is used. Compare the two.',
  },
  no_charge: {
    zh: '有实收而没有同类应收（“{value}”）。请补登应收，或核对费用类别。',
    en: 'money was received without a charge of its kind (“{value}”). Add the charge, or check the kind.',
  },
  item_not_approved: {
    zh: '“{value}”不在高职院校本学年批准的代管费项目内（R4-f）。请核对项目名称，或先补录批准的项目。',
    en: '“{value}” is on no list of custody items that the college entered for the year (R4-f). Check the name of the item, or enter the list that approves it.',
  },
  unusual_age: {
    zh: '按出生日期“{value}”计算，入学年龄不常见。请核对。',
    en: 'born on “{value}”, the age at entry is unusual. Check it.',
  },
  no_id: {
    zh: '没有身份证件号码：无法按证件查重，注册时取得临时学籍号。如有证件请补填。',
    en: 'there is no citizen id: duplicates cannot be found by it, and the roll number will be a temporary one. Add it if there is one.',
  },
};

/** The longest part of a cell that a sentence repeats. */
const MAX_SHOWN = 60;

/** A problem as a sentence: where it is, by the labels that the user sees, what happened and what to do. */
export function describeProblem(problem: Problem, language: Language): string {
  const { code, value } = problem;
  const shown = value === null ? '' : value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value;
  const sentence = sentences[code][language].replace('{value}', () => shown);
  return language === 'zh' ? `${placeInChinese(problem)}：${sentence}` : `${placeInEnglish(problem)}: ${sentence}`;
}

function placeInChinese({ sheet, row, column }: Problem): string {
  const { sheetLabel, columnLabel } = labels(sheet, column, 'zh');
  return `《${sheetLabel}》${row === null ? '' : `第 ${row} 行`}${columnLabel === null ? '' : `“${columnLabel}”`}`;
}

function placeInEnglish({ sheet, row, column }: Problem): string {
  const { sheetLabel, columnLabel } = labels(sheet, column, 'en');
  return `${sheetLabel}${row === null ? '' : `, row ${row}`}${columnLabel === null ? '' : `, ${columnLabel}`}`;
}

function sheetNamed(name: string): Sheet | undefined {
  if (Object.hasOwn(sheets, name)) return sheets[name as SheetName];
  return Object.hasOwn(uploadSheets, name) ? uploadSheets[name as UploadSheetName] : undefined;
}

function labels(sheet: string, column: string | null, language: Language): { sheetLabel: string; columnLabel: string | null } {
  const known = sheetNamed(sheet);
  const label = column !== null && known !== undefined && Object.hasOwn(known.columns, column)
    ? known.columns[column]?.label[language]
    : undefined;
  return { sheetLabel: known?.label[language] ?? sheet, columnLabel: label ?? column };
}

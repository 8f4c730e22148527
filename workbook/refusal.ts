import type { Bilingual } from '../core/values/bilingual.ts';

/** Why a file was not read at all. Problems of rows and cells are not refusals; the reader lists those. */
export type RefusalCode =
  | 'not_found' | 'unsupported_xls' | 'encrypted' | 'macro_workbook' | 'not_a_workbook'
  | 'truncated' | 'too_large' | 'unsafe_xml' | 'damaged';

/** A file that was refused: what is wrong with it and what its owner can do. */
export interface Refusal {
  readonly refused: RefusalCode;
  /** File name as the user knows it, without folders. */
  readonly file: string;
  readonly message: Bilingual;
  readonly advice: Bilingual;
  /** The place or the figure that decided, for the log; null when the message says all. */
  readonly detail: string | null;
}

type Wording = Readonly<Record<'message' | 'advice', Bilingual>>;

const SAVE_AS: Bilingual = {
  zh: '请用 WPS 或 Excel 打开该文件，选择“另存为 .xlsx”，再上传新文件。',
  en: 'Open the file in WPS or Excel, choose "Save as .xlsx" (另存为 .xlsx), and use the new file.',
};

const WORDING: Readonly<Record<RefusalCode, Wording>> = {
  not_found: {
    message: { zh: '找不到这个文件或文件夹。', en: 'There is no such file or folder.' },
    advice: { zh: '请检查路径和文件名，并确认有读取权限。', en: 'Check the path and the name, and that it may be read.' },
  },
  unsupported_xls: {
    message: { zh: '不支持这种旧格式或其他格式的表格文件。', en: 'Old or other spreadsheet formats (.xls, .et) are not supported.' },
    advice: SAVE_AS,
  },
  encrypted: {
    message: { zh: '文件设有打开密码，无法读取。', en: 'The file is protected by a password and cannot be read.' },
    advice: { zh: '请打开文件，取消打开密码，另存为 .xlsx 后再上传。', en: 'Open it, remove the password, save as .xlsx and use that file.' },
  },
  macro_workbook: {
    message: { zh: '文件含有宏，出于安全不予读取。', en: 'The file contains macros and is not read, for safety.' },
    advice: { zh: '请另存为不含宏的 .xlsx 文件。', en: 'Save it as an .xlsx workbook without macros.' },
  },
  not_a_workbook: {
    message: { zh: '这不是可以读取的工作簿（.xlsx）或 CSV 数据。', en: 'This is not a workbook (.xlsx) or CSV data that can be read.' },
    advice: {
      zh: '请提供 .xlsx 文件、.csv 文件，或装有 .csv 文件的文件夹；改扩展名不能改变文件格式。',
      en: 'Give an .xlsx file, a .csv file, or a folder of .csv files; renaming a file does not change its format.',
    },
  },
  truncated: {
    message: { zh: '文件不完整，可能没有下载或复制完。', en: 'The file is incomplete; its download or copy may have stopped early.' },
    advice: { zh: '请重新下载或复制原文件。', en: 'Download or copy the original again.' },
  },
  too_large: {
    message: { zh: '文件展开后过大，或单元格位置异常分散，已停止读取。', en: 'The file is too large once unpacked, or its cells lie abnormally far apart; reading stopped.' },
    advice: {
      zh: '请删除数据区以外的内容和多余的工作表，或拆成几个文件、改用 CSV 文件夹。',
      en: 'Delete what lies outside the data and sheets that are not needed, or split the file, or use a folder of CSV files.',
    },
  },
  unsafe_xml: {
    message: { zh: '文件内部含有实体或文档类型声明，正常的工作簿没有这些内容，已拒绝读取。', en: 'The file declares entities or a document type, which no ordinary workbook does; it is not read.' },
    advice: SAVE_AS,
  },
  damaged: {
    message: { zh: '文件已损坏，内部结构读不通。', en: 'The file is damaged; its inner structure cannot be read.' },
    advice: { zh: '请用 WPS 或 Excel 打开并修复，另存为 .xlsx 后再上传。', en: 'Open and repair it in WPS or Excel, save as .xlsx and use that file.' },
  },
};

export function refusal(code: RefusalCode, file: string, detail: string | null = null): Refusal {
  return { refused: code, file, ...WORDING[code], detail };
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}

/** Leaves the middle of a scan with a refusal; caught at the door of this ring and never seen outside. */
export class Refused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

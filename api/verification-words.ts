import type { Bilingual, Language } from '../core/values/bilingual.ts';

const WORDS = {
  title: { zh: '文书查验', en: 'Verify a document' },
  lead: { zh: '核对文书是否由本系统签发、是否仍然有效、有没有被改动。不需要登录，不记录您上传的文件。', en: 'Find out whether a document was issued here, still holds, and was not touched. No sign-in; files that you send are not kept.' },
  code: { zh: '查验码', en: 'Verification code' },
  codeHelp: { zh: '16 位，印在文书末尾和每页页脚。', en: '16 characters, at the end of the document and at the foot of each page.' },
  file: { zh: '文书的 PDF 文件（可选）', en: 'The document’s PDF file (optional)' },
  fileHelp: { zh: '上传后逐字节核对，改动一个字节也能发现。', en: 'It is compared byte by byte: a single changed byte is found.' },
  ask: { zh: '查验', en: 'Verify' },
  valid: { zh: '● 有效', en: '● Valid' },
  replaced: { zh: '▲ 已被更正版代替', en: '▲ Replaced by a later version' },
  revoked: { zh: '▲ 已废止', en: '▲ Revoked' },
  unsigned: { zh: '▲ 签名不成立，请勿采信，并告知签发单位', en: '▲ The signature does not hold. Do not rely on it, and tell the issuer' },
  same: { zh: '● 上传的文件与签发时逐字节相同', en: '● The file is the one that was issued, byte by byte' },
  other: { zh: '▲ 上传的文件与签发的不同：被改动过，或是另一个文件', en: '▲ The file is not the one that was issued: it was touched, or it is another' },
  unknownCode: { zh: '没有这个查验码的文书', en: 'There is no document of this code' },
  unknownFile: { zh: '上传的文件不是本系统签发的文书，或签发后被改动过', en: 'The file is no document that was issued here, or it was touched since' },
  unknownHelp: { zh: '请核对查验码；仍查不到的，请向签发单位核实。', en: 'Check the code. If it is still not found, ask the issuer.' },
  nothing: { zh: '请输入查验码，或选择文件', en: 'Enter a code or choose a file' },
  large: { zh: '文件超过 20 MiB，未核对', en: 'The file is over 20 MiB and was not compared' },
  number: { zh: '文号', en: 'Number' },
  kind: { zh: '文书种类', en: 'Kind' },
  issuer: { zh: '签发单位', en: 'Issuer' },
  dated: { zh: '成文日期', en: 'Dated' },
  version: { zh: '版次', en: 'Version' },
  since: { zh: '自', en: 'Since' },
  sample: { zh: '示例数据，不具效力', en: 'Sample data, without any effect' },
  receipt: { zh: '下载签名回执（可离线核对）', en: 'Download the signed receipt (for checking offline)' },
  notCompared: { zh: '证书没有可比对的文件，上传的文件未核对', en: 'A certificate has no file to compare with; yours was not looked at' },
  name: { zh: '姓名', en: 'Name' },
  certificateNumber: { zh: '证书编号', en: 'Number' },
  institution: { zh: '发证院校', en: 'Issued by' },
  programme: { zh: '专业', en: 'Programme' },
  issuedOn: { zh: '发证日期', en: 'Issued on' },
  lost: { zh: '▲ 已登记遗失，由证明书代替', en: '▲ Recorded as lost; a certificate stands in its place' },
  withdrawn: { zh: '▲ 已撤销', en: '▲ Withdrawn' },
  replacedBy: { zh: '代替的证明书编号', en: 'Certificate in its place' },
  other_language: { zh: 'English', en: '中文' },
  often: { zh: '查验过于频繁，请稍后再试', en: 'Too many questions. Try again shortly' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type VerificationWord = keyof typeof WORDS;

export function verificationWords(language: Language): (word: VerificationWord) => string {
  return (word) => WORDS[word][language];
}

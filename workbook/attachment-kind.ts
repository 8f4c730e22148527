import type { Bilingual } from '../core/values/bilingual.ts';
import { extensionOf } from './file-kind.ts';
import { openPackage } from './package-directory.ts';
import { Refused } from './refusal.ts';

/** What may be attached: by the content, never by what its sender calls it. */
export type AttachmentType = 'pdf' | 'png' | 'jpeg' | 'docx' | 'xlsx' | 'ofd';

export type AttachmentRefusal = 'empty' | 'too_large' | 'unknown_type' | 'other_than_named' | 'cut_off' | 'something_behind' | 'encrypted' | 'macros' | 'damaged';

export const MEDIA_TYPES: Readonly<Record<AttachmentType, string>> = {
  pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg', ofd: 'application/ofd',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const EXTENSIONS: Readonly<Record<string, AttachmentType>> = { pdf: 'pdf', png: 'png', jpg: 'jpeg', jpeg: 'jpeg', docx: 'docx', xlsx: 'xlsx', ofd: 'ofd' };
/** The part by which a package is known. */
const PARTS: readonly (readonly [part: string, type: AttachmentType])[] = [['word/document.xml', 'docx'], ['xl/workbook.xml', 'xlsx'], ['ofd.xml', 'ofd']];

export const MOST_ATTACHMENT_BYTES = 20 * 1024 * 1024;

export const ATTACHMENT_REFUSALS: Readonly<Record<AttachmentRefusal, Bilingual>> = {
  empty: { zh: '文件是空的，没有保存。', en: 'The file is empty and was not stored.' },
  too_large: { zh: '文件超过 20 MiB，或展开后过大，没有保存。请压缩图片或拆分后再传。', en: 'The file is over 20 MiB, or too large once unpacked, and was not stored. Shrink its pictures or split it.' },
  unknown_type: { zh: '不能上传这种文件。可以上传 PDF、PNG、JPEG、DOCX、XLSX 和 OFD。', en: 'Files of this kind are not taken. PDF, PNG, JPEG, DOCX, XLSX and OFD are.' },
  other_than_named: { zh: '文件内容与扩展名不符，没有保存。改扩展名不能改变格式，请从原软件另存后再传。', en: 'The content is not what the name says, and was not stored. Renaming does not change a format; save it anew from its program.' },
  cut_off: { zh: '文件不完整，可能没有下载或复制完，没有保存。', en: 'The file is incomplete and was not stored; its download or copy may have stopped early.' },
  something_behind: { zh: '文件末尾附有其他内容，没有保存。请从原软件另存后再传。', en: 'Something else hangs at the end of the file; it was not stored. Save it anew from its program.' },
  encrypted: { zh: '文件设有打开密码，没有保存。请取消密码后再传。', en: 'The file is protected by a password and was not stored. Remove the password first.' },
  macros: { zh: '文件含有宏，没有保存。请另存为不含宏的文件。', en: 'The file holds macros and was not stored. Save it without them.' },
  damaged: { zh: '文件已损坏，没有保存。', en: 'The file is damaged and was not stored.' },
};

/** What a file is, or why it is not taken. The name tells what its sender takes it for. */
export async function attachmentKind(name: string, bytes: Uint8Array): Promise<AttachmentType | { readonly refused: AttachmentRefusal }> {
  if (bytes.length === 0) return { refused: 'empty' };
  if (bytes.length > MOST_ATTACHMENT_BYTES) return { refused: 'too_large' };
  const wanted = Object.hasOwn(EXTENSIONS, extensionOf(name)) ? EXTENSIONS[extensionOf(name)] : undefined;
  if (wanted === undefined) return { refused: 'unknown_type' };
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (content.subarray(0, ZIP.length).equals(ZIP)) return packageKind(wanted, bytes);
  const found = PLAIN.find(({ magic }) => content.subarray(0, magic.length).equals(magic));
  if (found === undefined || found.type !== wanted) return { refused: 'other_than_named' };
  const wrong = found.ending(content);
  return wrong === null ? wanted : { refused: wrong };
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');

interface Plain {
  readonly type: AttachmentType;
  readonly magic: Buffer;
  readonly ending: (content: Buffer) => AttachmentRefusal | null;
}

/** Formats that are no package. Whatever stands behind their end is no part of them, and is not taken. */
const PLAIN: readonly Plain[] = [
  { type: 'pdf', magic: Buffer.from('%PDF-'), ending: pdfEnding },
  { type: 'png', magic: Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), ending: pngEnding },
  { type: 'jpeg', magic: Buffer.from([0xff, 0xd8, 0xff]), ending: jpegEnding },
];

const WHITE = /^[\s\0]*$/;

function pdfEnding(content: Buffer): AttachmentRefusal | null {
  const end = content.lastIndexOf('%%EOF');
  if (end === -1) return 'cut_off';
  return WHITE.test(content.toString('latin1', end + '%%EOF'.length)) ? null : 'something_behind';
}

const PNG_HEAD = 8;
const CHUNK_FRAME = 12;

function pngEnding(content: Buffer): AttachmentRefusal | null {
  for (let at = PNG_HEAD; at + CHUNK_FRAME <= content.length;) {
    const next = at + CHUNK_FRAME + content.readUInt32BE(at);
    if (content.toString('latin1', at + 4, at + 8) === 'IEND') return next === content.length ? null : 'something_behind';
    at = next;
  }
  return 'cut_off';
}

/** Segments up to the picture itself; in it a marker is never mistaken, because 0xff is always followed by 0. */
function jpegEnding(content: Buffer): AttachmentRefusal | null {
  const END = Buffer.from([0xff, 0xd9]);
  const end = content.indexOf(END, scanOf(content));
  if (end === -1) return 'cut_off';
  return end + END.length === content.length ? null : 'something_behind';
}

/** Where the first picture's data begin: thumbnails stand in segments before it. */
function scanOf(content: Buffer): number {
  const SCAN = 0xda;
  let at = 2;
  while (at + 4 <= content.length && content[at] === 0xff) {
    const marker = content[at + 1];
    at += 2 + content.readUInt16BE(at + 2);
    if (marker === SCAN) break;
  }
  return at;
}

async function packageKind(wanted: AttachmentType, bytes: Uint8Array): Promise<AttachmentType | { readonly refused: AttachmentRefusal }> {
  try {
    const { zip, parts } = await openPackage(bytes);
    zip.close();
    const [, found] = PARTS.find(([part]) => parts.has(part)) ?? [];
    return found === wanted ? found : { refused: 'other_than_named' };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refused: PACKAGE_REFUSALS[error.code] ?? 'damaged' };
  }
}

const PACKAGE_REFUSALS: Readonly<Record<string, AttachmentRefusal>> = { encrypted: 'encrypted', macro_workbook: 'macros', too_large: 'too_large', truncated: 'cut_off' };

import type { RefusalCode } from './refusal.ts';

/** What a file is by its name and its first bytes, or why it cannot be read. */
export type FileKind = 'xlsx' | 'csv' | RefusalCode;

/** Extensions of spreadsheets that have to be saved anew. */
const OTHER_SPREADSHEETS = new Set(['xls', 'et', 'ett', 'xlt', 'xlsb', 'ods', 'fods', 'numbers', 'dbf']);
const MACRO_WORKBOOKS = new Set(['xlsm', 'xltm', 'xlam']);
const WORKBOOKS = new Set(['xlsx', 'xltx']);

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Name of the stream in which an encrypted workbook is wrapped, as it stands in the compound file's directory. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Judges by the extension first, because that is what the user sees, then by the content.
 * `bytes`: the beginning of the file, at least up to the directory of a compound file (`directoryOffset`).
 */
export function fileKind(name: string, bytes: Uint8Array, directory: Uint8Array): FileKind {
  const extension = extensionOf(name);
  if (OTHER_SPREADSHEETS.has(extension)) return 'unsupported_xls';
  if (MACRO_WORKBOOKS.has(extension)) return 'macro_workbook';
  const wanted = WORKBOOKS.has(extension) ? 'xlsx' : extension === 'csv' ? 'csv' : null;
  if (wanted === null) return 'not_a_workbook';
  if (startsWith(bytes, COMPOUND)) {
    return Buffer.from(directory).includes(ENCRYPTED_STREAM) || Buffer.from(bytes).includes(ENCRYPTED_STREAM) ? 'encrypted' : 'unsupported_xls';
  }
  if (wanted === 'xlsx') {
    if (bytes.length < ZIP.length) return 'truncated';
    return startsWith(bytes, ZIP) ? 'xlsx' : 'not_a_workbook';
  }
  return startsWith(bytes, ZIP) ? 'not_a_workbook' : 'csv';
}

/** Where the directory of a compound file begins, by its header; 0 when there is no such header. */
export function directoryOffset(bytes: Uint8Array): number {
  if (!startsWith(bytes, COMPOUND) || bytes.length < 52) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const sectorSize = 2 ** Math.min(view.getUint16(30, true), 16);
  return (view.getUint32(48, true) + 1) * sectorSize;
}

export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1).toLowerCase();
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

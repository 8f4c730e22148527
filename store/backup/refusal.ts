import type { Bilingual } from '../../core/values/bilingual.ts';

/** Why a backup cannot be made or taken back; the same names in code, tests and on the terminal. */
export type BackupRefusalReason =
  | 'not_a_backup' | 'wrong_key' | 'damaged' | 'truncated' | 'not_empty' | 'of_another_version' | 'rows_out_of_sight' | 'bad_key' | 'files_in_the_way';

/** Thrown when a backup cannot be made or restored for a reason that the person at the keyboard can act on. */
export class BackupRefusal extends Error {
  readonly reason: BackupRefusalReason;
  readonly text: Bilingual;

  constructor(reason: BackupRefusalReason, text: Bilingual) {
    super(`${text.zh}\n${text.en}`);
    this.name = 'BackupRefusal';
    this.reason = reason;
    this.text = text;
  }
}

export const damaged = (): BackupRefusal => new BackupRefusal('damaged', {
  zh: '备份文件已损坏或被改动，没有恢复任何内容。请使用另一份备份。',
  en: 'The backup is damaged or was changed; nothing was restored. Use another backup.',
});

export const truncated = (): BackupRefusal => new BackupRefusal('truncated', {
  zh: '备份文件不完整，没有恢复任何内容。请重新复制该文件，或使用另一份备份。',
  en: 'The backup is cut short; nothing was restored. Copy the file again, or use another backup.',
});

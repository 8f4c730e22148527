import type { Bilingual } from '../../core/values/bilingual.ts';

/** Why the database cannot be had; the same names in code, tests and on the terminal. */
export type DatabaseRefusalReason =
  | 'data_in_use' | 'data_of_another_user' | 'data_of_another_version' | 'data_not_writable'
  | 'keys_not_usable' | 'wrong_keys' | 'binaries_missing' | 'no_user_to_run_as' | 'left_server_will_not_stop' | 'will_not_start' | 'bad_database_url';

/** Thrown when the database cannot be opened for a reason that the person at the keyboard can act on. */
export class DatabaseRefusal extends Error {
  readonly reason: DatabaseRefusalReason;
  readonly text: Bilingual;

  constructor(reason: DatabaseRefusalReason, text: Bilingual) {
    super(`${text.zh}\n${text.en}`);
    this.name = 'DatabaseRefusal';
    this.reason = reason;
    this.text = text;
  }
}

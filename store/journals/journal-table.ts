import type { FieldType } from '../../core/journals/field.ts';
import { JOURNALS } from '../../core/journals/journals.ts';
import type { JournalKind } from '../../core/journals/journal-kind.ts';

const SQL_TYPES: Readonly<Record<FieldType, string>> = {
  text: 'text', note: 'text', code: 'text collate "C"', day: 'date', count: 'bigint', hours: 'integer', percent: 'smallint', yes_no: 'boolean',
};

/** Names that the database would read as something else. */
const COLUMNS: Readonly<Record<string, string>> = { from: 'valid_from', to: 'valid_to', on: 'on_date' };

export const tableOf = ({ id }: Pick<JournalKind, 'id'>): string => `journal_${id}`;

export const columnOf = (field: string): string => COLUMNS[field] ?? field;

/** The SQL that makes the table of what the entries of a kind say; the head of each stands in `journal_entries`. */
export function journalDdl(kind: JournalKind): string {
  const columns = Object.entries(kind.fields).map(([name, { type, optional }]) => `${columnOf(name)} ${SQL_TYPES[type]}${optional ? '' : ' not null'}`);
  return [
    `create table ${tableOf(kind)} (`, '  region_id integer not null, entry_id bigint not null,', `  ${columns.join(', ')},`,
    '  scopes text[] collate "C" not null,', '  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);',
  ].join('\n');
}

if (import.meta.main) process.stdout.write(`${JOURNALS.map(journalDdl).join('\n')}\n`);

import { allRegisters } from './register-columns.ts';
import type { Register } from './register-columns.ts';

/** How much of new labels waits to be put into the index: more makes imports faster, less makes it serve sooner. */
const PENDING_KB = 1024;

/**
 * The SQL that makes the register of a sheet. The migration of a new sheet is written with it once
 * (`npx node store/register-ddl.ts rooms`); a test holds declarations and tables together afterwards.
 */
export function registerDdl({ table, columns, sheet }: Register): string {
  const declared = columns.map(({ sql, type, byBytes, column }) => {
    const filled = !column.optional || column.kind === 'share' || column.kind === 'list';
    return `${sql} ${type}${byBytes ? ' collate "C"' : ''}${filled ? ' not null' : ''}`;
  });
  const lines = [
    `create table ${table} (`,
    '  region_id integer not null, record_id bigint not null, key text collate "C" not null,',
    `  ${declared.join(', ')},`,
    '  import_id bigint, source_row integer, recorded_at timestamptz not null, recorded_by text not null, superseded_at timestamptz, answers bigint, withdrawn boolean not null default false, act text collate "C" not null, reason text,',
    `  scopes text[] collate "C" not null default '{}',`,
    '  primary key (region_id, record_id), unique nulls not distinct (region_id, key, superseded_at));',
  ];
  // The roll is answered more often than any other register: but for a student's own, its indexes leave answered records out, and that of campuses whoever is at none.
  const isRoll = sheet.key[0] === 'student_id' && 'programme_id' in sheet.columns;
  const standing = isRoll ? ' where superseded_at is null' : '';
  if ('campus_id' in sheet.columns && sheet.key.join() !== 'campus_id') lines.push(`create index on ${table} (region_id, campus_id)${isRoll ? `${standing} and campus_id is not null` : ''};`);
  if ('student_id' in sheet.columns) lines.push(`create index on ${table} (region_id, student_id);`);
  if (isRoll) lines.push(`create index on ${table} (region_id, programme_id)${standing};`);
  if (sheet.key[0] === 'person_id') lines.push(`create index on ${table} (region_id, person_id);`);
  lines.push(`create index on ${table} using gin (scopes) with (gin_pending_list_limit = ${PENDING_KB})${standing};`);
  return lines.join('\n');
}

if (import.meta.main) {
  const wanted = process.argv.slice(2);
  const chosen = allRegisters.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  process.stdout.write(`${chosen.map(registerDdl).join('\n')}\n`);
}

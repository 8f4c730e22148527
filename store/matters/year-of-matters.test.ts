import pg from 'pg';
import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { ensureApplicationRole } from '../application-role.ts';
import { migrate, readMigrations } from '../migrate.ts';

const BEFORE = '0057';

eachDatabase('assessments and reviews from before they had a year of their own', (database) => {
  test('S3-g, S3-h: each has the year that it was opened with; other matters have none', async () => {
    await ensureApplicationRole(database.connection());
    await migrate(database.connection(), readMigrations().filter(({ name }) => name < BEFORE));
    const owner = new pg.Client(database.connection());
    await owner.connect();
    await owner.query(`select set_config('app.region', '1', false), set_config('app.whole', 'on', false), set_config('app.read_matters', '*', false), set_config('app.write_matters', '*', false), set_config('app.read_accounts', '*', false), set_config('app.write_accounts', '*', false)`);
    await owner.query(`insert into regions (region_id, code, name, office_name, counties, pack) values (1, '330800', 'x', 'x', '[]', 'quzhou-2024')`);
    await owner.query(`insert into people (region_id, person_id, kind, display_name, recorded_at, recorded_by) values (1, 1, 'staff', 'x', now(), 'x')`);
    for (const [at, [kind, details]] of ([['yearly_assessment', { year: 2025 }], ['yearly_review', { year: 2026 }], ['difficulty_ticket', {}]] as const).entries()) {
      await owner.query(`insert into matters (region_id, matter_id, kind, subject, state, open, version, scopes, opened_at, opened_by) values (1, $1, $2, 'S', 'x', true, 1, '{}', now(), 'x')`, [at + 1, kind]);
      await owner.query(
        `insert into matter_entries (region_id, matter_id, entry_no, act, on_date, to_state, person_id, role, details, guards, documents, verdicts, effects, scopes, recorded_at, recorded_by)
         values (1, $1, 1, 'open', '2026-01-01', 'x', 1, 'x', $2, '[]', '[]', '[]', '[]', '{}', now(), 'x')`, [at + 1, JSON.stringify(details)]);
    }
    await migrate(database.connection());
    const { rows } = await owner.query<{ kind: string; of_year: number | null }>('select kind, of_year from matters order by matter_id');
    await owner.end();
    expect(rows).toEqual([{ kind: 'yearly_assessment', of_year: 2025 }, { kind: 'yearly_review', of_year: 2026 }, { kind: 'difficulty_ticket', of_year: null }]);
  });
}, 'empty');

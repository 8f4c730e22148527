import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unpacked } from './access/unpack.ts';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const ID = '330802201003040010';

describe('guantong national', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-national-'));
  const env = { ...process.env, DATABASE_URL: '' };
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args, '--data', join(folder, 'data')], { encoding: 'utf8', env, timeout: 120_000 });
    return { status, stdout, stderr };
  };
  const file = (name: string): string => join(folder, name);
  const of = (...more: string[]) => run('national', 'secondary_roll', '--organisation', 'S1', '--as-of', '2025-10-31', '-o', file('a.xlsx'), ...more);
  const written = (): Promise<string> => unpacked(readFileSync(file('a.xlsx')));

  beforeAll(() => {
    mkdirSync(file('in'));
    const csv = (name: string, ...lines: string[]) => writeFileSync(join(folder, 'in', `${name}.csv`), lines.join('\n'));
    csv('organisations', 'org_id,name,aliases,kind,division_code,credit_code', 'S1,中专,,school,330802,', 'H1,学院,,college,330802,');
    csv('programmes', 'programme_id,school_id,college_id,campus_id,secondary_code,higher_code,name,enterprises', 'P1,S1,H1,,660103,460103,数控,');
    csv('students', 'student_id,name,sex,birth_date,id_number,programme_id,school_id,campus_id,cohort,stage,grade,status,class_id,boarder,from,to', `1,新生甲,1,2010-03-04,${ID},P1,S1,,2025,secondary,1,enrolled,K1,,2025-09-01,`, '2,新生乙,1,2010-03-04,,P1,S1,,2024,secondary,2,enrolled,K1,,2025-09-01,');
    const imported = run('import', file('in'));
    if (imported.status !== 0) throw new Error(imported.stderr + imported.stdout);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('writes the workbook masked, says who lacks something and that nobody confirmed the columns; all there: exit 0', async () => {
    const all = of();
    expect([all.status, all.stderr]).toEqual([1, '']);
    expect(all.stdout).toMatch(/students　2 行，其中缺必填项 1 行.*未经系统主管单位确认/s);
    expect(await written()).toMatch(/330802\*{8}0010/);
    const json = of('--cohort', '2025', '--json');
    expect([json.status, JSON.parse(json.stdout)]).toEqual([0, { file: file('a.xlsx'), system: 'secondary_roll', organisation: 'S1', on: '2025-10-31', confirmed: false, tables: [{ table: 'students', rows: 1, lacking: 0 }] }]);
  });

  test('whole ids take a purpose, and stand in the audit without them', async () => {
    expect(of('--purpose', '上报').status).toBe(2);
    expect(of('--purpose', '上报新生学籍').status).toBe(1);
    expect(await written()).toContain(ID);
    const verified = run('verify');
    expect([verified.status, verified.stdout.includes('全部成立')]).toEqual([0, true]);
  });

  test('takes columns of one’s own from a file, in any encoding that is read elsewhere', async () => {
    writeFileSync(file('own.csv'), Buffer.from([0xc0, 0xb8, 0xc4, 0xbf, 0x2c, 0xd7, 0xd6, 0xb6, 0xce, 0x0a, ...Buffer.from('XM,name\n')]));
    expect(of('--columns', file('own.csv')).status).toBe(0);
    expect(await written()).toMatch(/<row r="1"[^>]*><c r="A1"[^>]*><is><t[^>]*>XM<\/t><\/is><\/c><\/row>/);
  });

  test('refuses what there is not, and writes nothing', () => {
    rmSync(file('a.xlsx'), { force: true });
    writeFileSync(file('wrong.csv'), '栏目,字段\n甲,nope\n');
    const refused = [of('--columns', file('wrong.csv')), of('--columns', file('none.csv')), of('--cohort', '25'), run('national', 'nothing', '--organisation', 'S1', '-o', file('a.xlsx')), run('national', 'higher_roll', '--organisation', 'S1', '-o', file('a.xlsx')), run('national', 'secondary_roll', '--organisation', 'S9', '-o', file('a.xlsx'))];
    expect(refused.map(({ status }) => status)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(refused[0]?.stderr).toMatch(/第 2 行：没有这个字段：nope.*Line 2/);
    expect(existsSync(file('a.xlsx'))).toBe(false);
  });
});

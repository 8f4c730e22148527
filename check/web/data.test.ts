import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, findings, MANY_NODES_MS } from './findings.ts';
import { ownWorkbook, roomsCsv, roomsWorkbook } from './office-files.ts';
import type { ChosenFile } from './office-files.ts';
import { site } from './site.ts';

/** 0.78 m² of teaching rooms are missing at the second school's campus. */
const ENOUGH = ['R901', 'C2', '新教室', '教室', 0.78, '2025-09-01'] as const;
const WRONG = ['R902', 'C2', '东楼201', '教室', '很大', '2025-09-01'] as const;
const UNKNOWN_CAMPUS = ['R903', 'C99', '东楼202', '教室', 90, '2025-09-01'] as const;
const SUSPECT = ['R904', 'C2', '', '教室', 1, '2025-09-01'] as const;

onDatabase('embedded', 'data comes in', (database) => {
  const { open, served } = site(database);
  const rooms = async () => (await served.answer<{ total: number }>('listRecords', '/api/registers/rooms?per_page=1')).total;
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

  async function check(page: Page, ...files: ChosenFile[]): Promise<void> {
    await page.setInputFiles('input[type=file]', files.map((file) => ({ ...file })));
    await button(page, '检查文件').click();
  }

  test('errors are listed by sheet, row and column; nothing is stored, and the page says so', async () => {
    const before = await rooms();
    const page = await open('/data');
    await check(page, await roomsWorkbook('二中专房间.xlsx', [ENOUGH, WRONG, UNKNOWN_CAMPUS]));
    await page.waitForSelector('.problems');
    expect(await page.textContent('.notice-fault')).toMatch(/有 2 处错误，没有保存任何内容.*系统里的记录没有变化/);
    expect(await page.locator('.table-body [role=row]').allTextContents()).toEqual([
      expect.stringMatching(/房间台账3建筑面积.*错误.*很大/), expect.stringMatching(/房间台账4校区编号.*错误.*C99/),
    ]);
    expect(await button(page, /入库/).count()).toBe(0);
    expect(await rooms()).toBe(before);
  });

  test('one goes from problem to problem, and narrows them by kind', async () => {
    const page = await open('/data');
    await check(page, await roomsWorkbook('二中专房间.xlsx', [WRONG, UNKNOWN_CAMPUS]));
    await page.waitForSelector('.problem-now');
    expect(await page.textContent('.problem-now p')).toContain('第 1 处，共 2 处');
    await button(page, '下一处').click();
    expect(await page.textContent('.problem-now p')).toMatch(/第 2 处.*第 3 行“校区编号”/);
    expect(await button(page, '下一处').isDisabled()).toBe(true);
    await button(page, '提示 0').click();
    expect(await page.textContent('.problems')).toContain('没有这一类问题');
  });

  test('what a CSV has wrong is found in the browser: no file leaves the machine', async () => {
    const page = await open('/data');
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await check(page, roomsCsv([WRONG]));
    await page.waitForSelector('.problems');
    expect(await page.textContent('.notice-fault')).toContain('文件没有上传');
    expect(sent).toEqual([]);
  });

  test('a file that cannot be read is refused with what to do', async () => {
    const page = await open('/data');
    await check(page, { name: '假的.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) });
    await page.waitForSelector('.notice-fault');
    expect(await page.textContent('.notice-fault')).toContain('另存为 .xlsx');
  });

  test('a sound file shows what it would change before it is stored; stored, it can be undone', async () => {
    const before = await rooms();
    const page = await open('/data');
    await check(page, await roomsWorkbook('二中专房间.xlsx', [ENOUGH]));
    await page.waitForSelector('.verdict-changes');
    expect(await page.textContent('.campus-changes')).toMatch(/衢州第二中专高职校区生均教学行政用房 R1-b未达标14\.9800→变为达标15\.0000/);
    expect(await page.locator('.ledger tbody td').allTextContents()).toEqual(['1', '0', '0', '0', '整表替换']);
    expect(await rooms()).toBe(before);
    await button(page, '把 1 行变化入库').click();
    await page.waitForSelector('.notice-done');
    expect(await page.textContent('.notice-done')).toContain('新增 1 行，更正 0 行，截止 0 行');
    expect(await rooms()).toBe(before + 1);
    await page.getByRole('link', { name: '查看或撤销' }).click();
    await page.waitForSelector('.ledger');
    expect(await page.textContent('.ledger tbody tr')).toMatch(/office二中专房间\.xlsx新增 1/);
    await page.click('.ledger tbody tr >> nth=0 >> button');
    await button(page, '撤销这次导入').click();
    await page.waitForSelector('.notice-done');
    expect(await page.textContent('.ledger tbody tr')).toContain('已由 office 于');
    expect(await rooms()).toBe(before);
  });

  test('the same file again changes nothing and says so', async () => {
    const page = await open('/data');
    const file = roomsCsv([['R001', 'C1', '教室1', '教室', 88.2, '2023-09-01']]);
    await check(page, file);
    await page.waitForSelector('.preview');
    expect(await page.textContent('.preview .notice')).toContain('与已有记录完全相同');
    expect(await button(page, /入库/).count()).toBe(0);
  });

  test('an import that later records answered is not undone, with the reason', async () => {
    const page = await open('/data');
    await check(page, await roomsWorkbook('二中专房间.xlsx', [['R905', 'C2', '', '教室', 2, '2025-09-01']]));
    await button(page, '把 1 行变化入库').click();
    await page.waitForSelector('.notice-done');
    const { records } = await served.answer<{ records: { record_id: string; values: Record<string, unknown> }[] }>('listRecords', '/api/registers/rooms?where=room_id%3DR905');
    const [record] = records;
    await served.answer('correctRecord', `/api/registers/rooms/${record?.record_id}/correct`, { json: { values: { ...record?.values, area_m2: '3' } } });
    await page.getByRole('link', { name: '查看或撤销' }).click();
    await page.click('.ledger tbody tr >> nth=0 >> button');
    await button(page, '撤销这次导入').click();
    await page.waitForSelector('[role=dialog] .notice-fault');
    expect(await page.textContent('[role=dialog] .notice-fault')).toMatch(/没有撤销.*后来的记录/);
  });

  test('a replaced sheet ends the rows that the file does not have: how many, and the verdicts then, before anything is stored', async () => {
    const page = await open('/data');
    await check(page, { name: 'land.csv', mimeType: 'text/csv', buffer: Buffer.from('地块编号,校区编号,占地面积,起始日期\r\nNEW-1,C1,1,2025-09-01') });
    await page.waitForSelector('.preview-changes');
    await page.getByRole('checkbox', { name: '用文件替换整张《土地台账》' }).check();
    await expect.poll(() => page.locator('.preview .notice-warning').last().textContent()).toMatch(/《土地台账》里文件中没有的 [1-9]\d* 行记录将截止于 2025年10月31日/);
    await page.getByRole('checkbox', { name: '用文件替换整张《土地台账》' }).uncheck();
    await expect.poll(() => page.getByText('行记录将截止于').count()).toBe(0);
  });

  test('a sheet that others refer to cannot be replaced by less: said before, and nothing is to be stored', async () => {
    const page = await open('/data');
    await check(page, { name: 'parks.csv', mimeType: 'text/csv', buffer: Buffer.from('园区编号,园区名称,行政区划代码,是否主要园区\r\nP1,新的名称,330802,是') });
    await page.waitForSelector('.preview-changes');
    await page.getByRole('checkbox', { name: '用文件替换整张《产业园区》' }).check();
    await page.locator('.preview .notice-fault').waitFor();
    expect(await page.locator('.preview-acts .button-primary').count()).toBe(0);
    await page.getByRole('checkbox', { name: '用文件替换整张《产业园区》' }).uncheck();
    await expect.poll(() => page.locator('.preview-acts .button-primary').count()).toBe(1);
  });

  describe('a workbook of an office’s own', () => {
    const rows = [['M-1', '实训楼101', '实训用房', 120, '2025-09-01'], ['M-2', '教学楼201', '教室', 80.5, '2025年9月1日']] as const;

    test('its heading of two rows below titles is found, its columns proposed; what is missing is warned of and must be given', async () => {
      const page = await open('/data');
      await check(page, await ownWorkbook('某校校舍.xlsx', rows));
      await page.waitForSelector('.mapping');
      expect(await page.locator('.first-rows-heading th').allTextContents()).toEqual(['3表头', '4表头']);
      expect(await page.getByLabel('“建筑面积（平方米）”对应到').inputValue()).toBe('area_m2');
      expect(await page.textContent('.mapping .notice-warning')).toContain('还有 1 个必填列没有着落');
      await button(page, '按此对应检查').click();
      expect(await page.locator('.error-summary a').allTextContents()).toEqual(['《房间台账》的“校区编号”没有对应的列，也没有统一的值']);
    });

    test('mapped by keyboard, stored, remembered for its organisation and used the next time', async () => {
      const page = await open('/data');
      await check(page, await ownWorkbook('某校校舍.xlsx', rows));
      await page.waitForSelector('.mapping');
      await page.getByLabel('校区编号（全表相同）').fill('C2');
      await page.getByLabel('“房间名称”对应到').focus();
      await page.keyboard.press('Home');
      expect(await page.getByLabel('“房间名称”对应到').inputValue()).toBe('');
      await page.getByLabel('这份表来自哪个单位').fill('衢州第二中专');
      await button(page, '按此对应检查').focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('.preview-changes');
      expect(await page.locator('.ledger tbody td').first().textContent()).toBe('2');
      await button(page, '把 2 行变化入库').click();
      await page.waitForSelector('.notice-done');
      const again = await open('/data');
      await check(again, await ownWorkbook('某校校舍2026.xlsx', [['M-3', '实训楼102', '实训用房', 60, '2026-09-01']]));
      await again.waitForSelector('.mapping');
      await again.getByLabel('这份表来自哪个单位').fill('衢州第二中专');
      await again.waitForSelector('.tag:has-text("已套用上次的对应")');
      expect(await again.getByLabel('“启用日期”对应到').inputValue()).toBe('from');
      expect(await again.getByLabel('“房间名称”对应到').inputValue()).toBe('');
      expect(await again.getByLabel('校区编号（全表相同）').inputValue()).toBe('C2');
    });
  });

  test('template and export are there to download', async () => {
    const page = await open('/data');
    for (const [name, file] of [['下载空白模板', '贯通数据模板.xlsx'], ['导出全部台账', '贯通数据.zip']] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      expect(download.suggestedFilename()).toBe(file);
    }
  });

  test.each([['', false], ['mode=elder', true], ['lang=en', null]] as const)('axe finds nothing and nothing scrolls sideways, with "%s"', async (looks, high) => {
    const page = await open(`/data?${looks}`);
    if (high !== null) expect(await findings(page, high)).toEqual([]);
    const act = page.locator('.import-main > .button-row .button-primary');
    await page.setInputFiles('input[type=file]', { ...await roomsWorkbook('房间.xlsx', [WRONG, UNKNOWN_CAMPUS]) });
    await act.click();
    await page.waitForSelector('.problems');
    await expectUsable(page, high);
    await page.click('.notice-fault .button-primary');
    await page.setInputFiles('input[type=file]', { ...await roomsWorkbook('房间.xlsx', [SUSPECT]) });
    await act.click();
    await page.waitForSelector('.preview-changes');
    await page.check('.replace-choice input');
    await expectUsable(page, high);
    const own = await open(`/data?${looks}`);
    await own.setInputFiles('input[type=file]', { ...await ownWorkbook('校舍.xlsx', [['M-9', '楼', '教室', 1, '2025-09-01']]) });
    await act.page().close();
    await own.click('.import-main > .button-row .button-primary');
    await own.waitForSelector('.mapping');
    await expectUsable(own, high);
    const past = await open(`/data/imports?${looks}`);
    await expectUsable(past, high);
  }, MANY_NODES_MS);
});

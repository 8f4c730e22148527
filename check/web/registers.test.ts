import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, findings, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

interface Records {
  readonly total: number;
  readonly records: readonly { readonly record_id: string; readonly values: Readonly<Record<string, unknown>>; readonly reported_by: string }[];
}

onDatabase('embedded', 'registers', (database) => {
  const { open, served } = site(database);
  const found = (where: string) => served.answer<Records>('listRecords', `/api/registers/rooms?where=${encodeURIComponent(where)}`);
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const grid = '[role=grid][aria-label="房间台账"]';
  const waiting = '[role=grid][aria-label="《房间台账》待新增的行"]';

  async function rooms(query = '', width?: number): Promise<Page> {
    const page = await open(`/data/registers/rooms${query}`, width);
    await page.waitForSelector(width === undefined ? grid : '.table-cards');
    return page;
  }

  /** As if a spreadsheet's cells were on the clipboard. */
  async function paste(page: Page, lines: readonly (readonly string[])[]): Promise<void> {
    const text = lines.map((cells) => cells.join('\t')).join('\r\n');
    await page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(text)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }`);
  }

  async function add(room_id: string, area_m2 = '10'): Promise<void> {
    await served.answer('addRecord', '/api/registers/rooms', { json: { values: { room_id, campus_id: 'C1', name: null, use: 'other', area_m2, share: '1', from: '2024-01-01', to: null } } });
  }

  test('every register with how many records it holds', async () => {
    const page = await open('/data/registers');
    await page.waitForSelector('.register-groups');
    expect(await page.locator('.register-list tbody tr').count()).toBe(42);
    const { total } = await served.answer<Records>('listRecords', '/api/registers/students?per_page=1');
    expect((await page.locator('.register-list tr', { hasText: '学生学籍' }).textContent())?.replace(',', '')).toContain(`学生学籍${total}`);
  });

  test('of the day of the page, or all with those ended; the choice is in the address', async () => {
    const page = await rooms();
    await page.getByLabel('只看 2025年10月31日 有效的').uncheck();
    await page.waitForURL(/all=1/);
    await expect.poll(() => page.textContent('.page-lead'), { timeout: 10_000 }).toMatch(/全部记录 \d+ 条，含尚未开始和已截止的/);
    await page.fill('[type=search]', '宿舍');
    await page.keyboard.press('Enter');
    await page.waitForURL(/find=/);
    await page.waitForFunction("[...document.querySelectorAll('.table-body [role=row]')].every((row) => row.textContent.includes('宿舍'))");
  });

  test('by keyboard: Enter opens a record, which says who reported it and from which row', async () => {
    const page = await rooms();
    await page.focus(`${grid} [data-at="0,0"]`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.record-history li');
    expect(await page.textContent('.record-facts')).toMatch(/房间编号R002.*来源samples\/quzhou 第 3 行/);
    await page.keyboard.press('Escape');
    expect(await page.locator('[role=dialog]').count()).toBe(0);
  });

  test('a row is added by a form that keeps what was typed, names what is wrong, and saves once', async () => {
    const page = await rooms();
    await button(page, '新增一行').click();
    await page.fill('#record-room_id', 'F-1');
    await page.fill('#record-campus_id', 'C404');
    await page.selectOption('#record-use', { label: '教室' });
    await button(page, '保存新增').click();
    expect(await page.locator('[role=dialog] .error-summary a').allTextContents()).toEqual(['建筑面积：必填项为空。请填写。', '起始日期：必填项为空。请填写。']);
    await page.keyboard.press('Escape');
    await page.reload();
    await button(page, '新增一行').click();
    expect(await page.inputValue('#record-room_id')).toBe('F-1');
    await page.fill('#record-area_m2', '12.5');
    await page.fill('#record-from', '2025年9月1日');
    await button(page, '保存新增').click();
    await page.waitForSelector('[role=dialog] .error-summary');
    expect(await page.textContent('[role=dialog] .error-summary')).toContain('“C404”在被引用的表中不存在');
    await page.fill('#record-campus_id', 'C1');
    await button(page, '保存新增').click();
    await page.waitForSelector('.notice-done');
    expect((await found('room_id=F-1')).records[0]?.values).toMatchObject({ campus_id: 'C1', use: 'teaching', area_m2: '12.5', from: '2025-09-01' });
  });

  test('a correction is a new record; the history says who, when and what it was before', async () => {
    await add('H-1', '10');
    const page = await rooms();
    await page.locator('.table-open', { hasText: 'H-1' }).click();
    await button(page, '更正').click();
    await page.fill('#record-area_m2', '11');
    await page.getByLabel('更正原因').fill('复测');
    await button(page, '保存更正').click();
    await page.waitForSelector('.notice-done');
    await page.locator('.table-open', { hasText: 'H-1' }).click();
    await page.waitForSelector('.record-history li');
    expect(await page.textContent('.record-history')).toMatch(/更正.*office.*原因：复测.*建筑面积：10 → 11.*新增/);
  });

  test('a record is ended on a day; on the day after it is no longer in force', async () => {
    await add('E-1');
    const page = await rooms();
    await page.locator('.table-open', { hasText: 'E-1' }).click();
    await button(page, '截止').click();
    await page.fill('#end-on', '');
    await button(page, '截止这条记录').click();
    expect(await page.textContent('[role=dialog] .error-summary')).toContain('请填写截止日期');
    await page.fill('#end-on', '2025-10-30');
    await button(page, '截止这条记录').click();
    await page.waitForSelector('.notice-done');
    expect((await found('room_id=E-1')).records[0]?.values['to']).toBe('2025-10-30');
    await expect.poll(() => page.locator('.table-open', { hasText: 'E-1' }).count()).toBe(0);
  });

  test('cells are changed in the table; drafts outlive the page, wrong cells stop saving, each row becomes a correction', async () => {
    await add('A-1');
    await add('A-2');
    const page = await rooms();
    await button(page, '在表中修改').click();
    await page.click(`${grid} [data-at="0,4"]`);
    await page.keyboard.type('21');
    await page.keyboard.press('Enter');
    await page.keyboard.type('很大');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.wrong-cells')).toBe('A-2 建筑面积：“很大”不是数字。请只填数字，不带单位和文字。');
    expect(await button(page, '保存 2 处更正').isDisabled()).toBe(true);
    await page.reload();
    await page.waitForSelector('.wrong-cells');
    await page.click(`${grid} [data-at="1,4"]`);
    await page.keyboard.type('22');
    await page.keyboard.press('Enter');
    await button(page, '保存 2 处更正').click();
    await page.waitForSelector('.notice-done');
    expect([(await found('room_id=A-1')).records[0]?.values['area_m2'], (await found('room_id=A-2')).records[0]?.values['area_m2']]).toEqual(['21', '22']);
  });

  describe('rows pasted from a spreadsheet', () => {
    test('are placed by their headings, judged cell by cell, and stored all at once', async () => {
      const page = await rooms();
      await button(page, '粘贴多行').click();
      await page.click(`${waiting} [data-at="0,0"]`);
      await paste(page, [['用途', '房间编号', '校区编号', '建筑面积', '起始日期'], ['教室', 'P-1', 'C1', '很大', '2025-09-01'], ['食堂', 'P-2', 'C9', '66', '2025/9/1']]);
      expect(await page.textContent('.paste-rows')).toContain('已按列名对应 2 行');
      expect(await page.textContent('.paste-rows .wrong-cells')).toContain('第 1 行 建筑面积：“很大”不是数字');
      expect(await button(page, '核对并入库 2 行').isDisabled()).toBe(true);
      await page.click(`${waiting} [data-at="0,4"]`);
      await page.keyboard.type('55');
      await page.keyboard.press('Enter');
      await button(page, '核对并入库 2 行').click();
      await page.waitForSelector('.paste-rows .notice-fault');
      expect(await page.textContent('.paste-rows .wrong-cells')).toContain('第 2 行 校区编号：“C9”在被引用的表中不存在');
      expect((await found('room_id=P-1')).total).toBe(0);
      await page.click(`${waiting} [data-at="1,1"]`);
      await page.keyboard.type('C1');
      await page.keyboard.press('Enter');
      await button(page, '核对并入库 2 行').click();
      await page.waitForSelector('.notice-done');
      expect((await found('room_id=P-1')).records[0]?.values).toMatchObject({ use: 'teaching', area_m2: '55' });
      expect((await found('room_id=P-2')).records[0]?.values).toMatchObject({ use: 'canteen', from: '2025-09-01' });
    });

    test('without headings go from the chosen cell on; rows that stand already are asked about first', async () => {
      await add('P-3');
      const page = await rooms();
      await button(page, '粘贴多行').click();
      await page.click(`${waiting} [data-at="0,0"]`);
      await paste(page, [['P-3', 'C1', '', '其他用房', '12', '1', '2024-01-01', '']]);
      await button(page, '核对并入库 1 行').click();
      await page.waitForSelector('.paste-rows .notice-warning');
      expect(await page.textContent('.paste-rows .notice-warning')).toContain('其中 1 行的编号已在台账里');
      await button(page, '继续入库').click();
      await page.waitForSelector('.notice-done');
      expect((await found('room_id=P-3')).records[0]?.values['area_m2']).toBe('12');
    });
  });

  test('what is exported is what is seen: the columns shown and the rows that match', async () => {
    const page = await rooms();
    await button(page, '筛选').click();
    await page.getByLabel('筛选 房间编号').fill('R00');
    await expect.poll(() => page.textContent('.table-count')).toContain('筛选出');
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '导出').click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').trim().split('\r\n');
    expect(lines[0]).toContain('房间编号,校区编号');
    expect(lines.slice(1).every((line) => line.startsWith('R00'))).toBe(true);
    expect(lines).toHaveLength(10);
  });

  test.each([['', false], ['mode=elder', true], ['lang=en', null]] as const)('axe finds nothing, on a desk and on a phone, with "%s"', async (looks, high) => {
    const list = await open(`/data/registers?${looks}`);
    await expectUsable(list, high);
    const page = await open(`/data/registers/rooms?${looks}`);
    await page.waitForSelector('[role=grid]');
    await expectUsable(page, high);
    await page.click('.register-tools button >> nth=1');
    await page.waitForSelector('.paste-rows');
    if (high !== null) expect(await findings(page, high)).toEqual([]);
    const phone = await open(`/data/registers/rooms?${looks}`, 360);
    await phone.waitForSelector('.table-cards');
    if (high !== null) expect(await findings(phone, high)).toEqual([]);
    await phone.click('.table-cards li > button >> nth=0');
    await phone.waitForSelector('.record-history li');
    if (high !== null) expect(await findings(phone, high)).toEqual([]);
    await phone.click('[role=dialog] .button-row .button-primary');
    await phone.waitForSelector('#record-room_id');
    if (high !== null) expect(await findings(phone, high)).toEqual([]);
  }, MANY_NODES_MS);
});

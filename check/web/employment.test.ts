import { expect, test } from 'vitest';
import { programActor } from '../../store/program-actor.ts';
import { addPerson } from '../../store/people.ts';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

onDatabase('embedded', 'employment on its pages', (database) => {
  const { openAs, faults, served } = site(database);

  test('1.2-k: the three rates stand side by side, and each opens down to clause, readings, values of law and graduates', async () => {
    const page = await openAs('school_registrar', '/employment');
    const row = page.locator('section').filter({ hasText: '届本地就业率' }).locator('tbody tr').first();
    expect((await row.locator('.rate').allTextContents()).map((text) => /\d+\.\d\d%/.exec(text)?.[0])).toEqual(['65.57%', '57.14%', '75.47%']);
    await row.locator('.rate button').first().click();
    await page.waitForSelector('.provenance table');
    const origin = await page.innerText('.provenance');
    for (const part of ['1.2-k', '40 ÷ 61 = 65.57%', 'B41', 'B40', '没有登记去向的仍在分母中', '20201001']) expect(origin).toContain(part);
    expect(faults()).toEqual([]);
  });

  test('M10-b: one graduate is recorded by the form; what lacks is named at its field; the earlier record stays', async () => {
    const page = await openAs('school_registrar', '/employment/graduates?class=C1-2023-1');
    await page.getByRole('button', { name: '再次登记 祝佳宸' }).click();
    await page.getByLabel('去向', { exact: true }).selectOption({ label: '11 签劳动合同形式就业' });
    await page.getByRole('button', { name: '保存去向' }).click();
    expect(await page.locator('.error-summary a').allTextContents()).toEqual(['没有写明佐证材料的编号或名称。依据 M10-b。']);
    await page.fill('#destination-evidence_ref', '合同2025-009');
    await page.getByLabel('从单位名录选择').selectOption({ label: '衢州精工装备有限公司（示例）' });
    await page.fill('#destination-workplace_division', '330803');
    await page.locator('#destination-industry').selectOption('C');
    await page.locator('#destination-contract_kind').selectOption('fixed_term');
    await page.fill('#destination-wage_yuan', '4500');
    await page.locator('#destination-match').selectOption('matched');
    await page.getByRole('button', { name: '保存去向' }).click();
    await page.getByText('已登记 1 人的去向').waitFor();
    const row = page.locator('.ledger tbody tr').filter({ hasText: '祝佳宸' });
    expect(await row.innerText()).toMatch(/11 签劳动合同形式就业[\s\S]*此前登记 1 次[\s\S]*固定期限劳动合同 · 4,500\.00 元/);
    expect(faults()).toEqual([]);
  });

  test('M10-b: a class is pasted as a table; a row that is not right holds all of them back', async () => {
    const page = await openAs('school_registrar', '/employment/graduates?class=C1-2023-1');
    await page.getByRole('button', { name: '按班登记' }).click();
    const grid = page.getByRole('grid', { name: '按班登记' });
    const cell = (row: number, column: number) => grid.locator('[role=row]').nth(row).locator('[role=gridcell], [role=rowheader]').nth(column);
    await cell(1, 2).click();
    await page.evaluate(`(() => { const data = new DataTransfer(); data.setData('text/plain', '待就业\\n11'); document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true })); })()`);
    await page.getByText('2 行还不能保存').waitFor();
    expect(await page.getByRole('button', { name: '保存 2 行' }).getAttribute('aria-disabled')).toBe('true');
    expect(faults()).toEqual([]);
  });

  test('M10-a: a fair is recorded, and put right with a reason', async () => {
    const page = await openAs('school_registrar', '/employment/services');
    await page.getByRole('button', { name: '登记就业服务' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '登记就业服务' }).click();
    expect(await page.locator('.error-summary a').allTextContents()).toEqual(['请选择类别', '请填写日期', '请填写名称', '请填写参加人数']);
    await page.locator('#service-kind').selectOption('fair');
    await page.fill('#service-title', '秋季双选会');
    await page.fill('#service-on', '2025-10-20');
    await page.fill('#service-attended', '44');
    await page.getByLabel('参加企业数').fill('12');
    await page.getByRole('dialog').getByRole('button', { name: '登记就业服务' }).click();
    await page.getByRole('button', { name: '更正 秋季双选会' }).click();
    await page.fill('#service-attended', '40');
    await page.fill('#service-reason', '人数有误');
    await page.getByRole('dialog').getByRole('button', { name: '更正', exact: true }).click();
    await page.getByText('更正：人数有误').waitFor();
    expect(faults()).toEqual([]);
  });

  test('M10-c: the school shows graduates to partner firms first and recommends; the firm answers on its own page and offers a post (S2-j)', async () => {
    const school = await openAs('school_registrar', '/employment/firms');
    expect(await school.innerText('main')).toMatch(/合作企业优先到 2025年11月2日[\s\S]*合作企业：衢州精工装备有限公司/);
    await school.locator('.silent-list summary').click();
    await school.getByRole('button', { name: '登记书面同意 何嘉彤' }).click();
    await school.getByRole('button', { name: '向合作企业发布 1 人（优先 14 天）' }).click();
    await school.getByText('已发布 1 人').waitFor();
    const list = school.locator('section').filter({ hasText: '2025年10月31日 发布的名单' });
    await list.getByLabel('毕业生').selectOption({ label: '何嘉彤 20201005' });
    await list.getByLabel('推荐给').selectOption({ label: '衢州精工装备有限公司（示例）' });
    await list.getByRole('button', { name: '推荐', exact: true }).click();
    await school.getByText('已推荐').first().waitFor();
    const firm = await openAs('enterprise', '/jobs');
    await firm.getByRole('button', { name: '拟录用 何嘉彤' }).click();
    await firm.getByText('企业拟录用').first().waitFor();
    await firm.getByRole('button', { name: '发布岗位' }).click();
    await firm.getByRole('dialog').getByRole('button', { name: '保存岗位' }).click();
    expect((await firm.locator('.error-summary a').allTextContents()).length).toBe(8);
    await firm.fill('#post-title', '机器人运维');
    await firm.fill('#post-places', '3');
    await firm.locator('#post-contract').selectOption('fixed_term');
    await firm.fill('#post-wage', '2000');
    await firm.fill('#post-division', '330803');
    await firm.locator('#post-industry').selectOption('C');
    await firm.getByRole('dialog').getByLabel(/^460301/).check();
    await firm.fill('#post-until', '2026-06-30');
    await firm.getByRole('dialog').getByRole('button', { name: '保存岗位' }).click();
    await firm.getByText('月工资低于本地最低工资标准').waitFor();
    await firm.fill('#post-wage', '5200');
    await firm.getByRole('dialog').getByRole('button', { name: '保存岗位' }).click();
    await firm.getByText('岗位已保存').waitFor();
    expect(await firm.innerText('main')).toMatch(/机器人运维[\s\S]*5,200\.00/);
    expect(faults().filter((one) => !one.includes('422'))).toEqual([]);
  });

  test('M10-d: a firm claims support for a graduate on its page; the school confirms on the matter, the finance bureau decides', async () => {
    const firm = await openAs('enterprise', '/jobs');
    const hires = firm.locator('section').filter({ hasText: '录用的毕业生与补助' });
    expect(await hires.innerText()).toMatch(/学校没有登记合同类型（M10-d）/);
    await hires.getByRole('checkbox', { name: '选择 江承硕' }).check();
    await firm.getByRole('button', { name: '申请 1 人的补助' }).click();
    await firm.getByText('已申请，待学校确认').waitFor();
    const school = await openAs('school_registrar', '/matters');
    await school.locator('tbody tr').filter({ hasText: '吸纳毕业生补助' }).locator('a').first().click();
    await school.getByRole('button', { name: '学校确认' }).click();
    await school.getByRole('dialog').getByRole('button', { name: '学校确认' }).click();
    await school.getByText('学校已确认，待财政部门审定').first().waitFor();
    expect(await school.innerText('main')).toMatch(/毕业生学号[\s\S]*20201043/);
    // S2-b: whoever pays decides.
    const bureau = await openAs('finance_bureau', '/matters');
    await bureau.locator('tbody tr').filter({ hasText: '吸纳毕业生补助' }).locator('a').first().click();
    await bureau.getByRole('button', { name: '审定补助' }).click();
    await bureau.getByRole('dialog').getByRole('button', { name: '审定补助' }).click();
    await bureau.getByText('已审定').first().waitFor();
    await expectUsable(firm, null);
    expect(faults()).toEqual([]);
  });

  test('a graduate sees on 我的五年 what the school recorded, objects with words, and consents to being shown', async () => {
    await served.database().as(programActor(served.sample().region.region_id)).write((tx) => addPerson(tx, { kind: 'student', name: '郑梓远', account: 'graduate-1', password: 'lantern river 马 1', org_id: 'S1', student_id: '20201001' }));
    const page = await openAs('student', '/five-years', 360);
    expect((await page.request.post('/api/session', { data: { account: 'graduate-1', password: 'lantern river 马 1' } })).status()).toBe(200);
    await page.reload();
    await settled(page);
    expect(await page.locator('.own-part').innerText()).toMatch(/11 签劳动合同形式就业[\s\S]*学校 2025年8月25日 ?登记/);
    await page.getByRole('button', { name: '登记得不对' }).click();
    await page.getByLabel('哪里不对').fill('九月已离职');
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByText('本人有异议：九月已离职').waitFor();
    await page.getByRole('button', { name: '同意推荐', exact: true }).click();
    await page.getByText('现在：同意推荐').waitFor();
    await expectUsable(page, null);
    expect(faults()).toEqual([]);
  });

  test.each([['/employment', 360, null], ['/employment?mode=elder', 1360, true], ['/employment?lang=en', 360, null], ['/employment/graduates?class=C1-2023-1&mode=elder', 360, true], ['/employment/graduates?class=C1-2023-1&lang=en', 1360, false], ['/employment/services', 360, null], ['/employment/firms', 360, null]] as const)(
    'everybody can use %s at %i', async (path, width, high) => {
      await expectUsable(await openAs('school_registrar', path, width), high);
      expect(faults()).toEqual([]);
    }, MANY_NODES_MS);
});

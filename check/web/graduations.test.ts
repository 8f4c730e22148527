import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null, width: number])[] = [['', false, 1360], ['mode=elder', true, 360]];

onDatabase('embedded', 'from a certificate to a diploma in a browser', (database) => {
  const { openAs, faults } = site(database);

  test('a certificate is verified, the list proposed, approved by another person, the diploma handed over and verified by anybody', async () => {
    const roll = await openAs('college_roll', '/certificates/list?find=20201045');
    await roll.getByRole('button', { name: '核验', exact: true }).click();
    const dialog = roll.getByRole('dialog');
    await dialog.getByRole('button', { name: '核验', exact: true }).click();
    expect(await dialog.textContent()).toContain('请写明核验途径');
    await dialog.getByLabel('核验途径').fill('职业技能等级证书全国联网查询');
    await dialog.getByRole('button', { name: '核验', exact: true }).click();
    await roll.getByText('已记录').waitFor();
    await roll.goto(roll.url().replace(/\/certificates.*/, '/graduation/list'));
    await roll.getByRole('button', { name: '提出名单，交另一人批准' }).click();
    await roll.waitForURL(/\/matters\/\d+/);
    const matter = /\/matters\/\d+/.exec(roll.url())?.[0] ?? '';

    const leader = await openAs('college_leadership', matter);
    expect(await leader.locator('.ledger').first().textContent()).toContain('结业换毕业');
    await leader.getByRole('button', { name: '批准毕业名单' }).click();
    await leader.getByRole('dialog').getByRole('button', { name: '批准毕业名单' }).click();
    await leader.getByText('已批准，学籍已办结').first().waitFor();
    expect(await leader.textContent('main')).toContain('1 人办结学业，编发证书 1 本');

    await roll.goto(roll.url().replace(/\/matters.*/, '/diplomas'));
    const row = roll.locator('.ledger tbody tr', { hasText: '990011202506000003' });
    await row.waitFor();
    await row.getByRole('button', { name: '登记发放' }).click();
    await roll.getByRole('dialog').getByRole('button', { name: '登记发放' }).click();
    await roll.getByText('已登记').waitFor();
    const code = await row.getByRole('link').first().textContent() ?? '';
    await roll.goto(roll.url().replace(/\/diplomas.*/, `/verify/${code}`));
    const told = await roll.textContent('main') ?? '';
    for (const shown of ['990011202506000003', '翁亦涵', '毕业证书', '示例数据']) expect(told).toContain(shown);
    // What does not stand on a diploma is nobody's.
    for (const hidden of ['20201045', '2005-', 'C1-2023', '衢州中等专业学校']) expect(told).not.toContain(hidden);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test.each(LOOKS)('can be used by everybody (%s)', async (looks, high, width) => {
    for (const [role, path] of [['school_registrar', '/certificates'], ['school_registrar', '/certificates/enter'], ['college_roll', '/graduation/decided'], ['college_roll', '/diplomas'], ['student', '/five-years']] as const) {
      const page = await openAs(role, `${path}${looks === '' ? '' : `?${looks}`}`, width);
      await settled(page);
      await expectUsable(page, high);
    }
  }, MANY_NODES_MS);
});

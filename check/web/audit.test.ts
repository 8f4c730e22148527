import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sealEverything } from '../../store/audit-sealing.ts';
import { openSigner } from '../../store/checkpoint-key.ts';
import { auditActionWords } from '../../web/words/audit-actions.ts';
import { onDatabase } from '../databases.ts';
import { expectUsable, findings, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null])[] = [['', false], ['mode=elder', true], ['lang=en', null]];
const ROOT = join(import.meta.dirname, '..', '..');

/** Every act that the program writes down, as its sources name them. */
function namedActs(): readonly string[] {
  const sources = ['store', 'api', 'jobs', 'cli'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => readFileSync(join(ROOT, folder, name), 'utf8')));
  const calls = sources.flatMap((text) => [...text.matchAll(/audit\(\{\s*action: ([^\n]*?), object|audit\w*\((?:\w+, )?('[a-z_]+\.[a-z_]+')/g)].map((match) => match[1] ?? match[2] ?? ''));
  return [...new Set(calls.flatMap((call) => [...call.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map((match) => match[1] ?? '')))];
}

test('every act that is written down has its words', () => {
  const acts = namedActs();
  expect(acts.length).toBeGreaterThan(30);
  expect(acts.filter((act) => !(act in auditActionWords.zh))).toEqual([]);
});

onDatabase('embedded', 'the record of acts', (database) => {
  const { openAs, faults, served } = site(database);
  const rows = (page: Page) => page.locator('.audit-table tbody tr');
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  async function opened(query = '', width?: number): Promise<Page> {
    const page = await openAs('audit_admin', `/audit?${query}`, width);
    await page.waitForSelector('.audit-table, .audit-entries .empty-state');
    return page;
  }

  test('acts come latest first, and say that they wait until they are sealed; then each has its number', async () => {
    const page = await opened();
    const first = await rows(page).first().textContent();
    expect(first).toMatch(/audit-admin.*登录.*accounts\/audit-admin.*待封存/);
    expect(await page.textContent('.audit-facts')).toMatch(/已封存0 条等待封存\d+ 条，最早的等了 [\d,]+ 秒.*还没有.*还没有核验过/);
    const directory = mkdtempSync(join(tmpdir(), 'guantong-audit-'));
    await sealEverything(served.database(), { directory: join(directory, 'checkpoints'), signer: openSigner(join(directory, 'keys')) });
    rmSync(directory, { recursive: true, force: true });
    await page.reload();
    await page.waitForSelector('.audit-sealed');
    const numbers = (await page.locator('.audit-sealed').allTextContents()).map((text) => Number(text.replaceAll(/\D/g, '')));
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(await page.textContent('.audit-facts')).toMatch(/已封存\d+ 条/);
    expect(faults()).toEqual([]);
  });

  test('is narrowed by act, person, object and days, in the address; what fits nothing says so', async () => {
    const page = await opened();
    await page.getByLabel('做了什么').selectOption({ label: '任命' });
    await button(page, '按此筛选').click();
    await page.waitForURL(/action=appointment\.given/);
    await expect.poll(async () => new Set((await page.locator('.audit-code').allTextContents()))).toEqual(new Set(['appointment.given']));
    await page.getByLabel('谁（账号）').fill('nobody');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.empty-state');
    expect(await page.textContent('.empty-state')).toContain('没有符合条件的操作记录');
    await page.locator('.empty-state').getByRole('button', { name: '清除筛选' }).click();
    await page.waitForSelector('.audit-table');
    await page.getByLabel('从哪天', { exact: true }).fill('2026-01-02');
    await page.getByLabel('到哪天', { exact: true }).fill('2026-01-01');
    await button(page, '按此筛选').click();
    expect(await page.textContent('.audit-filters .field-error')).toContain('结束日期早于开始日期');
    await page.getByLabel('对什么').fill('people/1');
    await page.getByLabel('从哪天', { exact: true }).fill('2020-01-01');
    await page.getByLabel('到哪天', { exact: true }).fill('');
    await button(page, '按此筛选').click();
    await page.waitForURL(/object=people%2F1/);
    await expect.poll(async () => new Set((await rows(page).locator('td:nth-child(4)').allTextContents()))).toEqual(new Set(['people/1']));
  });

  test('goes on by pages of fifty', async () => {
    for (let n = 0; n < 12; n += 1) await (await served.send('/api/registers/rooms', { json: { values: roomNamed(`A-${n}`) } })).json();
    const page = await opened();
    expect(await rows(page).count()).toBe(50);
    const first = await rows(page).first().textContent();
    await button(page, '较早的').click();
    await page.waitForURL(/page=2/);
    await expect.poll(() => rows(page).first().textContent()).not.toBe(first);
    expect(await button(page, '较新的').isEnabled()).toBe(true);
    await button(page, '较新的').click();
    await expect.poll(() => button(page, '较新的').isDisabled()).toBe(true);
  });

  test('says in words that sealing has stopped, and what a verification found', async () => {
    const page = await openAs('audit_admin', '/account');
    const state = { links: 120, unsealed: 3, oldest_seconds: 42, last_checkpoint_at: '2026-11-24T08:00:00+00:00' };
    const first = { what: 'entry_changed', seq: 17, entry_id: 'e', at: '2026-11-01T08:00:00+00:00', action: 'record.correct', object: 'rooms/12', about: null };
    const verified = { at: '2026-11-24T08:00:00+00:00', holds: false, links: 120, found: 2, first };
    await page.route('**/api/audit/state', (route) => route.fulfill({ json: { ...state, stuck: 'checkpoint_not_written', verified } }));
    await page.goto('/audit');
    await page.waitForSelector('.notice-fault');
    expect(await page.locator('.notice-fault').allTextContents()).toEqual([
      expect.stringMatching(/封存停住了.*检查点文件写不进去/), expect.stringMatching(/发现 2 处不符第一处：第 17 号 · 2026年11月1日 16:00 · 更正记录 · rooms\/12 · entry_changed/)]);
    await page.click('.audit-how summary');
    expect(await page.textContent('.audit-how pre')).toBe('npx guantong verify');
    expect(await findings(page, false)).toEqual([]);
  });

  test('what cannot be read is said, with a way to ask again', async () => {
    const page = await openAs('audit_admin', '/account');
    let broken = true;
    await page.route('**/api/audit?**', (route) => (broken ? route.abort() : route.continue()));
    await page.goto('/audit');
    await page.waitForSelector('.audit-entries .notice-fault');
    broken = false;
    await page.locator('.audit-entries').getByRole('button', { name: '再试一次' }).click();
    await page.waitForSelector('.audit-table');
  });

  test.each(LOOKS)('axe finds nothing, on a desk and on a phone, with "%s"', async (looks, high) => {
    const page = await opened(looks);
    await page.locator('.audit-detail summary').first().click();
    await expectUsable(page, high);
    const phone = await opened(looks, 360);
    await expectUsable(phone, high);
    const none = await opened(`actor=nobody&${looks}`, 360);
    await expectUsable(none, high);
  }, MANY_NODES_MS);
});

function roomNamed(room_id: string) {
  return { room_id, campus_id: 'C1', name: null, use: 'other', area_m2: '10', share: '1', from: '2024-01-01', to: null };
}

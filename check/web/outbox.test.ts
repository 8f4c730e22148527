import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { date } from '../../core/values/plain-date.ts';
import type { Role } from '../../core/access/roles.ts';
import { aboutSecret, enqueueAll, type AnyMessage } from '../../store/outbox.ts';
import { programActor } from '../../store/program-actor.ts';
import { onDatabase } from '../databases.ts';
import { expectUsable, findings, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null])[] = [['', false], ['mode=elder', true], ['lang=en', null]];
const reminder = (title: string, due: string) => ({ clause: 'R3-e', title: { zh: title, en: 'Sign the agreements' }, due: date(due), many: 1, path: '/grants' });

onDatabase('embedded', 'messages', (database) => {
  const { openAs, faults, served } = site(database);
  const program = () => served.database().as(programActor(served.sample().region.region_id));
  const accountOf = (role: Role): string => served.sample().accounts.find((one) => one.role === role)?.account ?? '';
  const row = (page: Page, text: string) => page.locator('.message-table tbody tr', { hasText: text });
  const part = (page: Page, id: string) => page.locator(`section[aria-labelledby=part-${id}]`);
  const said = (page: Page) => page.textContent('.notice-done .notice-title');

  /** Messages in every state. */
  beforeAll(async () => {
    const account = accountOf('school_registrar');
    const messages: AnyMessage[] = [
      { key: 'a', to: { account }, template: 'grant_decided', data: { approved: true, path: '/grants' } },
      { key: 'b', to: { account }, template: 'digest', data: { reminders: [reminder('签订三方协议', '2025-11-18'), reminder('报送新生名单', '2025-12-05')] } },
      { key: 'c', to: { group: 'office' }, template: 'duty', data: reminder('报送新生名单', '2025-12-05') },
      { key: 'd', to: { account: accountOf('school_head') }, template: 'duty', data: reminder('签订三方协议', '2025-11-25') },
      { key: 'e', to: { account: accountOf('school_head') }, template: 'grant_decided', data: { approved: false, path: '/grants' } },
    ];
    await program().write(async (tx) => {
      await enqueueAll(tx, messages);
      await tx.audit({ action: 'message.sent', object: 'messages/made' });
      const set = (key: string, sql: string) => tx.change(`update messages set ${sql} where region_id = $1 and key = $2`, [tx.actor.region_id, key]);
      await set('a', `state = 'dead', last_error = 'no_address', attempts = 1`);
      await set('b', `state = 'sent', attempts = 2, channel = 'email', sent_at = clock_timestamp()`);
      await set('c', `state = 'dead', last_error = 'fate_unknown', attempts = 1, channel = 'robot'`);
      await set('e', `state = 'failed', last_error = 'http_503', attempts = 3, next_at = clock_timestamp() + interval '1 hour'`);
    });
  });

  describe('the outbox', () => {
    test('what waits counts by the day of the region, here that of the sample', async () => {
    const page = await openAs('system_admin', '/outbox');
    await page.waitForSelector('.message-table tbody tr');
    expect(await page.textContent('.message-table')).toContain('签订三方协议，还有 25 天');
  });

  test('says what was not sent and why; the administrator has it sent again', async () => {
      const page = await openAs('system_admin', '/outbox');
      await page.waitForSelector('.message-table');
      expect(await page.textContent('.notice-warning .notice-title')).toContain('2 条消息没有发出，不再自动重试');
      expect(await row(page, '授权已批准').textContent()).toMatch(/school-registrar.*没有发出.*收件人没有可用的接收地址/);
      expect(await row(page, '群：office').textContent()).toContain('不能确定对方是否已收到，为免重复没有再发');
      expect(await row(page, '未获批准').textContent()).toMatch(/稍后重试.*对方拒收（http_503）.*下次 .*已试 3 次/);
      await page.getByRole('button', { name: '只看没有发出的' }).click();
      await expect.poll(() => page.locator('.message-table tbody tr').count()).toBe(2);
      expect(page.url()).toContain('state=dead');
      await page.getByRole('button', { name: /重新发送：.*授权已批准，发给 school-registrar/ }).click();
      await expect.poll(() => said(page)).toContain('已重新排队');
      await expect.poll(() => page.locator('.message-table tbody tr').count()).toBe(1);
      expect(faults()).toEqual([]);
    });

    test('is narrowed by person, and says so when nothing fits', async () => {
      const page = await openAs('office', '/outbox');
      await page.getByRole('searchbox', { name: '账号' }).fill('school-h');
      await page.getByRole('button', { name: '筛选', exact: true }).click();
      await expect.poll(() => page.locator('.message-table tbody tr').count()).toBe(3);
      await page.getByRole('searchbox', { name: '账号' }).fill('nobody');
      await page.getByRole('button', { name: '筛选', exact: true }).click();
      await page.waitForSelector('.empty-state');
      expect(await page.textContent('.empty-state')).toContain('没有符合条件的消息');
    });

    test('shows nobody anything else: a school has no such page', async () => {
      const page = await openAs('school_registrar', '/outbox');
      expect(await page.textContent('h1')).toBe('这一页不在您的职责范围内');
    });

    test.each(LOOKS)('axe finds nothing, with "%s"', async (looks, high) => {
      const page = await openAs('office', `/outbox?${looks}`);
      await page.waitForSelector('.message-table');
      await page.locator('.message-text summary').first().click();
      await expectUsable(page, high);
    }, MANY_NODES_MS);
  });

  describe('one’s own account', () => {
    test('lists what one was told, and takes an address down by the code that was sent there', async () => {
      const page = await openAs('school_registrar', '/account');
      await part(page, 'own-messages').locator('li').first().waitFor();
      expect(await part(page, 'own-messages').textContent()).toContain('贯通提醒：2 项待办');
      await page.getByRole('button', { name: '登记接收地址' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '发送验证码' }).click();
      expect(await dialog.locator('.error-summary a').allTextContents()).toEqual(['请填写地址']);
      await page.fill('#contact-address', 'wang@qz.example.cn');
      await dialog.getByRole('button', { name: '发送验证码' }).click();
      await page.waitForSelector('#contact-code');
      const { region_id } = served.sample().region;
      const [sent] = await program().read((tx) => tx.query<{ message_id: string; secret: Buffer; secret_key: string }>('select message_id, secret, secret_key from messages where secret is not null'));
      const code = served.database().keys.find(sent?.secret_key ?? '')?.open(sent?.secret ?? Buffer.alloc(0), aboutSecret(region_id, sent?.message_id ?? '')) ?? '';
      await page.fill('#contact-code', String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
      await dialog.getByRole('button', { name: '确认地址' }).click();
      await expect.poll(() => dialog.locator('.error-summary').textContent()).toContain('验证码不正确');
      expect(await findings(page, false)).toEqual([]);
      await page.fill('#contact-code', code);
      await dialog.getByRole('button', { name: '确认地址' }).click();
      await expect.poll(() => said(page)).toContain('已确认，今后的消息发到这里');
      await expect.poll(() => part(page, 'addresses').textContent()).toMatch(/w\*{3}@qz\.example\.cn.*正在使用/);
      await part(page, 'addresses').getByRole('button', { name: /停用/ }).click();
      await expect.poll(() => said(page)).toContain('已停用');
    });

    test.each(LOOKS)('axe finds nothing, with "%s"', async (looks, high) => {
      const page = await openAs('school_registrar', `/account?${looks}`, 360);
      await part(page, 'own-messages').locator('summary').first().click();
      await expectUsable(page, high);
    }, MANY_NODES_MS);
  });
});

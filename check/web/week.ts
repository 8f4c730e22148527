import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { LANDING } from '../../core/access/landing.ts';
import type { Role } from '../../core/access/roles.ts';
import { findings, sidewaysOverflow } from './findings.ts';
import { settled, type Site } from './site.ts';

/** A week of somebody who was never here: the page that they begin with, and what they do from there. */
export interface Week {
  readonly page: Page;
  /** Follows the one action of something that is due; many of one kind by the first of them. */
  readonly due: (title: string) => Promise<void>;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly inDialog: (name: string) => Promise<void>;
  /** To a page of the menu, by its name. */
  readonly go: (name: string) => Promise<void>;
  /** The page that is now open holds on a phone. */
  readonly onPhone: () => Promise<void>;
}

const PHONE = 360;
const DESK = 1360;
/** Words that nobody is meant to read: what was not there, and names of keys. */
const NO_WORDS = /\b(?:undefined|null|NaN|\[object)\b|\{\w+\}/;

/**
 * Signs in by the form, as whoever is new to the place does; sees what they begin with, on a desk and on a phone; does what the
 * role has to do in a week, and signs out. Axe finds nothing where it begins and where it ends.
 */
export async function walkWeek(site: Site, role: Role, tasks: (week: Week) => Promise<void>): Promise<void> {
  const page = await site.openAnew('/');
  await signIn(page, site, role);
  await page.waitForURL((url) => url.pathname === LANDING[role]);
  await settled(page);
  expect(await page.locator('.notice-fault').count()).toBe(0);
  expect(await page.innerText('main')).not.toMatch(NO_WORDS);
  expect(await findings(page, false)).toEqual([]);
  const week = weekOf(page);
  await week.onPhone();
  await tasks(week);
  await settled(page);
  expect(await page.locator('main .notice-fault').count()).toBe(0);
  expect(await page.innerText('main')).not.toMatch(NO_WORDS);
  expect(await findings(page, false)).toEqual([]);
  await week.onPhone();
  await signOut(page);
  expect(site.faults()).toEqual([]);
  await page.close();
}

async function signIn(page: Page, { served }: Site, role: Role): Promise<void> {
  await page.waitForSelector('#account');
  const { account = '', password = '' } = served.sample().accounts.find((one) => one.role === role) ?? {};
  await page.fill('#account', account);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

async function signOut(page: Page): Promise<void> {
  await page.click('.head-account-button');
  await page.getByRole('button', { name: '退出登录', exact: true }).click();
  await page.waitForSelector('#account');
}

function weekOf(page: Page): Week {
  const press: Week['press'] = (name) => page.locator('main').getByRole('button', { name, exact: typeof name === 'string' }).first().click();
  return {
    page, press,
    due: async (title) => {
      await page.locator('.duty-table tbody tr').filter({ hasText: title }).first().locator('a.button').click();
      await page.waitForURL((url) => url.pathname !== '/todo' || url.searchParams.has('duty'));
      await settled(page);
    },
    inDialog: async (name) => {
      await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await settled(page);
    },
    go: async (name) => {
      await page.locator('.rail').getByRole('link', { name, exact: true }).click();
      await settled(page);
    },
    onPhone: async () => {
      await page.setViewportSize({ width: PHONE, height: 800 });
      expect(await sidewaysOverflow(page), page.url()).toBe(0);
      await page.setViewportSize({ width: DESK, height: 900 });
    },
  };
}

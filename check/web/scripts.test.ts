import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sheetNames } from '../../core/exchange/sheets.ts';
import type { Role } from '../../core/access/roles.ts';
import { onDatabase } from '../databases.ts';
import { plantedSheets, SCRIPTS, WATCH } from '../prove/scripts.ts';
import { settled, site } from './site.ts';

const MOST_IN_A_NAME = 50;
const LONGEST_PURPOSE = 200;
const PLANTED = plantedSheets();
/** All registers and addresses where the whole proof is asked for, else some of them, other ones each time. */
const WHOLE = process.env['GUANTONG_WHOLE_PROOF'] === '1';
const PART = 8;
const TURN = Date.now() % PART;
const some = <T>(all: readonly T[]): readonly T[] => all.filter((_, at) => WHOLE || at % PART === TURN);

/** What a page made of the texts on it. */
interface Seen {
  readonly ran: number;
  readonly refused: readonly string[];
  /** How often one of our texts stands on the page, as text. */
  readonly shown: number;
}

onDatabase('embedded', 'scripts in every text', (database) => {
  const pages = site(database);
  const { served } = pages;
  const send = async (page: Page, method: string, path: string, data: unknown): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> => {
    const reply = await page.request.fetch(path, { method, data });
    return { status: reply.status(), body: await reply.json() as Readonly<Record<string, unknown>> };
  };
  const upload = async (page: Page, path: string, files: FormData) => {
    const { cookie } = await page.request.storageState().then(({ cookies }) => ({ cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }));
    const reply = await fetch(`${served.origin()}${path}`, { method: path.endsWith('policy-text') ? 'PUT' : 'POST', headers: { cookie }, body: files });
    expect(reply.ok, path).toBe(true);
    return await reply.json() as Readonly<Record<string, unknown>>;
  };
  /** A page of somebody's that counts what runs and what is refused. */
  const watched = async (role: Role): Promise<Page> => {
    const page = await pages.openAs(role, '/account');
    page.on('dialog', (dialog) => { void dialog.dismiss(); });
    await page.context().addInitScript(WATCH);
    return page;
  };
  const look = async (page: Page, path: string): Promise<Seen> => {
    await page.goto(path);
    await settled(page).catch(async () => expect.fail(`${path} does not stand: ${(await page.content()).slice(0, 500)} ${pages.faults().join(' ')}`));
    return seen(page);
  };
  const expectQuiet = (path: string, { ran, refused }: Seen): void => {
    expect({ path, ran, refused }).toEqual({ path, ran: 0, refused: [] });
    expect(pages.faults().filter((text) => /Content Security Policy|Refused to/i.test(text)), path).toEqual([]);
  };

  describe('of registers and forms', () => {
    test('are stored as they are: by import in every text of every sheet, by the forms in every text of theirs', async () => {
      const page = await watched('office');
      const files = new FormData();
      for (const { name, csv } of PLANTED) files.append('files', new File([csv], name));
      const { upload_id, importable, problems } = await upload(page, '/api/imports/preview?on=2025-10-31', files);
      expect(importable, JSON.stringify(problems).slice(0, 2000)).toBe(true);
      expect((await send(page, 'POST', '/api/imports', { upload_id, on: '2025-10-31' })).status).toBe(201);
      const named = new FormData();
      named.append('file', new File(['text'], `${SCRIPTS[12]}.pdf`));
      await upload(page, '/api/policy-text', named);
      for (const script of SCRIPTS) {
        const made = [
          await send(page, 'POST', '/api/snapshots', { on: '2025-10-31', label: script.slice(0, 100) }),
          await send(page, 'POST', '/api/tokens', { label: script.slice(0, 100), scopes: ['verdicts.read'], days: 1 }),
          await send(page, 'POST', '/api/minor-grants', { scope: 'org:S1', purpose: script.slice(0, LONGEST_PURPOSE), expires_on: '2026-01-31' }),
        ];
        expect(made.map(({ status }) => status), script).toEqual([201, 201, expect.toSatisfy((status: number) => status === 201 || /\d{6}/.test(script))]);
      }
    });

    test('people and their appointments are called by them', async () => {
      const page = await watched('system_admin');
      for (const [at, script] of SCRIPTS.entries()) {
        const { status, body } = await send(page, 'POST', '/api/people', { kind: 'staff', name: script.slice(0, MOST_IN_A_NAME), account: `x${at}` });
        expect(status, JSON.stringify(body)).toBe(201);
      }
    });
  });

  describe('on every screen', () => {
    test.each([
      ['office', ['/', '/campuses', '/campuses/C1', '/what-if', '/what-if/C1', '/clauses', '/readings', '/data', '/data/imports', '/data/registers', '/grants', '/account', '/mine']],
      ['system_admin', ['/people', '/people?search=x', '/people/new']], ['security_admin', ['/people', '/grants']], ['audit_admin', ['/audit']], ['auditor', ['/audit', '/', '/grants']],
      ['school_registrar', ['/people', '/people/bulk', '/people/new', '/data/registers/students']], ['student', ['/mine', '/account']], ['guardian', ['/mine']], ['city_bureau', ['/', '/grants']],
    ] as const)('of %s nothing runs and nothing is refused', async (role, paths) => {
      const page = await watched(role);
      for (const path of paths) expectQuiet(`${role} ${path}`, await look(page, `${path}${path.includes('?') ? '&' : '?'}on=2025-10-31`));
    }, 120_000);

    test('every register shows them as text', async () => {
      const page = await watched('office');
      console.log(`registers of turn ${TURN}`);
      for (const sheet of some(sheetNames)) {
        const planted = PLANTED.find(({ name }) => name === `${sheet}.csv`);
        const found = await look(page, `/data/registers/${sheet}?on=2025-10-31&all=1&find=__ran`);
        expectQuiet(sheet, found);
        if ((planted?.columns.length ?? 0) > 0 && sheet !== 'region') expect(found.shown, sheet).toBeGreaterThan(0);
      }
    }, 240_000);

    test('a campus that is called by one, its history, and addresses made of them', async () => {
      const page = await watched('office');
      for (const script of some([SCRIPTS[0], SCRIPTS[12], SCRIPTS[39], SCRIPTS[40]])) {
        const written = encodeURIComponent(script ?? '');
        for (const path of [`/campuses/${written}`, `/what-if/${written}`, `/?on=${written}`, `/data/registers/rooms?find=${written}`, `/${written}`, `/activate#${written}`, `/sign-in?next=${written}`, `/sign-in/return?state=${written}&error=${written}`]) {
          expectQuiet(path, await look(page, path));
        }
      }
    }, 120_000);

    test('typed into every field that a screen has', async () => {
      const page = await watched('office');
      for (const path of ['/', '/campuses', '/what-if/C1', '/clauses', '/readings', '/data/imports', '/data/registers/rooms', '/grants', '/account']) {
        await look(page, `${path}?on=2025-10-31`);
        const fields = page.locator('input:not([type=checkbox]):not([type=radio]):not([type=file]):not([type=date]):not([type=number]):visible, textarea:visible');
        for (let at = 0; at < await fields.count(); at += 1) {
          const field = fields.nth(at);
          if (!await field.isEditable()) continue;
          await field.fill(`${SCRIPTS[12]}${SCRIPTS[0]}`).catch(() => undefined);
          await page.keyboard.press('Tab');
        }
        expectQuiet(`fields of ${path}`, await seen(page));
      }
    }, 120_000);

    test('the report: on the server’s page, and as a file that was saved, where no policy guards it', async () => {
      const page = await watched('office');
      await page.goto('/api/reports/conditions.html?on=2025-10-31');
      const onServer = await seen(page);
      expectQuiet('report', onServer);
      expect(onServer.shown).toBeGreaterThan(10);
      const html = await page.content();
      const own = await page.request.get('/api/reports/conditions.html?on=2025-10-31');
      await page.goto('about:blank');
      await page.setContent(await own.text());
      const saved = await page.evaluate('new Promise((done) => setTimeout(() => done(window.__ran ?? 0), 500))');
      expect({ saved, long: html.length > 1000 }).toEqual({ saved: 0, long: true });
    });
  });

  describe('what watches', () => {
    test('sees a script that runs where nothing refuses it', async () => {
      const page = await watched('office');
      await page.goto('about:blank');
      await page.setContent(SCRIPTS.join('\n'));
      expect(await page.evaluate('new Promise((done) => setTimeout(() => done(window.__ran), 500))')).toBeGreaterThan(3);
    });

    test('sees one that the page’s policy refuses', async () => {
      const page = await watched('office');
      await look(page, '/');
      await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(SCRIPTS[12])})`);
      const { ran, refused } = await seen(page);
      expect(ran).toBe(0);
      expect(refused.length).toBeGreaterThan(0);
    });
  });
});

/** After a moment, for what runs late. */
async function seen(page: Page): Promise<Seen> {
  return await page.evaluate(`new Promise((done) => setTimeout(() => done({
    ran: window.__ran ?? 0, refused: window.__refused ?? [], shown: document.body.innerText.split('__ran').length - 1,
  }), 60))`);
}

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { preview } from 'vite';
import { allowed } from '../../api/access.ts';
import { EVERYTHING } from '../../core/access/reach.ts';
import { buildGallery, CONFIG } from './build.ts';
import { settled } from './site.ts';

/** What the head of every page asks the server; here answered in its place, so that the components can be looked at alone. */
const REGION = {
  name: '衢州市', office_name: '职改办', sample: true, account: '职改办',
  snapshots: ['2025-10-31', '2025-04-30'], default_on: '2025-10-31', today: '2025-11-20',
};

const SESSION = {
  account: { account: 'office', name: '职改办' }, level: 'full', landing: '/', may: allowed(EVERYTHING), expires_at: '2025-11-20T20:00:00Z',
  roles: [{ role: 'office', name: { zh: '领导小组办公室', en: 'Leading-group office' }, org_id: 'G1', organisation: '衢州市职改办' }],
  sample: true, sample_accounts: [], single_sign_on: false,
};

export interface Gallery {
  /** A page of the gallery build, loaded and laid out. The query is written after `?`. */
  readonly open: (path: string, query?: string, width?: number) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Builds the web with its gallery and serves it on a free port of this machine. */
export async function serveGallery(browser: Browser): Promise<Gallery> {
  const built = await buildGallery();
  const server = await preview({ configFile: CONFIG, mode: 'gallery', logLevel: 'error', build: { outDir: built.folder }, preview: { port: 0, host: '127.0.0.1', strictPort: true } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the gallery is not served');
  const contexts: BrowserContext[] = [];
  return {
    open: async (path, query = '', width = 1360) => {
      const context = await browser.newContext({ viewport: { width, height: 860 }, locale: 'zh-CN' });
      contexts.push(context);
      const page = await context.newPage();
      await page.route('**/api/region', (route) => route.fulfill({ json: REGION }));
      await page.route('**/api/session', (route) => route.fulfill({ json: SESSION }));
      await page.goto(new URL(`${path}?${query}`, address).href);
      await settled(page);
      return page;
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await server.close();
      await built.remove();
    },
  };
}

import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { site } from './site.ts';

/** Four scripts that the page did not bring: inline, with a guessed word, from our own address, and in an attribute. */
const TRIES = `(async (own) => {
  const refused = [];
  document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
  const inline = document.createElement('script');
  inline.textContent = 'window.injected = true';
  const guessed = document.createElement('script');
  guessed.nonce = 'AAAAAAAAAAAAAAAAAAAAAAAA';
  guessed.textContent = 'window.injected = true';
  const file = document.createElement('script');
  file.src = own;
  const loaded = new Promise((resolve) => { file.onload = () => resolve('ran'); file.onerror = () => resolve('refused'); });
  document.body.append(inline, guessed, file);
  document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.injected = true">');
  const answer = await loaded;
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  return { injected: 'injected' in window, answer, refused: refused.length };
})`;

onDatabase('embedded', 'scripts of a page', (database) => {
  const { open, faults, served } = site(database);

  test('run because this answer named them, and no other does, wherever it comes from', async () => {
    const page = await open('/');
    expect(faults()).toEqual([]);
    const html = await (await served.send('/', { anonymous: true })).text();
    expect(html).toMatch(/<script type="module"[^>]* nonce="[A-Za-z0-9+/]{24}"/);
    expect(html).not.toContain('__NONCE');
    const asset = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
    const ran = await page.evaluate(`${TRIES}(${JSON.stringify(asset)})`);
    expect(ran).toEqual({ injected: false, answer: 'refused', refused: 4 });
  });
});

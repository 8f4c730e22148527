import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCsv } from '../../core/exchange/csv.ts';
import type { Column } from '../../core/exchange/column.ts';
import { cellText } from '../../core/exchange/raw-cell.ts';
import { sheets, type SheetName } from '../../core/exchange/sheets.ts';
import type { Proof } from './proof.ts';

const RUN = 'window.__ran=(window.__ran||0)+1';

/** Fifty texts, each of which would run where a page took it for more than text. */
export const SCRIPTS: readonly string[] = [
  `<script>${RUN}</script>`, `"><script>${RUN}</script>`, `'><script>${RUN}</script>`, `</script><script>${RUN}</script>`, `</title><script>${RUN}</script>`, `</textarea><script>${RUN}</script>`, `</style><script>${RUN}</script>`, `--><script>${RUN}</script>`,
  `<ScRiPt>${RUN}</sCrIpT>`, `<script src="data:text/javascript,${RUN}"></script>`, `<script type=module>${RUN}</script>`, `<<script>${RUN}//<</script>`,
  `<img src=x onerror="${RUN}">`, `"><img src=x onerror=${RUN}>`, `<img src=x onerror=${RUN}//`, `<img/src/onerror=${RUN}>`, `<image src=x onerror=${RUN}>`, `<body onload=${RUN}>`, `<svg onload=${RUN}>`, `<svg/onload=${RUN}>`, `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`, `<math><mtext><img src=x onerror=${RUN}></math>`, `<iframe srcdoc="<script>parent.${RUN.replaceAll('window', 'parent')}</script>">`, `<iframe src="javascript:${RUN}">`, `<object data="javascript:${RUN}">`, `<embed src="javascript:${RUN}">`,
  `<details open ontoggle=${RUN}>`, `<video><source onerror=${RUN}></video>`, `<audio src=x onerror=${RUN}>`, `<input autofocus onfocus=${RUN}>`, `<select autofocus onfocus=${RUN}>`, `<marquee onstart=${RUN}>`, `<style onload=${RUN}></style>`, `<link rel=stylesheet href=x onerror=${RUN}>`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`, `<base href="javascript:${RUN}//">`, `<a href="javascript:${RUN}">x</a>`, `<form action="javascript:${RUN}"><button>x</button></form>`, `javascript:${RUN}`, `" onmouseover="${RUN}" x="`, `' onfocus='${RUN}' autofocus='`,
  `{{constructor.constructor('${RUN}')()}}`, `\${${RUN}}`, `<%= ${RUN} %>`, `#{${RUN}}`, `=HYPERLINK("javascript:${RUN}","x")`, `@import 'javascript:${RUN}'`,
  `\u202e<script>${RUN}</script>\u202c`, `\uff1cscript\uff1e${RUN}\uff1c/script\uff1e`,
];

/** What a page runs before anything of its own: it counts what the page reports of refused scripts. */
export const WATCH = `window.__ran = 0; window.__refused = [];
document.addEventListener('securitypolicyviolation', (event) => { window.__refused.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample); });`;

const SAMPLE = fileURLToPath(new URL('../../samples/quzhou', import.meta.url));
const MOST_ROWS = 60;
const LONGEST = 480;

/** A file of the sample with scripts in each text of its first rows, all fifty of them where the rows have room. */
export interface PlantedSheet {
  readonly name: string;
  readonly csv: string;
  /** Text columns that hold scripts now. */
  readonly columns: readonly string[];
}

export function plantedSheets(): PlantedSheet[] {
  return readdirSync(SAMPLE).filter((name) => name.endsWith('.csv')).map((name) => plantedSheet(name));
}

function plantedSheet(name: string): PlantedSheet {
  const sheet = sheets[name.replace('.csv', '') as SheetName];
  const columns: Readonly<Record<string, Column>> = sheet.columns;
  const rows: string[][] = [];
  readCsv(readFileSync(join(SAMPLE, name), 'utf8').replace('\ufeff', ''), (_, cells) => { rows.push(cells.map((cell) => cellText(cell))); });
  const [heading = [], ...records] = rows;
  const key: readonly string[] = sheet.key;
  const free = heading.filter((column) => columns[column]?.kind === 'text' && columns[column].personal === undefined && !key.includes(column));
  const some = records.slice(0, MOST_ROWS);
  const planted = some.map((cells, row) => heading.map((column, at) => (free.includes(column) ? scriptsOfRow(row, some.length) : cells[at] ?? '')));
  // New records that are called by scripts, where a text of their own tells them apart.
  const own = heading.findIndex((column) => key.includes(column) && columns[column]?.kind === 'text' && columns[column].personal === undefined);
  const called = own === -1 || some[0] === undefined || name === 'region.csv' ? [] : SCRIPTS.map((script) => (some[0] ?? []).map((cell, at) => (at === own ? script : cell)));
  return { name, columns: own === -1 ? free : [...free, heading[own] ?? ''], csv: [heading, ...planted, ...called].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n') };
}

/** Row by row all scripts have their turn; few rows hold several of them each. */
function scriptsOfRow(row: number, rows: number): string {
  let text = '';
  for (let at = row % SCRIPTS.length; at < SCRIPTS.length; at += Math.max(1, rows)) {
    if (text.length + (SCRIPTS[at] ?? '').length > LONGEST) break;
    text += `${text === '' ? '' : ' '}${SCRIPTS[at]}`;
  }
  return text;
}

/** The browser's test at its full length: all registers, all addresses. */
export const scripts: Proof = {
  name: 'scripts',
  run: async ({ say }) => {
    const { status, stdout } = spawnSync('npx', ['vitest', 'run', 'check/web/scripts.test.ts', '--reporter=dot'], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)), env: { ...process.env, GUANTONG_WHOLE_PROOF: '1' }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status !== 0) say(stdout);
    return { holds: status === 0, figures: `${SCRIPTS.length} scripts in every text of every sheet and form, every screen, register and the report in a browser` };
  },
};

import { createHash } from 'node:crypto';
import { publicWords } from '../core/step-up/public-words.ts';
import type { Language } from '../core/values/bilingual.ts';
import type { Publicised } from '../store/step-up/public-list.ts';

const STYLE = `
:root{color-scheme:light}
body{margin:0;font:16px/1.6 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1c2126;background:#fff}
main{max-width:48rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.75rem;line-height:1.3;margin:.5rem 0}h2{font-size:1.25rem;margin:1.5rem 0 .5rem}
a{color:#1f4e9c}:focus-visible{outline:3px solid #b35900;outline-offset:2px}
.top{text-align:right}.small{color:#4a5560}
.note{border:1px solid #c6ccd2;border-left:6px solid #8a5a00;padding:.25rem 1rem;margin:1.25rem 0}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .5rem;border-bottom:1px solid #c6ccd2;overflow-wrap:anywhere}
.n{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
@media print{.top{display:none}}
`;

/** No script, no frame, no request. */
export const PUBLICITY_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string | number): string => String(text).replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one);

/** `found`: search engines may list it. */
export function page(title: string, body: string, language: Language, found = false): string {
  const [lang, other] = language === 'zh' ? ['zh-CN', 'en'] : ['en', 'zh'];
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${found ? '' : '<meta name="robots" content="noindex">'}<style>${STYLE}</style></head>
<body><main><p class="top"><a href="?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${other === 'zh' ? '中文' : 'English'}</a></p><h1>${escaped(title)}</h1>${body}</main></body></html>`;
}

export const table = (heads: readonly (readonly [text: string, number: boolean])[], rows: readonly (readonly (string | number)[])[]): string =>
  `<table><thead><tr>${heads.map(([text, number]) => `<th scope="col"${number ? ' class="n"' : ''}>${escaped(text)}</th>`).join('')}</tr></thead><tbody>${
    rows.map((cells) => `<tr>${cells.map((cell, at) => `<td${heads[at]?.[1] === true ? ' class="n"' : ''}>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;

/** What is published now. */
export function listPage(open: readonly Publicised[], language: Language): string {
  const say = publicWords(language);
  const items = open.map(({ code, last_day, sample, list }) => `<li><a href="/published/${escaped(code)}?lang=${language}">${escaped(say.title(list.college, list.year))}</a> <span class="small">${escaped(say.until(last_day))}${sample ? ` · ${say.sample}` : ''}</span></li>`);
  return page(say.all, open.length === 0 ? `<p>${say.none}</p>` : `<ul>${items.join('')}</ul>`, language);
}

/** One list, as long as it is published: masked names, nothing by which a minor would be found. Afterwards only that it was. */
export function publicPage({ list, published_on, last_day, sample }: Publicised, open: boolean, language: Language): string {
  const say = publicWords(language);
  const head = `${sample ? `<p class="note"><strong>${say.sample}</strong></p>` : ''}<p>${escaped(say.period(published_on, last_day))}</p>`;
  if (!open) return page(say.title(list.college, list.year), `${head}<p class="note"><strong>${say.over}</strong></p>`, language);
  const rows = table([[say.seq, true], [say.name, false], [say.school, false], [say.programme, false], [say.campus, false], [say.result, false]], list.rows.map((one) => [one.seq, one.name, one.school, one.programme, one.campus, say.stepsUp]));
  const schools = table([[say.school, false], [say.registered, true], [say.passed, true]], list.schools.map((one) => [one.school, one.registered, one.passed]));
  return page(say.title(list.college, list.year), `${head}<p>${say.lead}</p><h2>${say.list}</h2>${rows}<h2>${say.bySchool}</h2>${schools}<p class="small">${say.basis}</p>`, language);
}

/** There is no such list. */
export function absentPage(language: Language): string {
  const say = publicWords(language);
  return page(say.all, `<p class="note"><strong>${say.unknown}</strong></p>`, language);
}

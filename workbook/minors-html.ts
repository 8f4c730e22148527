import type { Bilingual, Language } from '../core/values/bilingual.ts';

interface Table {
  readonly title: Bilingual;
  readonly columns: readonly Bilingual[];
  readonly rows: readonly (readonly string[])[];
}

const STYLE = `body{font:14px/1.6 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;margin:2rem;color:#111}
table{border-collapse:collapse;width:100%;margin-bottom:1.5rem}th,td{border:1px solid #888;padding:.2rem .5rem;text-align:left;vertical-align:top}
th{background:#eee}@page{size:A4 landscape;margin:15mm}@media print{body{margin:0}h2{break-after:avoid}tr{break-inside:avoid}}`;

/** The yearly pack on minors' data as one self-contained page that prints on A4: no script, nothing fetched. */
export function minorsHtml({ region, year, tables }: { readonly region: string; readonly year: number; readonly tables: readonly Table[] }, lang: Language): string {
  const zh = lang === 'zh';
  const title = zh ? `${year} 年未成年人个人信息合规审计资料` : `Audit pack on minors’ data, ${year}`;
  return `<!doctype html>
<html lang="${zh ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><title>${text(title)}</title><style>${STYLE}</style></head>
<body>
<h1>${text(title)}</h1>
<p>${text(region)}</p>
${tables.map((one) => tableHtml(one, lang)).join('\n')}
<p>${zh ? '审核人：　　　　　　　　单位（盖章）：　　　　　　　　日期：' : 'Checked by:                Seal:                Date:'}</p>
</body>
</html>
`;
}

function tableHtml({ title, columns, rows }: Table, lang: Language): string {
  const head = columns.map((one) => `<th scope="col">${text(one[lang])}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`).join('\n');
  const many = lang === 'zh' ? `共 ${rows.length} 条` : `${rows.length} rows`;
  return `<section><h2>${text(title[lang])}</h2><p>${many}</p>${rows.length === 0 ? '' : `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`}</section>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function text(value: string): string {
  return value.replace(/[&<>"]/g, (character) => ESCAPES[character] as string);
}

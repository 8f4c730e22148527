import { REPORT_COLUMNS, type ConditionsReport, type ReportRow, type ReportTable } from '../core/check/report.ts';

/** The conditions report as one self-contained page that prints on A4: no script, nothing fetched. */
export function reportHtml(report: ConditionsReport): string {
  const sample = report.sample ? '<p class="sample">示例数据</p>' : '';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(report.title)} ${text(report.region)} ${text(report.day)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
${sample}
<h1>${text(report.title)}</h1>
<p>${text(report.region)} · 口径日期 ${text(report.day)}</p>
<p class="basis">依据：${text(report.basis)}</p>
</header>
<main>
${report.campuses.map(tableHtml).join('\n')}
${report.targets.length === 0 ? '' : tableHtml({ heading: '全市目标', note: '未到期的目标只列现状', rows: report.targets })}
${report.schools.map(tableHtml).join('\n')}
</main>
<footer>
<p>● 达标　▲ 未达标　◇ 待补报　– 不适用。数值截断到四位小数，比较时不作舍入。“默认口径”是本系统提出的读法，不是政策原文。</p>
<p class="sign">填报人：　　　　　　　　审核人：　　　　　　　　单位（盖章）：　　　　　　　　日期：　　　　　　</p>
</footer>
</body>
</html>
`;
}

function tableHtml({ heading, note, rows }: ReportTable): string {
  return `<section>
<h2>${text(heading)}</h2>
<p>${text(note)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${text(heading)}"><table>
<thead><tr>${REPORT_COLUMNS.map(([, label]) => `<th scope="col">${label}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(rowHtml).join('\n')}
</tbody>
</table></div>
</section>`;
}

function rowHtml(row: ReportRow): string {
  const cells = REPORT_COLUMNS.map(([key]) =>
    key === 'item' ? `<th scope="row">${text(row.item)}</th>` : `<td class="${key}">${text(row[key])}</td>`,
  );
  return `<tr class="${text(row.outcome)}">${cells.join('')}</tr>`;
}

function text(raw: string): string {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `
@page { size: A4 landscape; margin: 14mm; @bottom-right { content: counter(page) " / " counter(pages); } }
body { font: 14px/1.6 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1a1d21; margin: 24px; font-variant-numeric: tabular-nums; }
h1 { font-size: 26px; margin: 0; } h2 { font-size: 18px; margin: 28px 0 0; break-after: avoid; }
header p, section > p { margin: 2px 0; } .basis, footer { color: #4a525c; }
.sample { display: inline-block; border: 1px solid #7a5200; color: #7a5200; padding: 0 8px; border-radius: 3px; font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-top: 8px; font-size: 13px; }
th, td { border: 1px solid #c3cad2; padding: 4px 7px; text-align: left; vertical-align: top; }
thead { display: table-header-group; } thead th { background: #f4f6f8; white-space: nowrap; }
tr { break-inside: avoid; } tbody th { font-weight: 500; min-width: 9em; }
.numerator, .denominator, .value, .required { text-align: right; white-space: nowrap; }
.verdict { white-space: nowrap; font-weight: 600; } .gap { min-width: 9em; }
.reading, .evidence { font-size: 12px; color: #4a525c; overflow-wrap: anywhere; }
.met .verdict { color: #1c6e3d; } .unmet .verdict, .unmet .gap { color: #a8201a; } .undetermined .verdict, .undetermined .gap { color: #7a5200; }
footer { margin-top: 28px; font-size: 13px; } .sign { margin-top: 28px; color: #1a1d21; }
@media print { body { margin: 0; } .scroll { overflow: visible; } }
`;

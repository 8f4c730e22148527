import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MADE_REPORT_FACTS } from '../../core/office/made-report.ts';
import { composeReport, REPORT_KINDS, type ReportKind } from '../../core/office/report.ts';
import { officialDocx } from '../../workbook/official-docx.ts';
import type { Proof } from './proof.ts';

const NEEDS = 'apt-get install -y --no-install-recommends libreoffice-writer poppler-utils fonts-noto-cjk';
const TIMEOUT_MS = 180_000;

/** Briefing and yearly report open in LibreOffice without complaint: pages numbered one after another, with what the draft says, no line of more than 28 characters and some that come near it. */
export const reports: Proof = {
  name: 'reports',
  run: async ({ say }) => {
    if (['soffice', 'pdftotext', 'pdfinfo'].some((program) => spawnSync(program, ['--help']).error !== undefined)) return { holds: false, figures: `LibreOffice or poppler is not there: ${NEEDS}` };
    const folder = mkdtempSync(join(tmpdir(), 'guantong-reports-'));
    try {
      const figures: string[] = [];
      let holds = true;
      for (const kind of REPORT_KINDS) {
        const { pages, lacking } = await opened(folder, kind);
        holds &&= pages > 0 && lacking.length === 0;
        if (lacking.length > 0) say(`${kind}: not on paper: ${lacking.slice(0, 5).join('; ')}`);
        figures.push(`${kind} ${pages} pages`);
      }
      return { holds, figures: figures.join(', ') };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** How many pages it has as PDF, and what of the draft is not on them. */
async function opened(folder: string, kind: ReportKind): Promise<{ readonly pages: number; readonly lacking: readonly string[] }> {
  const report = composeReport(kind, MADE_REPORT_FACTS);
  const file = join(folder, `${kind}.docx`);
  writeFileSync(file, await officialDocx(report));
  const run = (program: string, ...args: readonly string[]): string => spawnSync(program, args, { encoding: 'utf8', timeout: TIMEOUT_MS }).stdout ?? '';
  run('soffice', `-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file);
  const pdf = join(folder, `${kind}.pdf`);
  const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', pdf))?.[1] ?? 0);
  run('pdftotext', '-layout', pdf, join(folder, `${kind}.txt`));
  const text = pages === 0 ? '' : readFileSync(join(folder, `${kind}.txt`), 'utf8').replace(/\s+/g, '');
  const wanted = [report.title, report.issuer, ...report.sections.map(({ heading }) => heading), ...Array.from({ length: pages }, (_, at) => `—${at + 1}—`)];
  const longest = Math.max(0, ...(pages === 0 ? '' : readFileSync(join(folder, `${kind}.txt`), 'utf8')).split('\n').map((line) => [...line.trim().replace(/\s+/g, '')].reduce((width, one) => width + (one < '\u0100' ? 0.5 : 1), 0)));
  return { pages, lacking: [...wanted.filter((part) => !text.includes(part.replace(/\s+/g, ''))), ...(longest > 24 && longest <= 28 ? [] : [`lines of ${longest} characters`])] };
}

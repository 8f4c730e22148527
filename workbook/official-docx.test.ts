import { promisify } from 'node:util';
import { fromBuffer, type ZipFile } from 'yauzl';
import { describe, expect, test } from 'vitest';
import { MADE_REPORT_FACTS } from '../core/office/made-report.ts';
import { composeReport } from '../core/office/report.ts';
import { officialDocx } from './official-docx.ts';

async function partsOf(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer)(bytes, { lazyEntries: true });
  const parts = new Map<string, string>();
  const open = promisify(zip.openReadStream.bind(zip)) as (entry: unknown) => Promise<AsyncIterable<Buffer>>;
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: { fileName: string }) => {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of await open(entry)) chunks.push(chunk);
        parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
        zip.readEntry();
      })().catch(reject);
    });
    zip.on('end', () => resolve(parts));
    zip.readEntry();
  });
}

describe('a report as a Word document', () => {
  const report = composeReport('annual', MADE_REPORT_FACTS);
  const parts = officialDocx(report).then(partsOf);

  test('has the page of official documents: A4, margins 37/35/28/26 mm, 22 lines of 28 characters', async () => {
    const text = (await parts).get('word/document.xml') ?? '';
    expect(text).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(text).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    const [, pitch = ''] = /w:linePitch="(\d+)"/.exec(text) ?? [];
    const [, space = ''] = /w:styleId="Normal".*?<w:spacing w:val="(-?\d+)"\/>/.exec((await parts).get('word/styles.xml') ?? '') ?? [];
    expect(Math.floor((16838 - 2098 - 1984) / Number(pitch))).toBe(22);
    expect(Math.floor((11906 - 1587 - 1474) / (16 * 20 + Number(space)))).toBe(28);
  });

  test('says its title in 小标宋 of size 2, its text in 仿宋 of size 3, its page between dashes, odd right and even left', async () => {
    const styles = (await parts).get('word/styles.xml') ?? '';
    expect(styles).toMatch(/w:styleId="Title".*?w:eastAsia="小标宋".*?<w:sz w:val="44"\/>/);
    expect(styles).toMatch(/w:styleId="Normal".*?w:eastAsia="仿宋_GB2312".*?<w:sz w:val="32"\/>/);
    for (const [part, side] of [['odd', 'right'], ['even', 'left']] as const) {
      expect((await parts).get(`word/footer-${part}.xml`)).toMatch(/— <.*PAGE.* —/);
      expect(styles).toMatch(new RegExp(`w:styleId="Footer${part === 'odd' ? 'Odd' : 'Even'}".*?<w:jc w:val="${side}"/>`));
    }
    expect((await parts).get('word/fontTable.xml')).toContain('Noto Serif CJK SC');
  });

  test('holds what the draft says, and text that looks like markup as text', async () => {
    const text = ((await parts).get('word/document.xml') ?? '').replace(/<[^>]+>/g, '\n');
    for (const part of [report.title, '一、目标进展', '更新&lt;设备&gt;&amp;工具', report.issuer, report.dated]) expect(text).toContain(part);
  });

  test('names each of its parts, and is the same bytes for the same draft', async () => {
    const types = (await parts).get('[Content_Types].xml') ?? '';
    for (const name of [...(await parts).keys()].filter((one) => one.endsWith('.xml') && !one.startsWith('['))) expect(types).toContain(`/${name}`);
    expect((await officialDocx(report)).equals(await officialDocx(report))).toBe(true);
  });
});

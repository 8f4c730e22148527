import { expect, test } from 'vitest';
import { pdfText, UNSEEN } from '../../paper/made-pdf-text.ts';
import { cellsOf } from '../../workbook/made-cells.ts';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

onDatabase('embedded', 'the papers of a way out, as workbooks and on paper', (database) => {
  const served = serve(database, { sample: true });
  const sign = async (account: string): Promise<void> => {
    expect((await served.send('/api/session', { json: { account, password: served.sample().accounts.find((one) => one.account === account)?.password } })).status).toBe(200);
  };
  const bytes = async (path: string): Promise<Buffer> => {
    const reply = await served.send(path);
    expect([path, reply.status]).toEqual([path, 200]);
    return Buffer.from(await reply.arrayBuffer());
  };
  const plain = (text: string): string => text.replaceAll(UNSEEN, '');
  /** The same words stand in both. */
  const say = async (workbook: string, paper: string, parts: readonly string[]): Promise<void> => {
    const [cells, pages] = [plain(await cellsOf(await bytes(workbook))), pdfText(await bytes(paper))];
    for (const part of parts) {
      expect(cells).toContain(plain(part));
      // Where nothing reads a PDF, how it is printed is looked at in `paper/`.
      if (pages !== null) expect(pages).toContain(plain(part));
    }
  };

  test.each([
    ['10', '培〔2025〕', 'college-academic', ['及审定意见', '应修学分', '授课方', '对应证书']],
    ['11', '测〔2025〕', 'college-academic', ['抽测方案与结果', '种子', '合格率', '抽取']],
    ['14', '毕〔2025〕', 'college-roll', ['毕业资格审核表', '学分', '操行', '实习', '费用（不作为条件）']],
    ['14', '册〔2025〕', 'college-roll', ['届毕业生名册', '院校代码', '毕业证书编号']],
  ])('document %s (%s) of the sample', async (_, mark, account, parts) => {
    await sign(account);
    const { documents } = await served.answer<{ documents: { document_id: string; number: string; version: number }[] }>('listDocuments', '/api/documents?per_page=100');
    const found = documents.find(({ number }) => number.includes(mark));
    const path = `/api/documents/${found?.document_id}`;
    const { content } = await served.answer<{ content: Readonly<Record<string, unknown>> }>('readDocument', path);
    const lines = Object.values(content).flatMap((value) => (Array.isArray(value) ? value.flatMap((row: Readonly<Record<string, string | number>>) => [row['student_id'], row['code'], row['name']]) : []));
    expect(lines.length).toBeGreaterThan(0);
    await say(`${path}/workbook`, `${path}/versions/${found?.version}/file`, [found?.number ?? '', ...parts, ...lines.filter((part) => part !== undefined).map(String)]);
  });

  test('document 13: certificates of a school, with who has none', async () => {
    await sign('school-registrar');
    await say('/api/certificates/workbook?school_id=S1&on=2025-10-31', '/api/certificates/paper?school_id=S1&on=2025-10-31', ['衢州中等专业学校', '职业技能等级', '没有证书', '符合']);
  });

  test('document 20: policies of a school and whom they leave uncovered', async () => {
    await sign('school-registrar');
    await say('/api/insurance/workbook?school_id=S1', '/api/insurance/paper?school_id=S1', ['衢州中等专业学校', '保险投保与覆盖表', '示例实责-2025秋-1', '实习责任险']);
  });
});

import { expect, test } from 'vitest';
import { commandsIn } from './commands.ts';

const DOCUMENT = [
  '```bash run', '$ npx guantong template -o "空白 模板.xlsx"   # a comment', '', '# only a comment', '```',
  '```text', 'npm no', '```',
  '```sh', 'npm start -- --empty', '```',
].join('\n');

test('commands are read from bash fences with their marks, other fences are left alone', () => {
  expect(commandsIn('a.md', DOCUMENT).map(({ line, words, run }) => [line, words, run])).toEqual([
    [2, ['npx', 'guantong', 'template', '-o', '空白 模板.xlsx'], true],
    [10, ['npm', 'start', '--', '--empty'], false],
  ]);
});

import { EXIT, Refused, type Command, type Exit } from './command.ts';

/** `guantong <command>`: each command is loaded only when it is called, so that starting stays fast. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  template: () => import('./template.ts'),
  check: () => import('./check.ts'),
  settle: () => import('./settle.ts'),
  graduation: () => import('./graduation.ts'),
  forecast: () => import('./forecast.ts'),
  allocate: () => import('./allocate.ts'),
  policy: () => import('./policy.ts'),
  serve: () => import('./serve.ts'),
  import: () => import('./import.ts'),
  export: () => import('./export.ts'),
  national: () => import('./national.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  verify: () => import('./verify.ts'),
  keys: () => import('./keys.ts'),
  minors: () => import('./minors.ts'),
  slip: () => import('./slip.ts'),
  document: () => import('./document.ts'),
  agreement: () => import('./agreement.ts'),
  pack: () => import('./pack.ts'),
};

const USAGE = `guantong <command>

  template [-o FILE.xlsx]                       空白工作簿 / blank workbook
  check DATA [-o report.xlsx|report.html]       逐条评判办学标准 / judge every standard
  settle DATA --academic-year Y [--fiscal-year F]
                                                结算学费、代管费、拨款 / settle the money of a year
  graduation DATA                               毕业资格审核 / who graduates, and what is lacking
  forecast DATA --to YEAR [--rates pack|history]
                                                逐年预测人数、达标、教师和经费 / heads, verdicts, staff and money to come
  allocate DATA --to YEAR [--target N] [-o MODEL.lp]
                                                达到目标花费最少的方案 / the cheapest plan that reaches a target
  policy list | show CLAUSE | coverage          政策条款 / the policy
  serve [--port N] [--empty]                    启动服务 / the server and its pages
  import DATA [--replace SHEET]…                导入数据 / take data in
  export DIR                                    导出数据 / write data out
  national SYSTEM --organisation ID -o FILE.xlsx
                                                按国家系统的栏目出表 / a report in a national system's columns
  backup FILE [--key FILE]                      加密备份，服务可以照常运行 / encrypted backup, while the server runs
  restore FILE [--key FILE]                     恢复到空数据库 / take a backup back into an empty database
  verify [--checkpoints DIR]                    核对审计链和登记记录 / recompute the audit and what it proves
  keys list | rotate | check | drop ID          个人信息密钥 / the keys of personal data
  minors --year YYYY -o DIR                     未成年人信息年度审计资料 / yearly audit pack on minors' data
  slip ACCOUNT [--second-factor]                为三员补办开通代码 / a new code for an administrator
  document verify FILE --receipt FILE           离线核对文书真伪 / verify a document offline
  agreement verify FILE [--ca FILE]             离线核对三方协议的签章 / verify the seal of an agreement offline
  pack make SCENARIO [-o FILE.zip]              决策包：一项方案的全部依据 / a kept plan with all it stands on
  pack verify FILE.zip                          离线核对并重算决策包 / verify a pack and work it out again

  --json  --lang zh|en  --pack quzhou-2024  --as-of YYYY-MM-DD  --changes FILE.json`;

async function main(args: readonly string[]): Promise<Exit> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    process.stderr.write(`${USAGE}\n`);
    return name === undefined ? EXIT.refused : EXIT.done;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (load === undefined) throw new Refused(`没有这个命令 / no such command: ${name}\n\n${USAGE}`);
    return await (await load()).command(rest);
  } catch (error) {
    if (error instanceof Refused) {
      process.stderr.write(`${error.message}\n`);
      return EXIT.refused;
    }
    process.stderr.write(`内部故障，输入未被改动 / internal fault, nothing was changed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.fault;
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may close it early (`| head`): that is no fault.
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2));

import { issueCodes, type IssuedCode } from '../store/activations.ts';
import { programActor } from '../store/program-actor.ts';
import { dropFactor } from '../store/second-factor.ts';
import type { Transaction } from '../store/transaction.ts';
import { EXIT, onlyPositional, print, printJson, readOptions, Refused, type Command } from './command.ts';
import { dataDirectory, databaseRefusalText, regionFor, withStore } from './open-store.ts';

const USAGE = 'guantong slip ACCOUNT [--second-factor] [--region CODE] [--data DIR]';
const ADMINISTRATORS = ['system_admin', 'security_admin', 'audit_admin'];

/**
 * `slip`: a code for an administrator whose slip was lost before it was used, or who cannot sign in any more.
 * Everybody else gets theirs from the administrators. With `--second-factor` a new one is set up as well.
 */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, {
    'second-factor': { type: 'boolean' }, region: { type: 'string' }, data: { type: 'string' },
  });
  const account = onlyPositional(positionals, USAGE);
  try {
    const code = await withStore(dataDirectory(values.data), async (database) => {
      const region = await regionFor(database, values.region);
      if (region === null) throw new Refused('尚未设立地区 / no region has been set up');
      return database.as(programActor(region.region_id)).write((tx) => issueTo(tx, account, values['second-factor'] === true));
    });
    if (options.json) printJson(code);
    else for (const line of worded(code, options.lang === 'zh')) print(line);
    return EXIT.done;
  } catch (error) {
    const text = databaseRefusalText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    return EXIT.fault;
  }
};

async function issueTo(tx: Transaction, account: string, factor: boolean): Promise<IssuedCode> {
  if (!await isAdministrator(tx, account)) {
    throw new Refused(`只给三员补办：${account} 不是在任的系统、安全或审计管理员 / for the three administrators only: ${account} is none of them`);
  }
  const issued = await issueCodes(tx, [account]);
  const [code] = issued.outcome === 'done' ? issued.codes : [];
  if (code === undefined) throw new Refused(`账号已关闭 / the account is closed: ${account}`);
  if (factor) await dropFactor(tx, account);
  await tx.audit({ action: 'account.codes', object: `accounts/${account}`, detail: { accounts: [account], at: 'console' } });
  return code;
}

async function isAdministrator(tx: Transaction, account: string): Promise<boolean> {
  const [row] = await tx.arrays(
    `select exists (select 1 from accounts a join appointments p on p.region_id = a.region_id and p.person_id = a.person_id
     where a.region_id = $1 and a.account = $2 and p.role = any($3::text[]) and p.ended_at is null)`, [tx.actor.region_id, account, ADMINISTRATORS]);
  return row?.[0] === true;
}

function worded({ account, name, code, expires_at }: IssuedCode, zh: boolean): string[] {
  return zh
    ? [`${name}（${account}）的一次性代码：${code}`, `请在 /activate 页面使用，有效期至 ${expires_at}。此前的代码、密码和会话均已失效。`]
    : [`One-time code of ${name} (${account}): ${code}`, `Use it on the page /activate until ${expires_at}. Earlier codes, the password and sessions hold no more.`];
}

import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseRefusal } from './refusal.ts';

/**
 * How to start a PostgreSQL program, which refuses to run as root: what to put before the command,
 * and the user to become. `owner` owns new files; null leaves them to whoever we are.
 */
export interface RunAs {
  readonly prefix: readonly string[];
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

const OURSELVES: RunAs = { prefix: [], owner: null };
// Inside the namespace root is called 1000; outside, files stay root's own.
const NAMESPACE = ['unshare', '-U', '--map-user=1000', '--map-group=1000', '--'] as const;

/** Whether this machine lets root open a user namespace (containers often close them). */
export function namespacesOpen(): boolean {
  const [command, ...rest] = NAMESPACE;
  return process.platform === 'linux' && spawnSync(command, [...rest, 'true'], { stdio: 'ignore' }).status === 0;
}

function accountNamed(name: string): RunAs['owner'] {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

/** The first directory above `path` that `owner` may not pass through, or null. */
function closedDirectory(path: string, owner: { uid: number; gid: number }): string | null {
  const above: string[] = [];
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    above.unshift(directory);
    if (directory === dirname(directory)) break;
  }
  return above.find((directory) => {
    if (!existsSync(directory)) return false;
    const { mode, uid, gid } = statSync(directory);
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
    return (mode & bit) === 0;
  }) ?? null;
}

/**
 * How to run PostgreSQL on `directory` (which may not exist yet) with the programs at `program`.
 * An ordinary user runs it as itself; root in a user namespace, or as the cluster's owner where that is
 * somebody else, or as `postgres` or `nobody` where namespaces are closed.
 * @throws DatabaseRefusal `no_user_to_run_as`, `data_of_another_user`.
 */
export function runAs(directory: string, program: string, namespaces: () => boolean = namespacesOpen): RunAs {
  const me = process.getuid?.();
  if (me === undefined) return OURSELVES;
  const found = existsSync(directory) ? statSync(directory) : null;
  if (me !== 0) {
    if (found === null || found.uid === me) return OURSELVES;
    throw new DatabaseRefusal('data_of_another_user', {
      zh: `数据目录 ${directory} 属于另一个用户（编号 ${found.uid}）。请用该用户启动，或用 --data 换一个目录。`,
      en: `The data in ${directory} belong to another user (number ${found.uid}). Start as that user, or choose another directory with --data.`,
    });
  }
  const otherOwner = found !== null && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
  if (otherOwner === null && namespaces()) return { prefix: NAMESPACE, owner: null };
  const owner = otherOwner ?? accountNamed('postgres') ?? accountNamed('nobody');
  const closed = owner === null ? null : closedDirectory(directory, owner) ?? closedDirectory(program, owner);
  if (owner === null || closed !== null) {
    throw new DatabaseRefusal('no_user_to_run_as', {
      zh: `数据库程序不能以 root 运行，本机又不允许用户命名空间${closed === null ? '' : `，其他用户也进不了 ${closed}`}。请用普通用户启动，或把项目和数据放到其他用户可以进入的目录。`,
      en: `The database does not run as root, this machine does not allow user namespaces${closed === null ? '' : `, and no other user may enter ${closed}`}. Start as an ordinary user, or put the project and its data where other users may enter.`,
    });
  }
  return { prefix: [], owner };
}

/** Gives a file or directory to the user who runs the database, when that is not us. */
export function giveTo(as: RunAs, path: string): void {
  if (as.owner !== null) chownSync(path, as.owner.uid, as.owner.gid);
}

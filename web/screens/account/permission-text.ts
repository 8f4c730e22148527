import type { Language } from '../../../core/values/bilingual.ts';
import type { Permission } from '../../shell/session.ts';
import type { accountWords } from '../../words/account.ts';

/** What a program may be given: to approve, and to see an id in full, takes the person. */
const HANDED_ON = ['read', 'write', 'export'] as const;
type HandedOn = (typeof HANDED_ON)[number];
type Say = (typeof accountWords)['zh'];
type Named = Permission extends `${infer K}.${string}` ? K : never;

/** The permissions that a token can take from these, in the order of the policy table. */
export function handedOn(may: readonly Permission[]): readonly Permission[] {
  return may.filter((permission) => HANDED_ON.some((action) => permission.endsWith(`.${action}`)));
}

/** `学生学籍：查看`. */
export function permissionText(permission: Permission, say: Say, language: Language): string {
  const [kind, action] = permission.split('.') as [Named, string];
  const does = HANDED_ON.find((one) => one === action) as HandedOn;
  return `${say[kind]}${language === 'zh' ? '：' : ': '}${say[does]}`;
}

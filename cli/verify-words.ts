import type { Bilingual } from '../core/values/bilingual.ts';
import type { Finding, FindingKind } from '../store/audit-finding.ts';

/** What each finding means, for whoever reads what verification prints. */
export const FINDINGS: Readonly<Record<FindingKind, Bilingual>> = {
  entry_changed: { zh: '条目内容被改动，与封存时的摘要不符', en: 'the entry was changed: it no longer has the hash that was sealed' },
  entry_missing: { zh: '条目已被删除', en: 'the entry was deleted' },
  entry_outside: { zh: '条目不在审计链上，也不在待封存之列：不是由程序写入的', en: 'the entry is neither in the chain nor on its way: the program did not write it' },
  entry_waits: { zh: '条目写入超过 10 秒仍未封存', en: 'the entry has waited for more than 10 seconds to be sealed' },
  link_missing: { zh: '审计链在此处缺少一环', en: 'the chain lacks a link here' },
  link_changed: { zh: '此环与前一环不相接：链被改动、插入或调换', en: 'this link does not follow from the one before: the chain was changed, inserted into or reordered' },
  head_differs: { zh: '链首记录与最后一环不符', en: 'the head of the chain is not its last link' },
  checkpoint_differs: { zh: '数据库中的链与库外检查点不同：链被重建或改动', en: 'the chain in the database is not that of the checkpoints outside: it was rebuilt or changed' },
  checkpoint_missing: { zh: '没有覆盖此环的检查点：检查点被删去，或链被延长', en: 'no checkpoint speaks of this link: checkpoints were deleted, or the chain was lengthened' },
  checkpoint_forged: { zh: '检查点的签名不成立', en: 'the signature of the checkpoint does not hold' },
  chain_short: { zh: '检查点记载的条目已不在链上：链尾被截去', en: 'the checkpoints know of entries that the chain has no more: its end was cut off' },
  no_key: { zh: '没有检查点公钥，无法核对签名', en: 'there is no key to verify the checkpoints by' },
  records_changed: { zh: '此次操作写入的登记记录被改动或增加', en: 'records that this act wrote were changed or added to' },
  records_missing: { zh: '此次操作写入的登记记录被删除', en: 'records that this act wrote were deleted' },
  record_outside: { zh: '登记记录没有任何审计条目为据', en: 'a record that no entry accounts for' },
  answer_differs: { zh: '记录被答复的时间与答复它的记录不符', en: 'when the record was answered is not when its answer was recorded' },
  snapshot_changed: { zh: '快照内容被改动', en: 'the snapshot was changed' },
  snapshot_missing: { zh: '快照被删除', en: 'the snapshot was deleted' },
  snapshot_outside: { zh: '快照没有任何审计条目为据', en: 'a snapshot that no entry accounts for' },
  text_changed: { zh: '政策原文文件被改动', en: 'the official text was changed' },
  text_missing: { zh: '政策原文文件被删除', en: 'the official text was deleted' },
  text_outside: { zh: '政策原文文件没有任何审计条目为据', en: 'an official text that no entry accounts for' },
  file_changed: { zh: '文件内容被改动', en: 'the file was changed' },
  file_missing: { zh: '文件被删除', en: 'the file was deleted' },
  file_outside: { zh: '文件没有任何审计条目为据', en: 'a file that no entry accounts for' },
  document_changed: { zh: '文书的内容或签名文本被改动', en: 'the content of the document, or what was signed of it, was changed' },
  document_missing: { zh: '文书被删除', en: 'the document was deleted' },
  document_outside: { zh: '文书没有任何审计条目为据', en: 'a document that no entry accounts for' },
  region_missing: { zh: '地区或其审计链已不在数据库中', en: 'the region, or its chain, is no longer in the database' },
  balance_differs: { zh: '账户余额与分录之和不符', en: 'what is kept of an account is not what its entries come to' },
  posting_differs: { zh: '分录与来源记录不符', en: 'an entry of the books is not what the records come to' },
  result_differs: { zh: '规则的结果与来源记录重算不符', en: 'what a rule came to is not what the records come to' },
};

/** One finding in a line: number, entry, time, action, object, what is wrong. */
export function findingText({ what, seq, entry_id, at, action, object, about }: Finding, lang: keyof Bilingual): string {
  const parts = [seq === null ? null : `#${seq}`, entry_id, at, action, object].filter((part) => part !== null);
  return `${parts.join(' ')}${parts.length === 0 ? '' : ': '}${FINDINGS[what][lang]}${about === null ? '' : ` (${about})`}`;
}

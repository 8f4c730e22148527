import type { Findings, Named } from './audit-finding.ts';
import type { ProvenEntry } from './audit-walk.ts';
import type { Transaction } from './transaction.ts';

/** What an entry proves by its SHA-256 in hex: `snapshots/3`, `policy_texts/7`, `files/sha256:…`, `documents/5.1`. */
export type ContentsByObject = Readonly<Record<string, string>>;

const KINDS = {
  snapshots: {
    sql: "select snapshot_id, encode(sha256(convert_to(content, 'UTF8')), 'hex') from snapshots where region_id = $1 order by 1",
    changed: 'snapshot_changed', missing: 'snapshot_missing', outside: 'snapshot_outside',
  },
  policy_texts: {
    sql: "select text_id, encode(sha256(bytes), 'hex') from policy_texts where region_id = $1 order by 1",
    changed: 'text_changed', missing: 'text_missing', outside: 'text_outside',
  },
  files: {
    sql: "select hash, encode(sha256(string_agg(bytes, ''::bytea order by at)), 'hex') from file_pieces where region_id = $1 group by hash order by 1",
    changed: 'file_changed', missing: 'file_missing', outside: 'file_outside',
  },
  documents: {
    sql: "select document_id || '.' || version, encode(sha256(convert_to(content || statement, 'UTF8')), 'hex') from document_editions where region_id = $1 order by document_id, version",
    changed: 'document_changed', missing: 'document_missing', outside: 'document_outside',
  },
} as const;

type ContentKind = keyof typeof KINDS;

/** The SHA-256 of every snapshot, official text, file and version of a document of the region. To be asked within `tx.whole`. */
export async function contentsOf(tx: Transaction): Promise<ContentsByObject> {
  const contents: Record<string, string> = {};
  for (const [kind, { sql }] of Object.entries(KINDS)) {
    for (const [id, sha256] of await tx.arrays(sql, [tx.actor.region_id])) contents[`${kind}/${String(id)}`] = sha256 as string;
  }
  return contents;
}

/** What entries say of them, collected along the chain. */
export interface ContentProof {
  readonly hear: (proven: ProvenEntry) => void;
  /** Holds what is stored against what was heard; answers how many texts there are. */
  readonly compare: (tx: Transaction, findings: Findings) => Promise<number>;
}

export function openContentProof(): ContentProof {
  const said = new Map<string, { readonly sha256: unknown; readonly named: Named }>();
  return {
    hear: ({ seq, entry }) => {
      const { entry_id, at, action, object, detail } = entry;
      for (const [about, sha256] of Object.entries((detail['contents'] ?? {}) as ContentsByObject)) {
        said.set(about, { sha256, named: { seq, entry_id, at, action, object } });
      }
    },
    compare: async (tx, findings) => {
      const stored = await contentsOf(tx);
      const kindOf = (about: string) => KINDS[about.split('/', 1)[0] as ContentKind];
      for (const [about, { sha256, named }] of said) {
        const now = stored[about];
        if (now === undefined) findings.add(kindOf(about)?.missing ?? 'snapshot_missing', named, about);
        else if (now !== sha256) findings.add(kindOf(about).changed, named, about);
      }
      for (const about of Object.keys(stored)) if (!said.has(about)) findings.add(kindOf(about).outside, { seq: null }, about);
      return Object.keys(stored).length;
    },
  };
}

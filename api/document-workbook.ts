import { sheetOf } from '../core/documents/kinds.ts';
import { readDocument } from '../store/documents-read.ts';
import { documentWorkbook } from '../workbook/document-workbook.ts';
import type { Handlers } from './app.ts';
import { XLSX } from './contract/files.ts';
import { storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

/** What a document says, to be worked with: only its PDF is signed. */
export function documentWorkbookHandlers(deps: Deps): Pick<Handlers, 'downloadDocumentWorkbook'> {
  return {
    downloadDocumentWorkbook: async (c) => {
      const found = await storeOf(deps, c).disclose(async (tx) => {
        const document = await readDocument(tx, idOf(c.req.valid('param').document_id));
        if (document === null) {
          tx.discard();
          return null;
        }
        await tx.audit({ action: 'document.download', object: `documents/${document.document_id}`, detail: { version: document.version, as: 'xlsx' } });
        return document;
      });
      if (found === null) return refuse(c, 'unknown_document');
      return attachment(c, `${found.number}.xlsx`, XLSX, await documentWorkbook(sheetOf(found.kind, found.content), found.number));
    },
  };
}

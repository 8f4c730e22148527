import { SheetView } from '../documents/SheetView.tsx';
import '../data/data.css';
import '../documents/documents.css';
import type { Agreement } from './queries.ts';

/** What is read before it is signed; in Chinese, whatever the page is in. */
export function AgreementText({ agreement: { blocks } }: { agreement: Agreement }) {
  return <div className="agreement-text"><SheetView sheet={{ addressee: null, blocks }} /></div>;
}

import { MADE_CONTENTS, otherwise } from '../../core/documents/made-contents.ts';
import type { AnyContent, DocumentContent } from '../../core/documents/kinds.ts';
import { attachFile } from '../../store/attachments.ts';
import type { Database } from '../../store/database.ts';
import { issueDocument } from '../../store/documents.ts';
import { programActor } from '../../store/program-actor.ts';
import { MADE_PNG } from '../../workbook/made-attachments.ts';
import { labelsOfRow } from './ownership-oracle.ts';
import { unitRow } from './unit-rows.ts';
import { thingId, UNITS, type Unit } from './units.ts';

/** A document about a campus with a file that hangs at the campus, or one that everybody may read. */
export interface WorldDocument {
  readonly document_id: string;
  readonly attachment_id: string | null;
  readonly unit: Unit['name'] | null;
  readonly everybody: boolean;
  readonly labels: readonly string[];
  readonly content: AnyContent;
}

/** A document about each unit's campus, a file at the campus, and a decision for everybody. */
export async function issueDocuments(db: Database, region_id: number): Promise<WorldDocument[]> {
  return db.as(programActor(region_id)).write(async (tx) => {
    const made: WorldDocument[] = [];
    for (const unit of Object.values(UNITS)) {
      const campus = thingId('campus', unit.name, 'standing');
      const content = otherwise('campus_plate', { campus_id: campus, campus });
      const { document_id } = await issueDocument(tx, 'campus_plate', content as DocumentContent<'campus_plate'>, { object: `campuses/${campus}`, thing: `campus:${campus}` });
      const kept = await attachFile(tx, { name: 'photo.png', media_type: 'image/png', bytes: Buffer.concat([MADE_PNG, Buffer.from(campus)]), about: `campuses/${campus}`, purpose: '' });
      const labels = labelsOfRow('campuses', unitRow('campuses', unit, 'standing'), { unit, variant: 'standing' });
      made.push({ document_id: String(document_id), attachment_id: kept.outcome === 'done' ? String(kept.attachment.attachment_id) : null, unit: unit.name, everybody: false, labels, content });
    }
    const { parameter_decision } = MADE_CONTENTS;
    const { document_id } = await issueDocument(tx, 'parameter_decision', parameter_decision, { object: 'parameters/made.value', thing: null });
    return [...made, { document_id: String(document_id), attachment_id: null, unit: null, everybody: true, labels: [], content: parameter_decision }];
  });
}

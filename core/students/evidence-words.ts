import type { Bilingual } from '../values/bilingual.ts';
import type { Evidence } from './roll-changes.ts';

const paper = (zh: string, en: string): Bilingual => ({ zh, en });

/** What each paper of a change is called. */
export const EVIDENCE: Readonly<Record<Evidence, Bilingual>> = {
  application: paper('本人（监护人）申请', 'Application by the student (guardian)'),
  medical_certificate: paper('医院证明', 'Medical certificate'),
  enlistment_notice: paper('入伍通知书', 'Notice of enlistment'),
  discharge_notice: paper('退役证明', 'Notice of discharge'),
  receiving_school: paper('转入学校同意接收函', 'Consent of the receiving school'),
  decision: paper('学校决定', 'Decision of the school'),
  admission_notice: paper('录取通知书', 'Notice of admission'),
  absence_record: paper('未报到记录', 'Record of not having come'),
  internship_agreement: paper('岗位实习协议', 'Internship agreement'),
  step_up_list: paper('升段花名册', 'List of those who step up'),
  secondary_diploma: paper('中职毕业证书', 'Secondary diploma'),
  audit_sheet: paper('毕业资格审核表', 'Graduation audit sheet'),
};

export const EVIDENCE_NAMES = Object.keys(EVIDENCE) as readonly Evidence[];

import type { Article } from '../pack.ts';
import { r4Parameters } from './r4-parameters.ts';

export const r4: Article = {
  id: 'R4',
  title: { zh: '收费与经费', en: 'Fees and money' },
  clauses: [
    {
      id: 'R4-a',
      summary: {
        zh: '高职段各项经费按规定管理和支付。',
        en: 'The money of the higher stage is handled by the rules.',
      },
      binds: ['college', 'school'],
      capability: ['ledger'],
      served_by: [{ kind: 'ledger_rule', name: 'books' }],
    },
    {
      id: 'R4-b',
      summary: {
        zh: '高职段学费由高职院校收取。',
        en: 'The college collects the tuition of the higher stage.',
      },
      binds: ['college'],
      capability: ['ledger', 'rule'],
      served_by: [{ kind: 'ledger_rule', name: 'bill_tuition' }, { kind: 'ledger_rule', name: 'fee_refund' }, { kind: 'ledger_rule', name: 'wrong_payee' }, { kind: 'transition', name: 'bill_run' }, { kind: 'transition', name: 'order_fee_refund' }],
    },
    {
      id: 'R4-c',
      summary: {
        zh: '高职院校把不少于60%的学费拨给中职学校。',
        en: 'The college pays at least 60% of the tuition to the school.',
      },
      binds: ['college'],
      capability: ['rule', 'ledger'],
      served_by: [{ kind: 'ledger_rule', name: 'tuition_share' }, { kind: 'transition', name: 'order_tuition_share' }],
    },
    {
      id: 'R4-d',
      summary: {
        zh: '代管费、住宿费等也由高职院校收取。',
        en: 'The college also collects custody fees, dormitory fees and the like.',
      },
      binds: ['college'],
      capability: ['ledger'],
      served_by: [{ kind: 'ledger_rule', name: 'bill_dorm' }, { kind: 'ledger_rule', name: 'bill_other' }],
    },
    {
      id: 'R4-e',
      summary: {
        zh: '这些费用由高职院校全部转给高职校区。',
        en: 'All of these fees it passes on to the campus.',
      },
      binds: ['college'],
      capability: ['ledger'],
      served_by: [{ kind: 'ledger_rule', name: 'dorm' }, { kind: 'ledger_rule', name: 'other_fee' }, { kind: 'ledger_rule', name: 'custody' }],
    },
    {
      id: 'R4-f',
      summary: {
        zh: '代管费代收代支，不作收入。',
        en: 'Custody fees are taken and spent on behalf of the students; they are no income.',
      },
      binds: ['college', 'campus'],
      capability: ['ledger'],
      served_by: [{ kind: 'ledger_rule', name: 'custody_held' }],
    },
    {
      id: 'R4-g',
      summary: {
        zh: '代管费每学年按实际支出结清一次，余退缺补。',
        en: 'Once per academic year custody fees are settled on actual spending: the rest is returned, what is short is paid.',
      },
      binds: ['campus'],
      capability: ['workflow', 'ledger'],
      served_by: [{ kind: 'ledger_rule', name: 'custody_refund' }, { kind: 'ledger_rule', name: 'custody_claim' }, { kind: 'duty', name: 'custody_settlement' }, { kind: 'transition', name: 'order_custody_refund' }, { kind: 'transition', name: 'books_close' }],
    },
    {
      id: 'R4-h',
      summary: {
        zh: '高职教师到校区授课，课酬按规定发放。',
        en: 'College teachers are paid for their lessons at the campus by the rules.',
      },
      binds: ['college', 'campus'],
      capability: ['ledger'],
      served_by: [{ kind: 'ledger_rule', name: 'lecture_fee' }],
    },
    {
      id: 'R4-i',
      summary: {
        zh: '授课教师的住宿和交通由中职学校按需安排。',
        en: 'The school arranges their lodging and transport where needed.',
      },
      binds: ['school'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'visitor_request' }, { kind: 'duty', name: 'visitor_request_asked' }],
    },
    {
      id: 'R4-j',
      summary: {
        zh: '校方责任险和实习责任险由中职学校投保。',
        en: 'The school takes out school-liability and internship-liability insurance.',
      },
      binds: ['school'],
      capability: ['rule', 'register'],
      served_by: [{ kind: 'register', name: 'insurance' }, { kind: 'register', name: 'insurance_policies' }, { kind: 'transition', name: 'internship_start' }],
    },
  ],
  parameters: r4Parameters,
};

import { words } from './dictionary.ts';

/** What acts on agreements of students are called. */
export const agreementActWords = words(
  {
    'agreement.drawn_up': '拟好三方协议',
    'agreement.redrawn': '改拟三方协议（新版）',
    'agreement.signed': '签署三方协议',
    'agreement.signed_on_paper': '登记纸质签署的三方协议',
    'agreement.complete': '三方协议签齐并盖章',
    'agreement.registered': '三方协议记入台账',
    'agreement.copy': '登记协议文本的领取',
    'agreement.confirmed': '第四年确认三方协议',
    'agreement.download': '下载三方协议',
    'agreement.scan': '查看纸质签署扫描件',
    'agreement.ledger': '下载三方协议签订台账',
  },
  {
    'agreement.drawn_up': 'Drew up an agreement',
    'agreement.redrawn': 'Drew up an agreement anew',
    'agreement.signed': 'Signed an agreement',
    'agreement.signed_on_paper': 'Recorded an agreement signed on paper',
    'agreement.complete': 'An agreement was signed by all and sealed',
    'agreement.registered': 'An agreement was entered in the register',
    'agreement.copy': 'Recorded the receipt of a copy of an agreement',
    'agreement.confirmed': 'Confirmed an agreement in year 4',
    'agreement.download': 'Downloaded an agreement',
    'agreement.scan': 'Looked at the scan of a paper',
    'agreement.ledger': 'Downloaded the ledger of agreements',
  },
);

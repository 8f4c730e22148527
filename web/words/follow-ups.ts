import { words } from './dictionary.ts';

export const followUpWords = words(
  {
    title: (n) => `毕业满 ${n} 个月的跟踪调查`, lead: '学校提出名单，校领导批准后一次发起；毕业生在“我的五年”答复（1.2-c）。', asked: (n, m) => `已发起 ${n} 人，已答复 ${m} 人。`, nobody: (n) => `现在没有毕业满 ${n} 个月而未发起的毕业生。`,
    due: (n) => `名单：${n} 人`, propose: (n) => `提出 ${n} 人的名单`, openMatter: '查看审批事项', failed: '没有提出',
    hires: '录用的毕业生与补助', hiresLead: (yuan) => `合作企业录用试点毕业生、签劳动合同并缴满社会保险的，每人补助 ${yuan} 元：企业申请，学校确认，财政部门审定并支付（M10-d）。`, noRules: '当日没有生效的补助规则。', noHires: '还没有登记在本单位的毕业生', noHiresHelp: '学校登记毕业去向后，列在这里。',
    graduate: '毕业生', school: '学校', agreedOn: '合同日期', insuredFrom: '社会保险起缴', mayClaim: '可以申请', notYet: '不能申请', choose: '选择', claim: (n) => `申请 ${n} 人的补助`, claimed: '已提出申请', claims: '补助申请', yuan: '元', bankReference: '银行回单', money_due: '审定应付', money_paid: '已支付', money_dropped: '撤销，不再支付', money_reclaimed: '决定收回，请退回', money_returned: '已退回', state: '状态', heads: '人数', openedOn: '申请日期', drop: '撤回', dropped: '已撤回', reason: '理由', oneSchool: '一次申请一所学校的毕业生。',
  },
  {
    title: (n) => `Asked again ${n} months after graduation`, lead: 'The school proposes a list, its head approves it, and all are asked at once; graduates answer on “My five years” (1.2-c).', asked: (n, m) => `${n} were asked, ${m} answered.`, nobody: (n) => `Nobody has been out for ${n} months without being asked.`,
    due: (n) => `List: ${n}`, propose: (n) => `Propose the list of ${n}`, openMatter: 'See the matter', failed: 'Nothing was proposed',
    hires: 'Graduates hired, and support', hiresLead: (yuan) => `A partner firm that hires graduates of the pilot on a labour contract and insures them for long enough is supported with ${yuan} yuan a head: the firm claims, the school confirms, the finance bureau decides and pays (M10-d).`, noRules: 'No rule on support is in force.', noHires: 'No graduate is recorded at your firm', noHiresHelp: 'Once schools record destinations, they stand here.',
    graduate: 'Graduate', school: 'School', agreedOn: 'Contract of', insuredFrom: 'Insured from', mayClaim: 'Can be claimed', notYet: 'No claim', choose: 'Choose', claim: (n) => `Claim support for ${n}`, claimed: 'Claimed', claims: 'Claims', yuan: 'yuan', bankReference: 'bank', money_due: 'Granted:', money_paid: 'Paid:', money_dropped: 'Taken back, not to be paid:', money_reclaimed: 'Asked back, to be returned:', money_returned: 'Returned:', state: 'State', heads: 'Heads', openedOn: 'Claimed on', drop: 'Take back', dropped: 'Taken back', reason: 'Reason', oneSchool: 'One claim is for graduates of one school.',
  },
);

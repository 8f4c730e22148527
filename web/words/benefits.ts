import { words } from './dictionary.ts';

export const benefitWords = words(
  {
    title: '鉴定与待遇', acts: '办理', firstOf: (shown, all) => `先列出 ${shown} 名毕业生，共 ${all} 名；可按状态筛选。`, lead: '技能鉴定场次按需求安排（S2-d）；毕业生与普通高校毕业生待遇相同，并享受高技能人才待遇（S2-e）。',
    sessions: '鉴定场次', demand: '考位供需', demandLead: '需求是高职阶段在籍、还没有毕业所需证书的学生；只计等级符合毕业要求、尚未举行的场次，一个考位只算一次。依据 S2-d、M9-e。',
    programme: '专业项目', need: '还需证书（人）', own: '专用考位', shared: '共用考位', covered: '可安排', shortage: '缺口', enough: '够', short: (n) => `▲ 还差 ${n} 个考位`, noDemand: '高职阶段在籍学生都已有证书，或没有在籍学生',
    noSessions: '还没有鉴定场次', noSessionsHelp: '人社部门发布场次后，学校在这里为学生报名。', occupation: '职业（工种）', level: '等级', site: '地点', day: '日期', seats: '考位', enrolled: '报名', enrolledOf: (n, seats) => `${n} / ${seats}`, certified: (n) => `其中 ${n} 人已取证`, counts: '符合毕业要求', countsNot: '不计入毕业要求', department: '举办部门',
    level_1: '一级（高级技师）', level_2: '二级（技师）', level_3: '三级（高级工）', level_4: '四级（中级工）', level_5: '五级（初级工）', level_primary: 'X 初级', level_intermediate: 'X 中级', level_advanced: 'X 高级',
    announce: '发布场次', announced: '场次已发布', enrol: '报名', enrolTitle: (what) => `为学生报名：${what}`, students: '学号', studentsHelp: '一行一个学号，可从表格粘贴', enrolledNow: (n) => `已报名 ${n} 人`, forProgrammes: '面向专业',
    giveOccupation: '请填写职业', giveLevel: '请选择等级', giveSite: '请填写地点', giveDay: '请填写日期', giveSeats: '请填写考位', giveProgramme: '至少选一个专业', giveStudents: '请填写学号',
    benefits: '待遇清单', noBenefits: '还没有列入待遇', noBenefitsHelp: '由给予待遇的部门列入。', name: '待遇', basis: '依据文件', from: '自何日起', add: '列入待遇', added: '待遇已列入', giveName: '请填写待遇名称', giveBasis: '请填写依据文件',
    claims: '毕业生申领', claimsLead: '被拒的申领会成为办公室的待办，直到重新申领。', noClaims: '没有毕业生可以申领', noClaimsHelp: '学生毕业后，每项待遇的申领情况显示在这里。', graduate: '毕业生', graduated: '毕业日期', claim: '申领', state: '状态',
    state_not_claimed: '未申领', state_claimed: '已申领', state_granted: '已给予', state_refused: '被拒', to_claimed: '登记申领', to_granted: '登记给予', to_refused: '登记拒绝', onDay: '日期', reason: '理由', giveReason: '请写明理由', recorded: '已登记', filter: '看哪些', everything: '全部',
  },
  {
    title: 'Appraisal and benefits', acts: 'Acts', firstOf: (shown, all) => `The first ${shown} of ${all} graduates; filter by state to find others.`, lead: 'Sessions of skills appraisal follow the need (S2-d); graduates are treated as those of ordinary higher education and enjoy the benefits of skilled talent (S2-e).',
    sessions: 'Sessions', demand: 'Seats against need', demandLead: 'Who needs a seat is on the roll of the higher stage without a certificate that lets one graduate. Only sessions to come of a level that counts are taken, and each seat once. Clauses S2-d, M9-e.',
    programme: 'Programme', need: 'Without certificate', own: 'Own seats', shared: 'Shared seats', covered: 'Find one', shortage: 'Shortage', enough: 'enough', short: (n) => `▲ ${n} short`, noDemand: 'Everybody of the higher stage holds a certificate, or there is nobody',
    noSessions: 'There are no sessions yet', noSessionsHelp: 'Once the department announces a session, schools enrol their students here.', occupation: 'Occupation', level: 'Level', site: 'Site', day: 'Day', seats: 'Seats', enrolled: 'Enrolled', enrolledOf: (n, seats) => `${n} of ${seats}`, certified: (n) => `${n} of them hold the certificate`, counts: 'counts for graduation', countsNot: 'does not count for graduation', department: 'Held by',
    level_1: 'Grade 1 (senior technician)', level_2: 'Grade 2 (technician)', level_3: 'Grade 3 (senior worker)', level_4: 'Grade 4 (intermediate worker)', level_5: 'Grade 5 (junior worker)', level_primary: 'X primary', level_intermediate: 'X intermediate', level_advanced: 'X advanced',
    announce: 'Announce a session', announced: 'The session is announced', enrol: 'Enrol', enrolTitle: (what) => `Enrol students: ${what}`, students: 'Student ids', studentsHelp: 'One a line; a column can be pasted', enrolledNow: (n) => `Enrolled: ${n}`, forProgrammes: 'For programmes',
    giveOccupation: 'Give the occupation', giveLevel: 'Choose the level', giveSite: 'Give the site', giveDay: 'Give the day', giveSeats: 'Give the seats', giveProgramme: 'Choose one programme at least', giveStudents: 'Give the ids',
    benefits: 'Benefits', noBenefits: 'No benefit is listed yet', noBenefitsHelp: 'The department that grants a benefit lists it.', name: 'Benefit', basis: 'Document', from: 'Since', add: 'List a benefit', added: 'The benefit is listed', giveName: 'Name the benefit', giveBasis: 'Give the document',
    claims: 'Claims of graduates', claimsLead: 'A refused claim is due from the office until it is claimed anew.', noClaims: 'There are no graduates', noClaimsHelp: 'Once students have graduated, each benefit stands here with its claim.', graduate: 'Graduate', graduated: 'Graduated', claim: 'Claim', state: 'State',
    state_not_claimed: 'not claimed', state_claimed: 'claimed', state_granted: 'granted', state_refused: 'refused', to_claimed: 'Record the claim', to_granted: 'Record the grant', to_refused: 'Record the refusal', onDay: 'Day', reason: 'Reason', giveReason: 'Say why', recorded: 'Recorded', filter: 'Show', everything: 'Everything',
  },
);

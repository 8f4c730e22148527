import { words } from './dictionary.ts';

/** The anonymous survey of a year (S3-h). */
export const surveyWords = words(
  {
    title: '年度问卷', resultsTitle: '问卷与结果', lead: '每年一次，听取学生、监护人、教师、企业和各单位的意见。答卷不记名，只按群体合计。',
    open: '发起问卷', opened: '问卷已发起', year: '年度', opensOn: '开始日期', closesOn: '截止日期', groups: '问哪些人', wholeRange: '全部群体', giveYear: '请填写年度', giveOpens: '请填写开始日期', giveCloses: '请填写截止日期', giveGroups: '请至少选一个群体',
    none: '还没有问卷', noneHelp: '办公室发起问卷后列在这里；截止后显示结果。', ofYear: (year) => `${year} 年问卷`, days: (from, to) => `${from} 至 ${to}`, answered: (many) => `已收 ${many} 份`,
    state_coming: '◇ 未开始', state_open: '● 进行中', state_closed: '– 已截止', state_withdrawn: '– 已作废', waitForEnd: '截止后的第二天起显示结果。进行中不显示，以免看出后来的人答了什么。',
    withdraw: '作废', withdrawOf: (year) => `作废 ${year} 年问卷`, withdrawHelp: '作废后不再收答卷，结果不再显示；这一年可以另行发起。', reason: '原因', giveReason: '请写明原因', withdrawn: '问卷已作废', because: (why) => `作废原因：${why}`,
    rule: (least) => `不足 ${least} 份的群体和单位不显示；能由合计推出不足 ${least} 份单位的，一并不显示。分数为 1 至 5 的平均数。`, noAnswers: '没有收到答卷', unit: '单位', count: '答卷', mean: '平均分', all: '合计', few: (least) => `不足 ${least} 份，不显示`, withheld: '不显示', question: '题目', questions: '题目与依据',
    remarks: (many) => `意见原话（${many} 条，按文字排序）`, noRemarks: '没有写意见', byPlace: '按单位',
    askedAs: (group) => `您以“${group}”的身份作答`, until: (day) => `${day} 截止`, anonymous: '这份问卷不记名', anonymousHelp: (least) => `系统只记下您已经答过，不记您答了什么。分数直接加进合计，不单独保存；不足 ${least} 份的不显示。提交后不能修改，也无法查看。`,
    remark: '还有什么想说的', remarkHelp: '可以不填，最多 500 字。请不要写姓名和能认出人的事。全市同一群体的意见放在一起，不分单位、不分先后。', send: '提交答卷', sending: '正在提交…', notSent: '答卷没有提交', choose: (no) => `第 ${no} 题还没有选`,
    counted: '您的答卷已经计入', countedHelp: '谢谢。每人一份；截止后办公室按群体公布结果。', nothing: '现在没有要您回答的问卷', nothingHelp: '有问卷时，这里和您的首页会提示。', back: '返回首页',
    invite: (year) => `${year} 年度问卷`, inviteHelp: (day) => `七道题，不记名，约两分钟。${day} 截止。`, go: '去回答', results: '查看结果',
    ofMatter: '当年的问卷', noneOfMatter: (year) => `${year} 年没有问卷。`, numbered: (no, text) => `${no}. ${text}`, saving: '正在保存…', failed: '没有保存',
  },
  {
    title: 'Yearly survey', resultsTitle: 'Surveys and results', lead: 'Once a year students, guardians, teachers, firms and all bodies say what they think. Answers carry no name and are added up by group.',
    open: 'Open a survey', opened: 'The survey is open', year: 'Year', opensOn: 'First day', closesOn: 'Last day', groups: 'Who is asked', wholeRange: 'Everybody', giveYear: 'Give the year', giveOpens: 'Give the first day', giveCloses: 'Give the last day', giveGroups: 'Choose one group at least',
    none: 'There is no survey yet', noneHelp: 'Surveys that the office opens stand here; results follow when they are over.', ofYear: (year) => `Survey of ${year}`, days: (from, to) => `${from} to ${to}`, answered: (many) => `${many} answers so far`,
    state_coming: '◇ to come', state_open: '● open', state_closed: '– over', state_withdrawn: '– withdrawn', waitForEnd: 'Results are shown from the day after the last. While it runs they would tell what the latest person answered.',
    withdraw: 'Withdraw', withdrawOf: (year) => `Withdraw the survey of ${year}`, withdrawHelp: 'No more answers are taken and no results are shown; another survey of the year can be opened.', reason: 'Reason', giveReason: 'Say why', withdrawn: 'The survey is withdrawn', because: (why) => `Withdrawn: ${why}`,
    rule: (least) => `Groups and places with fewer than ${least} answers are not shown, nor are those from which, with the total, such a place could be worked out. Figures are means of 1 to 5.`, noAnswers: 'No answers came in', unit: 'Place', count: 'Answers', mean: 'Mean', all: 'Total', few: (least) => `fewer than ${least}, not shown`, withheld: 'not shown', question: 'Question', questions: 'Questions and clauses',
    remarks: (many) => `In their own words (${many}, sorted by text)`, noRemarks: 'Nothing was written', byPlace: 'By place',
    askedAs: (group) => `You answer as: ${group}`, until: (day) => `until ${day}`, anonymous: 'This survey carries no name', anonymousHelp: (least) => `It is marked that you answered, and not what. Your numbers are added to a total and kept nowhere by themselves; fewer than ${least} are never shown. Once sent, an answer cannot be changed or looked at.`,
    remark: 'Anything else', remarkHelp: 'Optional, up to 500 characters. Please give no names and nothing that somebody is known by. Words of a group in the whole city stand together, without place or order.', send: 'Send the answer', sending: 'Sending…', notSent: 'The answer was not sent', choose: (no) => `Question ${no} is not answered`,
    counted: 'Your answer was counted', countedHelp: 'Thank you. Everybody answers once; results by group follow when the survey is over.', nothing: 'No survey asks you now', nothingHelp: 'When there is one, it is announced here and on your first page.', back: 'To my first page',
    invite: (year) => `Survey of ${year}`, inviteHelp: (day) => `Seven questions, no name, some two minutes. Until ${day}.`, go: 'Answer', results: 'See results',
    ofMatter: 'The survey of the year', noneOfMatter: (year) => `There was no survey of ${year}.`, numbered: (no, text) => `${no}. ${text}`, saving: 'Saving…', failed: 'Nothing was stored',
  },
);

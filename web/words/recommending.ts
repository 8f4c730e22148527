import { words } from './dictionary.ts';

export const recommendingWords = words(
  {
    lead: '毕业生同意后，先向合作企业发布名单，优先期过后其他企业才能看到（M10-c）。企业看到姓名、专业和已核验的证书，看不到证件号码、电话和住址。',
    nextTitle: '下一份名单', nextFor: (y) => `${y} 届`, ready: (n) => `${n} 人已同意，可以发布`, silent: (n) => `${n} 人还没有表示`, refused: (n) => `${n} 人不同意`, askConsent: '毕业生在“我的五年”中表示是否同意；交了书面同意的，由学校在下面登记。',
    release: (n, days) => `向合作企业发布 ${n} 人（优先 ${days} 天）`, releasing: '正在发布…', released: (n, until) => `已发布 ${n} 人，合作企业优先到 ${until}`, failed: '没有保存',
    none: '还没有发布名单', noneHelp: '毕业生同意后，在这里发布名单。', noSchool: '没有您可以查看的学校', noSchoolHelp: '毕业生就业由中职学校负责。',
    listOf: (day) => `${day} 发布的名单`, untilPartners: (day) => `合作企业优先到 ${day}`, openToAll: '所有企业可以查看', partners: (names) => `合作企业：${names}`, noPartners: '这些专业没有在效的合作企业',
    graduate: '毕业生', programme: '专业', certificates: '证书', noCertificates: '无', recommendations: '推荐与结果', recommendTo: '推荐给', post: '岗位', anyPost: '不指定岗位', recommend: '推荐', recommended: '已推荐', state: '结果', firm: '企业', since: '日期', partner: '合作企业', note: '说明', done: '已办理',
    posts: '企业岗位', noPosts: '现在没有企业发布岗位', noPostsHelp: '企业在自己的页面发布岗位后，列在这里。', wage: '月工资', places: '人数', majors: '面向专业', contract: '合同', facilities: '食宿等条件', openUntil: '截止', signs: '提示', no_contract: '不签劳动合同', no_majors_here: '没有对应的专业', no_facilities: '没有写明食宿条件', yuan: '元',
    jobs: '毕业生与岗位', jobsLead: '贵单位可以看到的毕业生、学校的推荐和贵单位发布的岗位。', shownTitle: '可以看到的毕业生', noneShown: '现在没有可以看到的毕业生', noneShownHelp: '学校发布名单后，合作企业立即看到，其他企业在优先期过后看到。', school: '学校', releasedOn: '发布日期', graduatesOn: '毕业日期', stillStudying: '在读毕业年级',
    ownRecommendations: '学校的推荐', noRecommendations: '还没有推荐', noRecommendationsHelp: '学校推荐毕业生后，在这里答复。', ownPosts: '本单位的岗位', noOwnPosts: '还没有发布岗位', noOwnPostsHelp: '发布岗位后，各校推荐毕业生时可以选用。',
    offer: '发布岗位', correct: '更正岗位', titleField: '岗位名称', division: '工作地行政区划代码', divisionHelp: '六位，例如 330803 衢江区。', industry: '行业', openFrom: '起始日期', minimum: (y) => `不低于 ${y} 元（本地最低工资标准）`, reason: '更正理由', saving: '正在保存…', save: '保存岗位', saved: '岗位已保存', person: '人',
    giveTitle: '请填写岗位名称', givePlaces: '请填写人数', giveContract: '请选择合同类型', giveWage: '请填写月工资', giveDivision: '请填写六位行政区划代码', giveIndustry: '请选择行业', giveMajors: '请选择面向的专业', giveFrom: '请填写起始日期', giveUntil: '请填写截止日期', giveReason: '请写明理由', correctedWhy: (r) => `更正：${r}`, notFirm: '这一页供企业使用',
  },
  {
    lead: 'Graduates who agree to it are shown to partner firms first; others see them once the window is over (M10-c). Firms see name, major and verified certificates; no id, telephone or address.',
    nextTitle: 'The next list', nextFor: (y) => `of ${y}`, ready: (n) => `${n} agreed and can be shown`, silent: (n) => `${n} have not said`, refused: (n) => `${n} said no`, askConsent: 'Graduates say so on “My five years”; consent on paper is recorded by the school below.',
    release: (n, days) => `Show ${n} to partner firms (first for ${days} days)`, releasing: 'Showing…', released: (n, until) => `${n} are shown; partner firms come first until ${until}`, failed: 'Nothing was stored',
    none: 'No list was shown yet', noneHelp: 'Once graduates agree, a list is shown here.', noSchool: 'There is no school for you to see', noSchoolHelp: 'The secondary school answers for employment.',
    listOf: (day) => `List of ${day}`, untilPartners: (day) => `For partner firms until ${day}`, openToAll: 'Every firm may look', partners: (names) => `Partner firms: ${names}`, noPartners: 'These programmes have no partner firm in force',
    graduate: 'Graduate', programme: 'Major', certificates: 'Certificates', noCertificates: 'none', recommendations: 'Recommendations and results', recommendTo: 'Recommend to', post: 'Post', anyPost: 'No post in particular', recommend: 'Recommend', recommended: 'Recommended', state: 'Result', firm: 'Firm', since: 'Since', partner: 'Partner', note: 'Note', done: 'Done',
    posts: 'Posts of firms', noPosts: 'No firm offers a post now', noPostsHelp: 'Posts that firms offer on their own page stand here.', wage: 'Wage a month', places: 'Places', majors: 'For majors', contract: 'Contract', facilities: 'Board and lodging', openUntil: 'Until', signs: 'To look at', no_contract: 'No labour contract', no_majors_here: 'For none of the majors here', no_facilities: 'Nothing said of board and lodging', yuan: 'yuan',
    jobs: 'Graduates and posts', jobsLead: 'Graduates whom your firm may see, recommendations of schools, and the posts that you offer.', shownTitle: 'Graduates you may see', noneShown: 'There is nobody to see now', noneShownHelp: 'Once a school shows a list, partner firms see it at once, others after the window.', school: 'School', releasedOn: 'Shown on', graduatesOn: 'Graduated on', stillStudying: 'In the final grade',
    ownRecommendations: 'Recommendations', noRecommendations: 'None yet', noRecommendationsHelp: 'Once a school recommends somebody, you answer here.', ownPosts: 'Our posts', noOwnPosts: 'No post is offered yet', noOwnPostsHelp: 'Schools choose among posts when they recommend.',
    offer: 'Offer a post', correct: 'Put right', titleField: 'Title', division: 'Division of the workplace', divisionHelp: 'Six figures, such as 330803.', industry: 'Industry', openFrom: 'From', minimum: (y) => `${y} yuan at least (minimum wage of the region)`, reason: 'Reason', saving: 'Storing…', save: 'Store the post', saved: 'The post is stored', person: 'people',
    giveTitle: 'Give a title', givePlaces: 'Say how many', giveContract: 'Choose a kind of contract', giveWage: 'Give the wage', giveDivision: 'Give six figures', giveIndustry: 'Choose an industry', giveMajors: 'Choose majors', giveFrom: 'Give the first day', giveUntil: 'Give the last day', giveReason: 'Say why', correctedWhy: (r) => `Put right: ${r}`, notFirm: 'This page is for firms',
  },
);

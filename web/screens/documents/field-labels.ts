/** What the fields of decisions are called; documents are in Chinese, and so are these. */
const LABELS: Readonly<Record<string, string>> = {
  dated: '成文日期', campus_id: '校区编号', campus: '校区', school_id: '学校编号', school: '学校', college: '学院', form: '校区形式', judged_on: '评判日期',
  effective_from: '生效日期', plate_text: '牌子文字', from: '挂牌起始', recognition_number: '认定文号', on: '口径日期', filled_by: '填表人', reviewed_by: '审核人', responsible: '负责人', pilot_from: '加入日期',
};

export function fieldLabel(name: string): string {
  return LABELS[name] ?? name;
}

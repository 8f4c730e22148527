import type { Bilingual } from '../core/values/bilingual.ts';

interface Outcome {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 421 | 422 | 429 | 500 | 503 | 507;
  readonly title: Bilingual;
  /** What was kept and what to do. */
  readonly detail: Bilingual;
}

/** What a request can come to besides its answer: the one table from outcome to status and words. */
export const OUTCOMES = {
  bad_json: { status: 400, title: { zh: '请求内容不是有效的 JSON', en: 'The request is not valid JSON' }, detail: { zh: '没有保存任何内容，请检查后重新提交。', en: 'Nothing was stored. Check it and send it again.' } },
  forbidden_key: { status: 400, title: { zh: '请求内容含有不允许的字段名', en: 'The request holds a field name that is not allowed' }, detail: { zh: '没有保存任何内容，请去掉 __proto__ 字段。', en: 'Nothing was stored. Leave out the field __proto__.' } },
  bad_request: { status: 400, title: { zh: '请求与接口说明不符', en: 'The request is not as documented' }, detail: { zh: '没有保存任何内容，请按所列各项改正。', en: 'Nothing was stored. Correct what is listed.' } },
  bad_key: { status: 400, title: { zh: 'Idempotency-Key 不合规', en: 'The Idempotency-Key is not valid' }, detail: { zh: '应为 1 至 200 个可见 ASCII 字符。', en: 'It has 1 to 200 visible ASCII characters.' } },
  sign_in_first: { status: 401, title: { zh: '请先登录', en: 'Sign in first' }, detail: { zh: '会话不存在或已过期，重新登录后可继续。', en: 'There is no session, or it has ended. Sign in to go on.' } },
  wrong_password: { status: 401, title: { zh: '账号或密码不正确', en: 'The account or the password is wrong' }, detail: { zh: '请核对后重试；连续失败后需要等待。', en: 'Check both and try again. After several failures there is a wait.' } },
  not_allowed: { status: 403, title: { zh: '您的身份不能进行此操作', en: 'Your role does not allow this' }, detail: { zh: '没有改动任何数据。如确有需要，请联系本单位管理人员。', en: 'Nothing was changed. If you need it, ask whoever administers your institution.' } },
  wrong_origin: { status: 403, title: { zh: '请求不是从本系统的页面发出的', en: 'The request does not come from this product’s pages' }, detail: { zh: '没有改动任何数据，请从本系统的页面操作。', en: 'Nothing was changed. Use this product’s own pages.' } },
  wrong_host: { status: 421, title: { zh: '地址不属于本服务', en: 'This address does not belong to this server' }, detail: { zh: '请使用启动时显示的地址。', en: 'Use the address that was printed at the start.' } },
  no_such_route: { status: 404, title: { zh: '没有这个接口', en: 'There is no such address' }, detail: { zh: '接口清单见 /api/openapi.json。', en: 'The list of addresses is at /api/openapi.json.' } },
  wrong_method: { status: 405, title: { zh: '该地址不支持这种操作', en: 'This address does not take this method' }, detail: { zh: '允许的方法见 Allow 响应头。', en: 'The header Allow names the methods.' } },
  no_region: { status: 404, title: { zh: '尚未设立地区', en: 'No region has been set up' }, detail: { zh: '请先完成首次设置。', en: 'Complete the first set-up.' } },
  unknown_campus: { status: 404, title: { zh: '没有这个校区', en: 'There is no such campus' }, detail: { zh: '该日没有登记这个编号的校区，或校区已关闭。', en: 'No campus of this id stands in the register that day, or it is closed.' } },
  unknown_school: { status: 404, title: { zh: '没有这所学校', en: 'There is no such school' }, detail: { zh: '请核对学校编号。', en: 'Check the id of the school.' } },
  unknown_standard: { status: 404, title: { zh: '没有这条标准', en: 'There is no such standard' }, detail: { zh: '请核对标准编号，如 R1-b。', en: 'Check the id of the standard, such as R1-b.' } },
  unknown_record: { status: 404, title: { zh: '没有这条记录', en: 'There is no such record' }, detail: { zh: '请核对记录编号。', en: 'Check the id of the record.' } },
  unknown_snapshot: { status: 404, title: { zh: '没有这份快照', en: 'There is no such snapshot' }, detail: { zh: '请从快照清单中选择。', en: 'Choose one from the list of snapshots.' } },
  unknown_import: { status: 404, title: { zh: '没有这次导入', en: 'There is no such import' }, detail: { zh: '请从导入清单中选择。', en: 'Choose one from the list of imports.' } },
  unknown_upload: { status: 404, title: { zh: '上传的文件已不在', en: 'The upload is no longer there' }, detail: { zh: '上传内容保留一小时，请重新上传。', en: 'Uploads are kept for one hour. Upload it again.' } },
  unknown_column: { status: 400, title: { zh: '没有这一列', en: 'There is no such column' }, detail: { zh: '请核对列名。', en: 'Check the name of the column.' } },
  no_policy_text: { status: 404, title: { zh: '尚未附上政策原文', en: 'No official text is attached' }, detail: { zh: '请先上传本地区的政策原文文件。', en: 'Upload the region’s own text first.' } },
  not_in_force: { status: 404, title: { zh: '该日没有可以依据的规定', en: 'No rule is in force on that day' }, detail: { zh: '请选择政策生效之后的日期。', en: 'Choose a day after the policy came into force.' } },
  region_exists: { status: 409, title: { zh: '地区已经设立', en: 'A region has been set up already' }, detail: { zh: '首次设置只能进行一次，请直接登录。', en: 'The first set-up is done once. Sign in instead.' } },
  unknown_pack: { status: 422, title: { zh: '没有这个政策包', en: 'There is no such pack' }, detail: { zh: '请从列出的政策包中选择。', en: 'Choose one of those listed.' } },
  not_empty: { status: 409, title: { zh: '已经有数据', en: 'There is data already' }, detail: { zh: '示例数据只能在尚未设立地区时载入。', en: 'The sample is loaded only where no region has been set up.' } },
  not_a_sample: { status: 409, title: { zh: '这不是示例地区', en: 'This is not the sample region' }, detail: { zh: '没有删除任何内容：只有示例地区可以整体移除。', en: 'Nothing was removed: only the sample region can be taken out as a whole.' } },
  changed_meanwhile: { status: 409, title: { zh: '记录已被他人更新', en: 'The record was changed meanwhile' }, detail: { zh: '您的改动没有保存，请查看最新内容后再提交。', en: 'Your change was not stored. Look at the record again, then send it.' } },
  record_exists: { status: 409, title: { zh: '同一编号的记录已经存在', en: 'A record with this key exists' }, detail: { zh: '没有保存。请更正原有记录，或改用另一个编号。', en: 'Nothing was stored. Correct the record that is there, or use another key.' } },
  already_undone: { status: 409, title: { zh: '这次导入已经撤销', en: 'This import was undone already' }, detail: { zh: '没有再作改动。', en: 'Nothing else was changed.' } },
  built_upon: { status: 409, title: { zh: '后来的记录以这次导入为基础', en: 'Later records build on this import' }, detail: { zh: '没有撤销：请先撤销或更正后来的记录。', en: 'Nothing was undone. Undo or correct the later ones first.' } },
  key_of_another_request: { status: 409, title: { zh: '同一 Idempotency-Key 用于不同的请求', en: 'The Idempotency-Key belongs to another request' }, detail: { zh: '没有作任何改动，请换一个键。', en: 'Nothing was changed. Use another key.' } },
  too_large: { status: 413, title: { zh: '内容过大', en: 'Too large' }, detail: { zh: '上传文件不超过 64 MiB，其他请求不超过 1 MiB。请拆分后再传。', en: 'Uploads take up to 64 MiB, other requests 1 MiB. Split it and send it again.' } },
  file_refused: { status: 422, title: { zh: '文件未被读取', en: 'The file was not read' }, detail: { zh: '没有保存任何内容。', en: 'Nothing was stored.' } },
  data_errors: { status: 422, title: { zh: '数据有错误', en: 'The data has errors' }, detail: { zh: '没有保存任何内容，请按所列各项改正后重新提交。', en: 'Nothing was stored. Correct what is listed and send it again.' } },
  other_region: { status: 422, title: { zh: '数据属于另一个地区', en: 'The data is of another region' }, detail: { zh: '没有保存任何内容，请核对地区代码。', en: 'Nothing was stored. Check the code of the region.' } },
  replace_without_sheet: { status: 422, title: { zh: '要替换的表不在文件中', en: 'A sheet to be replaced is not in the file' }, detail: { zh: '没有保存任何内容，请去掉该表或补上它。', en: 'Nothing was stored. Leave that sheet out or add it to the file.' } },
  bad_mapping: { status: 422, title: { zh: '对应关系与文件不符', en: 'The mapping does not fit the file' }, detail: { zh: '没有保存任何内容，请重新对应各列。', en: 'Nothing was stored. Map the columns again.' } },
  wait: { status: 429, title: { zh: '登录失败次数过多', en: 'Too many failed attempts' }, detail: { zh: '请稍候再试，等待秒数见 Retry-After。', en: 'Wait and try again; Retry-After says how many seconds.' } },
  too_many_requests: { status: 429, title: { zh: '请求过于频繁', en: 'Too many requests' }, detail: { zh: '没有执行。请稍候再试，等待秒数见 Retry-After。', en: 'It was not done. Wait and try again; Retry-After says how many seconds.' } },
  https_only: { status: 403, title: { zh: '须通过 https 访问', en: 'Reached by https only' }, detail: { zh: '没有执行。请使用本系统的公开地址。', en: 'It was not done. Use the public address of this system.' } },
  storage_full: { status: 507, title: { zh: '存储空间不足', en: 'Storage is full' }, detail: { zh: '本次操作没有保存任何内容，已有数据完好。请管理员腾出空间后重试。', en: 'Nothing of this was stored; what was there is intact. Try again once the administrator has made room.' } },
  database_away: { status: 503, title: { zh: '数据库暂时不可用', en: 'The database is away for the moment' }, detail: { zh: '本次操作可能没有保存。请稍候以同一请求重试，不会重复。', en: 'This may not have been stored. Send the same request again shortly: it has one effect.' } },
  stopping: { status: 503, title: { zh: '服务正在停止', en: 'The server is stopping' }, detail: { zh: '没有执行。请稍后重试。', en: 'It was not done. Try again later.' } },
  starting: { status: 503, title: { zh: '服务正在启动', en: 'The server is starting' }, detail: { zh: '请几秒后重试。', en: 'Try again in a few seconds.' } },
  fault: { status: 500, title: { zh: '系统内部故障', en: 'Internal fault' }, detail: { zh: '本次操作没有保存。请把故障编号告诉管理员。', en: 'Nothing was stored. Tell the administrator the incident’s number.' } },
} as const satisfies Record<string, Outcome>;

export type OutcomeCode = keyof typeof OUTCOMES;

/** What stands in a decision pack for whoever opens it. */
export const PACK_README = `贯通 决策包 · Guantong decision pack

这个压缩包包含一项规划所依据的记录（data/）、参数与口径（policy/）、逐条结论、预测和方案（answers/）以及保存的方案（scenario.json）。
方案所在事项的经过（history.json）和签发的文书（PDF，附签名回执）在 matters/ 中，见 manifest.json 的 papers；
制作人无权查看的和学生名单没有收入，只写明件数。data/ 中没有任何人的姓名、证件号和学号，删去或替换的栏目见 manifest.json 的
left_out；matters/ 中写有经办人的姓名。
This archive holds the records behind a plan (data/), values of law and readings (policy/), verdicts, forecast and plan (answers/), and the plan
as it was kept (scenario.json). The history of the matters at which it stands and the documents that they issued (PDF with signed receipt)
are in matters/, listed in manifest.json under papers; those that whoever made it may not read and lists of students are left out and counted.
Nobody is in data/ by name or number; what was left out or replaced stands in manifest.json under left_out. matters/ names who acted.

核对 · Verify            guantong pack verify FILE.zip
或逐个重算 · or by hand   unzip 后运行 manifest.json 中 commands 所列命令，输出应与 answers/ 中的文件逐字节相同
                         unzip it and run the commands of manifest.json: each prints the file of answers/ byte for byte
内容校验值 · Content hash sha256sum SHA256SUMS        各文件 · each file  sha256sum -c SHA256SUMS
`;

/** Every problem the API can answer, with its HTTP status and its sentence; `{name}` is filled from the parameters. */
export const catalogue = {
  'malformed-json': {
    status: 400,
    zh: '请求正文不是有效的 JSON：{reason}。请检查括号、引号和逗号后重发。',
    en: 'The request body is not valid JSON: {reason}. Check brackets, quotes and commas, and send it again.',
  },
  'invalid-request': {
    status: 400,
    zh: '请求中至少有 {count} 处不符合接口要求，第一处：{where}，{reasonZh}。未保存任何内容。',
    en: 'The request breaks the API’s contract in at least {count} place(s), first at {where}: {reasonEn}. Nothing was stored.',
  },
  'protocol-unsupported': {
    status: 400,
    zh: '本程序使用的接口版本是“{found}”，服务器支持 {oldest} 至 {version}。请关闭后重新打开侧栏，或刷新页面；已填内容都在表格里，未作任何改动。',
    en: 'This program speaks protocol version “{found}”; the server speaks {oldest} to {version}. Close and reopen the task pane, or reload the page. What was filled in is in the sheet, and nothing was changed.',
  },
  'cursor-invalid': {
    status: 400,
    zh: '游标“{cursor}”无法识别、属于别的单位或来自将来。请不带游标重新拉取。',
    en: 'Cursor “{cursor}” cannot be read, belongs to another unit, or lies in the future. Pull again without a cursor.',
  },
  'not-a-task-list': {
    status: 422,
    zh: '没有读到任务清单：{reasonZh}',
    en: 'No task list could be read: {reasonEn}',
  },
  'columns-invalid': {
    status: 422,
    zh: '指定的栏目无法使用：{reasonZh}。未保存任何内容；请按表头的顺序逐栏指定，不指定的留空。',
    en: 'The columns that were given cannot be used: {reasonEn}. Nothing was stored; give one role for each column of the header, in order, and leave out what is as proposed.',
  },
  'document-empty': {
    status: 422,
    zh: '文件是空的。请检查是否选错了文件。',
    en: 'The document is empty. Check that it is the right file.',
  },
  'file-encrypted': {
    status: 422,
    zh: '文件设有打开密码，无法读取。请在 Word 或 Excel 中取消密码，另存后再上传。',
    en: 'The file is protected by a password and cannot be read. Remove the password in Word or Excel, save it, and upload it again.',
  },
  'file-old-format': {
    status: 422,
    zh: '文件是旧的 {found} 格式。请用 Word、Excel 或 WPS 另存为 {wanted}，再上传。',
    en: 'The file is of the old format {found}. Save it as {wanted} in Word, Excel or WPS, and upload that.',
  },
  'file-not-as-named': {
    status: 422,
    zh: '文件按 {expected} 发送，内容却是 {found}。请检查扩展名；如格式不同，请另存为 {expected} 后再上传。',
    en: 'The file was sent as {expected}, but its content is {found}. Check its extension, or save it as {expected}, and upload it again.',
  },
  'file-damaged': {
    status: 422,
    zh: '文件已损坏或不完整：{reasonZh}。请用 Word、Excel 或 WPS 打开并另存一份，再上传。',
    en: 'The file is damaged or incomplete: {reasonEn}. Open it in Word, Excel or WPS, save a copy, and upload that.',
  },
  'file-unsafe': {
    status: 422,
    zh: '文件结构异常，已拒绝读取：{reasonZh}。请用 Word、Excel 或 WPS 打开并另存一份，再上传。',
    en: 'The file is built in a way that is refused: {reasonEn}. Open it in Word, Excel or WPS, save a copy, and upload that.',
  },
  'file-too-large': {
    status: 413,
    zh: '文件过大，无法读取：{reasonZh}。请只保留要读取的表格，另存后再上传。',
    en: 'The file is too large to be read: {reasonEn}. Keep only the table that is to be read, save it, and upload that.',
  },
  'year-mismatch': {
    status: 422,
    zh: '清单的年度是 {found}，地址中的年度是 {year}。请改用 /v1/task-lists/{found}，或检查文件。',
    en: 'The list is of {found}, the address says {year}. Use /v1/task-lists/{found}, or check the file.',
  },
  'units-unknown': {
    status: 422,
    zh: '名册中没有这些责任单位：{names}。请先在名册中登记或加为别名，再发布。',
    en: 'The roster does not know these units: {names}. Add them to the roster, or as aliases, then publish.',
  },
  'parts-unread': {
    status: 409,
    zh: '原文有 {count} 处没有读出，发布的清单里不会有这些内容。未作任何改动；请先更正原文，或注明已知（?unread={count}）后照此发布。',
    en: '{count} place(s) of the document could not be read and would not be in the list. Nothing was changed; mend the document, or say that you know of them (?unread={count}) and publish it as it is.',
  },
  'overdue-at-once': {
    status: 409,
    zh: '照此设定，{units} 个单位的 {count} 项应报项在保存时就已逾期（截止日期早于 {today}）。未作任何改动；请更正日期，或注明已知（?overdue={count}）后照此保存。',
    en: 'By these dates {count} obligation(s) of {units} unit(s) would be overdue as soon as they are stored (due before {today}). Nothing was changed; mend the dates, or say that you know of them (?overdue={count}) and store them as they are.',
  },
  'undo-blocked': {
    status: 409,
    zh: '{year} 年清单第 {version} 版发布后，{codes} 已有新的填报、分解指标或分工，不能撤销。未作任何改动；请改为发布更正后的清单。',
    en: 'Since version {version} of the list of {year} was published, {codes} got reports, allocations or narrowings; it cannot be taken back. Nothing was changed; publish a corrected list instead.',
  },
  'nothing-to-undo': {
    status: 409,
    zh: '{year} 年清单第 {version} 版之前没有保存可以恢复的清单。未作任何改动；请改为发布更正后的清单。',
    en: 'No list is kept from before version {version} of the list of {year}. Nothing was changed; publish a corrected list instead.',
  },
  'list-moved-on': {
    status: 409,
    zh: '{year} 年清单已是第 {version} 版，而请求依据的是第 {given} 版。未作任何改动；请重新比对后再发布。',
    en: 'The list of {year} is at version {version} by now, the request was made from version {given}. Nothing was changed; compare again, then publish.',
  },
  'changed-meanwhile': {
    status: 412,
    zh: '{whatZh}已不是您看到的第 {given} 版：{byZh}于 {at} 保存了第 {version} 版。未作任何改动；请重新读取，在新的内容上再改一次。',
    en: '{whatEn} is no longer at version {given} that you saw: {byEn} saved version {version} on {at}. Nothing was changed; read it again, and make your change to what stands there now.',
  },
  'version-missing': {
    status: 428,
    zh: '保存前请说明是在哪一版上改的：先读取，把回答中的 ETag 写进请求头 If-Match，例如 If-Match: "3"。未作任何改动。',
    en: 'Say which version you changed: read first, and send the ETag of the answer in the header If-Match, for example If-Match: "3". Nothing was changed.',
  },
  'matches-invalid': {
    status: 422,
    zh: '对应关系中有 {count} 处无法使用，第一处：{reasonZh}。未作任何改动；请重新比对后再发布。',
    en: '{count} of the matches cannot be used, first: {reasonEn}. Nothing was changed; compare again, then publish.',
  },
  'matches-open': {
    status: 409,
    zh: '新清单有 {count} 条工作安排不能确定是否就是已存的某一条：{places}。未作任何改动；请逐条指明对应的编码，或指明为新增（matches），再发布。',
    en: 'For {count} arrangement(s) of the new list it is uncertain which stored one they are: {places}. Nothing was changed; name the code of each, or null for a new one (matches), and publish again.',
  },
  'numbers-exhausted': {
    status: 422,
    zh: '{names} 的编号已用到 99，没有可用的新编号。未作任何改动；请把新增内容放到另一项重点工作中。',
    en: '{names} has used all its numbers up to 99. Nothing was changed; put what is new under another task.',
  },
  'unit-has-reports': {
    status: 409,
    zh: '单位 {units} 已被清单、密钥或填报引用，不能从名册中删除。请为其成员资格填写截止日期（to）。',
    en: 'Units {units} are in use by lists, keys or reports and cannot leave the roster. Give their membership a last day (to) instead.',
  },
  'reference-unknown': {
    status: 422,
    zh: '所指的工作安排、指标或单位不存在：{names}。未保存任何内容。',
    en: 'These arrangements, indicators or units do not exist: {names}. Nothing was stored.',
  },
  'key-missing': {
    status: 401,
    zh: '缺少访问密钥。请在 Authorization 请求头中写 “Bearer tz_…”。',
    en: 'The access key is missing. Send it in the Authorization header as “Bearer tz_…”.',
  },
  'key-mistyped': {
    status: 401,
    zh: '访问密钥抄写有误（校验不符）。请重新复制整段密钥。',
    en: 'The access key is mistyped (its checksum does not match). Copy the whole key again.',
  },
  'key-unknown': {
    status: 401,
    zh: '访问密钥不存在。请向区应急管理局索取新的密钥。',
    en: 'The access key does not exist. Ask the bureau for a new one.',
  },
  'key-revoked': {
    status: 401,
    zh: '访问密钥已停用。请向区应急管理局索取新的密钥。',
    en: 'The access key has been revoked. Ask the bureau for a new one.',
  },
  'key-expired': {
    status: 401,
    zh: '访问密钥已于 {on} 到期。请向区应急管理局索取新的密钥。',
    en: 'The access key expired on {on}. Ask the bureau for a new one.',
  },
  'basic-only-reads': {
    status: 403,
    zh: '用户名加密码（Basic）的方式只能用查看密钥（viewer）读取表格。请管理员发放一个查看密钥作为密码；程序请改用请求头 “Authorization: Bearer tz_…”。',
    en: 'A user name with a password (Basic) only reads, and only with a viewer’s key. Ask the administrator for a viewer’s key as the password; a program sends “Authorization: Bearer tz_…” instead.',
  },
  'role-not-allowed': {
    status: 403,
    zh: '此操作需要 {roles} 权限，当前密钥是 {role}。',
    en: 'This needs the role {roles}; the key given is of role {role}.',
  },
  'unit-required': {
    status: 400,
    zh: '请用参数 unit 指明单位，例如 ?unit=xuejia。',
    en: 'Name a unit by the parameter unit, for example ?unit=xuejia.',
  },
  'unit-not-found': {
    status: 404,
    zh: '没有单位“{unit}”。',
    en: 'There is no unit “{unit}”.',
  },
  'list-not-found': {
    status: 404,
    zh: '没有 {year} 年的任务清单。请先发布。',
    en: 'There is no task list of {year}. Publish it first.',
  },
  'no-list-yet': {
    status: 404,
    zh: '还没有发布任何任务清单。',
    en: 'No task list has been published yet.',
  },
  'table-too-long': {
    status: 422,
    zh: '符合条件的超过 {most} 行，一个文件放不下。请按单位、类别或报告期筛选后分次导出；CSV 文件可容 {csv} 行。',
    en: 'More than {most} rows match: too many for one file. Filter by unit, category or period, and take it in parts; CSV takes {csv} rows.',
  },
  'indicator-not-found': {
    status: 404,
    zh: '清单中没有工作安排“{arrangement}”的指标“{indicator}”。',
    en: 'The list has no indicator “{indicator}” of arrangement “{arrangement}”.',
  },
  'obligation-not-found': {
    status: 404,
    zh: '没有应报项“{key}”。',
    en: 'There is no obligation “{key}”.',
  },
  'key-not-found': {
    status: 404,
    zh: '没有编号为“{id}”的密钥。',
    en: 'There is no access key with id “{id}”.',
  },
  'calendar-not-found': {
    status: 404,
    zh: '没有这个日历订阅，或者它已停用。请在单位页面的“日历订阅”里重新生成链接。',
    en: 'There is no such calendar link, or it was revoked. Make a new one on the unit’s page, under “Calendar”.',
  },
  'calendars-too-many': {
    status: 409,
    zh: '本单位已有 {most} 个在用的日历订阅。请先停用不再使用的，再生成新的。',
    en: 'The unit has {most} calendar links in use. Revoke those that nobody uses, then make a new one.',
  },
  'reminder-channel-missing': {
    status: 404,
    zh: '还没有设置这个提醒地址。请先填写并保存，再发送测试。',
    en: 'No such address of reminders is set. Enter and save it, then send the test.',
  },
  'reminders-demo': {
    status: 409,
    zh: '当前是演示日期，不会向外发送任何消息。请在不带演示日期的正式部署中测试。',
    en: 'A demo clock runs: nothing is ever sent. Try it in a deployment without one.',
  },
  'not-found': {
    status: 404,
    zh: '没有 {method} {path} 这个接口。接口说明见 /docs。',
    en: 'There is no {method} {path}. See /docs for the API.',
  },
  'act-id-reused': {
    status: 409,
    zh: '编号“{actId}”已用于另一次处理。未作任何改动；请换一个新编号重发。',
    en: 'The id “{actId}” was used for another act already. Nothing was changed; send this one with a new id.',
  },
  'filter-moved-on': {
    status: 409,
    zh: '您看到 {given} 项，现在符合条件的有 {total} 项（{more}）。未作任何处理；请刷新列表后再处理。',
    en: 'You saw {given} obligation(s); {total} match by now ({more}). Nothing was done; reload the list, and decide again.',
  },
  'bulletin-not-found': {
    status: 404,
    zh: '没有编号为“{id}”的通报，或尚未印发。',
    en: 'There is no bulletin “{id}”, or it is not issued yet.',
  },
  'bulletin-moved-on': {
    status: 409,
    zh: '您看到的通报依据第 {given} 号变动，现在已是第 {change} 号（{asOf}）。未印发；请重新读取，核对后再印发。',
    en: 'The bulletin that you saw speaks of change {given}; by now it is {change} ({asOf}). It was not issued; read it again, look it over, and issue it then.',
  },
  'bulletin-issued': {
    status: 409,
    zh: '这份通报已印发，不能修改或删除。未作任何改动；如有错误，请起草一份更正（corrects 写它的编号）。',
    en: 'This bulletin is issued and can be neither changed nor deleted. Nothing was changed; where it is wrong, draft a correction (corrects with its id).',
  },
  'bulletin-issued-already': {
    status: 409,
    zh: '这一时段的通报已印发（{number}）。未作任何改动；如有错误，请起草一份更正（corrects 写它的编号）。',
    en: 'The bulletin of these days is issued already ({number}). Nothing was changed; where it is wrong, draft a correction (corrects with its id).',
  },
  'bulletin-corrected': {
    status: 409,
    zh: '这份通报已由 {number} 更正。未作任何改动；请更正后一份。',
    en: 'This bulletin is corrected by {number} already. Nothing was changed; correct that one instead.',
  },
  'as-of-not-kept': {
    status: 422,
    zh: '这里只能回答 {told} 的情况，不能回答 {asked} 的：以往的情况只在已印发的通报里。请去掉 asOf，或在 GET /v1/bulletins 中选一份那天印发的。',
    en: 'This tells how things stand on {told}, not on {asked}: earlier days are told by issued bulletins only. Leave out asOf, or take one of GET /v1/bulletins that was issued then.',
  },
  'bulletin-too-long': {
    status: 422,
    zh: '通报过长，不能保存：{reasonZh}。未作任何改动；请缩短时段，分几份起草。',
    en: 'The bulletin is too long to be kept: {reasonEn}. Nothing was changed; take fewer days, and draft several.',
  },
  'push-id-reused': {
    status: 409,
    zh: '推送编号 {pushId} 已用于另一份内容。请为新的内容换一个编号；已保存的内容未动。',
    en: 'Push id {pushId} was used for another body. Take a new id for new content; what is stored was not touched.',
  },
  'upload-unconfirmed': {
    status: 422,
    zh: '还没有确认要上报的内容，未上报任何内容。请先试读（dryRun=true），核对后把确认的内容写进 answers 的 confirmed。',
    en: 'Nothing was confirmed, so nothing was reported. Have it proposed first (dryRun=true), then send what was seen as confirmed in answers.',
  },
  'upload-changed': {
    status: 409,
    zh: '文件已不是核对时的那一份，未上报任何内容。请重新选择文件，核对后再上报。',
    en: 'The file is another than the one that was proposed. Nothing was reported; choose it anew, look at what it reports, and send it then.',
  },
  'upload-not-as-seen': {
    status: 409,
    zh: '有 {count} 条与文件现在读出的不一致或尚未确认，未上报任何内容。请重新核对后再上报。',
    en: '{count} report(s) are not what the file says now, or were not confirmed. Nothing was reported; look at them anew, and send them then.',
  },
  'body-too-large': {
    status: 413,
    zh: '请求正文超过 {limit} 字节。请分批发送。',
    en: 'The request body is over {limit} bytes. Send it in parts.',
  },
  'json-too-large': {
    status: 413,
    zh: '请求正文的 JSON 超出限度：{reasonZh}。未保存任何内容；请分批发送，或检查生成它的程序。',
    en: 'The JSON of the request body is beyond its bounds: {reasonEn}. Nothing was stored; send it in parts, or check the program that makes it.',
  },
  'media-type-unsupported': {
    status: 415,
    zh: '不支持的内容类型“{found}”。请使用 {expected}。',
    en: 'Content type “{found}” is not supported. Use {expected}.',
  },
  'too-many-requests': {
    status: 429,
    zh: '请求过于频繁，请一分钟后再试。',
    en: 'Too many requests; try again in a minute.',
  },
  busy: {
    status: 503,
    zh: '同时有多人在提交，请稍后重发同一请求；不会重复保存。',
    en: 'Several people are writing at once. Send the same request again shortly; nothing will be stored twice.',
  },
  'database-unwritable': {
    status: 503,
    zh: '数据库现在无法写入（磁盘可能已满或只读）。本次请求的内容一律没有保存，此前已保存的都在，仍可查看。请告知管理员，恢复后重发同一请求，不会重复保存。',
    en: 'The database cannot be written at present; its disk may be full or read-only. Nothing of this request was stored; what was stored before is there and can be read. Tell the administrator, then send the same request again: nothing will be stored twice.',
  },
  'database-unavailable': {
    status: 503,
    zh: '数据库没有应答，或尚未初始化。请告知管理员。',
    en: 'The database does not answer, or was never set up. Tell the administrator.',
  },
  unexpected: {
    status: 500,
    zh: '服务器出现意外错误，编号 {requestId}。未确认的内容请稍后重发同一请求。',
    en: 'The server failed unexpectedly, reference {requestId}. Send the same request again for what was not acknowledged.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ProblemCode = keyof typeof catalogue;

/** What a person may have done that is kept in the account of who did what (操作记录), in both languages. */
export const kindNames = {
  push: { zh: '填报', en: 'Report' },
  upload: { zh: '上传表格', en: 'Uploaded file' },
  accept: { zh: '审核通过', en: 'Accept' },
  return: { zh: '退回', en: 'Return' },
  reopen: { zh: '取消审核', en: 'Reopen' },
  extend: { zh: '延期', en: 'Extend' },
  withdrawExtension: { zh: '撤销延期', en: 'Withdraw an extension' },
  declareNotApplicable: { zh: '认定本地无此类', en: 'Declare not applicable' },
  withdrawDeclaration: { zh: '撤销本地无此类认定', en: 'Withdraw a declaration' },
  unlock: { zh: '临时解锁', en: 'Unlock' },
  lock: { zh: '恢复锁定', en: 'Lock again' },
  settings: { zh: '清单设置', en: 'Settings of a list' },
  assignments: { zh: '分工调整', en: 'Assignment' },
  allocations: { zh: '分解指标', en: 'Shares' },
  publish: { zh: '发布清单', en: 'Publish a list' },
  undo: { zh: '撤销发布', en: 'Take a publishing back' },
  roster: { zh: '名册', en: 'Roster' },
  draftBulletin: { zh: '起草通报', en: 'Draft a bulletin' },
  editBulletin: { zh: '修改通报', en: 'Edit a bulletin' },
  issueBulletin: { zh: '印发通报', en: 'Issue a bulletin' },
  deleteBulletin: { zh: '删除通报草稿', en: 'Delete the draft of a bulletin' },
  issueKey: { zh: '发放密钥', en: 'Issue a key' },
  revokeKey: { zh: '停用密钥', en: 'Revoke a key' },
  issueCalendar: { zh: '生成日历订阅', en: 'Make a calendar link' },
  revokeCalendar: { zh: '停用日历订阅', en: 'Revoke a calendar link' },
  reminders: { zh: '自动提醒设置', en: 'Settings of reminders' },
} as const;

export type AuditKind = keyof typeof kindNames;

export const auditKinds = Object.keys(kindNames) as [AuditKind, ...AuditKind[]];

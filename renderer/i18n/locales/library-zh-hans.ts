/** 书库所知的文件情况，简体。 */
export const libraryZhHans = {
  fixity: {
    title: '校验',
    lastVerified: '最近校验',
    atLoad: '{{time}}，载入之时',
    files: '核对文件',
    again: '再校验一次',
    againNote: '逐件与清单核对，并通读每条记录；其间照常可读。',
    running: '正在校验《{{title}}》',
    done: '{{done}}，共 {{total}}',
    cancel: '取消',
    busy: '正在校验另一份报纸',
    changed: '文件变了',
    changedShort: '{{date}}发现，详见卷宗',
    changedText:
      '书库里的副本已与载入时不同。所读文字在载入时已经校验，不受影响，批注也都在；与清单不符的图片不显示。',
    changedAdvice: '请从原处再载入一次这个文件：校验无误后即替换这份副本。若再次发生，请检查硬盘。',
    openAgain: '再次载入文件',
    media: '图片',
    counts: '收录',
    countsText: '{{issues}} 期　{{pages}} 版　{{articles}} 篇　{{media}} 张图片',
  },
  copying: {
    label: '正在把 {{name}} 抄入书库',
    amount: '{{done}}，共 {{total}}',
    note: '抄完即可拔出 U 盘',
    cancel: '取消，不留残余',
    status: '抄入 {{name}}　{{percent}}',
  },
} as const;

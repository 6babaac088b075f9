/** 書庫所知的檔案情況，繁體。 */
export const libraryZhHant = {
  fixity: {
    title: '校驗',
    lastVerified: '最近校驗',
    atLoad: '{{time}}，載入之時',
    files: '核對檔案',
    again: '再校驗一次',
    againNote: '逐件與清單核對，並通讀每條記錄；其間照常可讀。',
    running: '正在校驗《{{title}}》',
    done: '{{done}}，共 {{total}}',
    cancel: '取消',
    busy: '正在校驗另一份報紙',
    changed: '檔案變了',
    changedShort: '{{date}}發現，詳見卷宗',
    changedText:
      '書庫裏的副本已與載入時不同。所讀文字在載入時已經校驗，不受影響，批註也都在；與清單不符的圖片不顯示。',
    changedAdvice: '請從原處再載入一次這個檔案：校驗無誤後即替換這份副本。若再次發生，請檢查硬碟。',
    openAgain: '再次載入檔案',
    media: '圖片',
    counts: '收錄',
    countsText: '{{issues}} 期　{{pages}} 版　{{articles}} 篇　{{media}} 張圖片',
  },
  copying: {
    label: '正在把 {{name}} 抄入書庫',
    amount: '{{done}}，共 {{total}}',
    note: '抄完即可拔出隨身碟',
    cancel: '取消，不留殘餘',
    status: '抄入 {{name}}　{{percent}}',
  },
} as const;

/** Advice that several problems share, in traditional script. */
export const adviceZhHant = {
  copyAgain: '多半是複製或下載時受損，請從原處重新複製；若仍如此，請提供者重新製作。',
  distrust: '正常製作的包不會這樣，請勿使用，並向提供者查問來歷。',
  remake: '請把這份報告交給提供者，改正後重新製作。',
  askForWhole: '請從原處重新複製；若仍如此，請向提供者索取完整的一份。',
  skipped: '只略過這一條，不妨礙其餘記錄；請把檔名和行號告知提供者。',
  notShown: '不顯示，只留出位置；文字不受影響，原件仍在包裡。',
} as const;

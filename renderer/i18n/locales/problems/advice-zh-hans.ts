/** Advice that several problems share, in simplified script. */
export const adviceZhHans = {
  copyAgain: '多半是拷贝或下载时受损，请从原处重新拷贝；若仍如此，请提供者重新制作。',
  distrust: '正常制作的包不会这样，请勿使用，并向提供者查问来历。',
  remake: '请把这份报告交给提供者，改正后重新制作。',
  askForWhole: '请从原处重新拷贝；若仍如此，请向提供者索取完整的一份。',
  skipped: '只略过这一条，不妨碍其余记录；请把文件名和行号告知提供者。',
  notShown: '不显示，只留出位置；文字不受影响，原件仍在包里。',
} as const;

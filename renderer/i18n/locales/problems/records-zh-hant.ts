import type { ProblemTexts } from '../../problem-text.ts';
import { adviceZhHant as advice } from './advice-zh-hant.ts';

/** Problems of what a bag holds, its description, text and records, in traditional script. */
export const recordProblemsZhHant = {
  // archive.json
  'bad-description': {
    what: ['archive.json 的 {{field}} 缺少，或不合格式', 'archive.json 讀不出，或不合格式'],
    advice: advice.remake,
  },
  'format-too-new': {
    what: [
      '這份報紙的格式是 {{found}}，這一版故紙只認得 {{known}}',
      '這份報紙的格式太新，這一版故紙不認得',
    ],
    advice: '請換用較新的故紙，再載入。',
  },
  'format-newer-minor': {
    what: [
      '這份報紙的格式是 {{found}}，比這一版故紙所認的 {{known}} 略新',
      '這份報紙的格式比這一版故紙略新',
    ],
    advice: '不妨礙載入；新增的內容要用較新的故紙才能顯示。',
  },
  'counts-differ': {
    what: [
      'archive.json 所記的{{count}}是 {{expected}}，實有 {{found}}',
      'archive.json 所記的數目與實際不符',
    ],
    advice: '以實際讀到的為準，不妨礙載入；可請提供者核對有無遺漏。',
  },
  // Text
  'byte-order-mark': {
    what: '檔案開頭有位元組順序記號（BOM）',
    advice: '讀取時跳過，內容不受影響。',
  },
  'invalid-utf8': { what: '這一條記錄裡有不是 UTF-8 的位元組，讀不出文字', advice: advice.skipped },
  'too-much-invalid-utf8': {
    what: [
      '讀過的 {{lines}} 行裡有 {{invalidLines}} 行不是 UTF-8，讀不出文字',
      '這個檔案不是 UTF-8，讀不出文字',
    ],
    advice: '請提供者核對文字的編碼，改成 UTF-8 後重新製作。',
  },
  'legacy-encoding': {
    what: ['文字不是 UTF-8，像是 {{encoding}} 編碼', '文字不是 UTF-8，像是 GBK 或 Big5 編碼'],
    advice: '請提供者把文字轉成 UTF-8，重新製作。',
  },
  'control-characters': {
    what: ['文字裡有控制字元（{{characters}}）', '文字裡有控制字元'],
    advice: '原文照存，顯示時換成看得見的符號，如「␀」。',
  },
  'lone-surrogate': {
    what: ['文字裡有殘缺的字元（{{characters}}）', '文字裡有殘缺的字元'],
    advice: advice.skipped,
  },
  'bidi-override': {
    what: ['文字裡有改變書寫方向的字元（{{characters}}）', '文字裡有改變書寫方向的字元'],
    advice: '原文照存；顯示時只在所在的一段內起作用，不牽動別處。',
  },
  'private-use': {
    what: ['文字裡有造字（{{characters}}）', '文字裡有造字'],
    advice: '原樣保留；電腦上沒有相應的字型時，可能顯示成方框。',
  },
  'line-too-long': {
    what: [
      '這一行太長：至少 {{foundAtLeast}} 位元組，上限是 {{maxLineBytes}}',
      '這一行超過長度上限',
    ],
    advice: '請提供者核對，一行只放一條記錄，重新製作。',
  },
  'too-deep': {
    what: ['這一條記錄巢狀超過 {{maxDepth}} 層', '這一條記錄巢狀的層數太多'],
    advice: advice.skipped,
  },
  'proto-key': {
    what: '記錄裡有一項名為「__proto__」，可能擾亂程式',
    advice: '已去掉這一項，其餘原樣保留。',
  },
  'bad-json': { what: '這一行不是完整的 JSON 記錄', advice: advice.skipped },
  // Records
  'duplicate-record': {
    what: '這一條記錄與前面的一條完全相同',
    advice: '只取前面的一條，內容沒有缺少。',
  },
  'duplicate-differs': {
    what: [
      '同一編號有兩條不同的記錄，版本沒有升高（先為 {{earlierVersion}}，此處為 {{version}}）',
      '同一編號有兩條不同的記錄，版本沒有升高',
    ],
    advice: '無從判斷以哪一條為準，請提供者改正編號或版本，重新製作。',
  },
  'newer-version': {
    what: [
      '同一編號有兩條記錄，版本由 {{earlierVersion}} 升到 {{version}}',
      '同一編號有兩條記錄，後一條版本較高',
    ],
    advice: '以版本較高的一條為準，不妨礙載入。',
  },
  'missing-field': {
    what: ['記錄裡缺少必需的 {{field}}', '記錄裡缺少必需的一項'],
    advice: advice.skipped,
  },
  'wrong-field': {
    what: ['記錄裡 {{field}} 的內容不合格式', '記錄裡有一項內容不合格式'],
    advice: advice.skipped,
  },
  'unknown-block': {
    what: ['文中有 {{blocks}} 段的類型故紙不認得（{{types}}）', '文中有的段落，類型故紙不認得'],
    advice: '只顯示這些段落裡的文字；原件仍在包裡，沒有改動。',
  },
  'unknown-value': {
    what: [
      '「{{found}}」是格式裡新增的，這一版故紙不認得，改按「{{taken}}」顯示',
      '這裡有格式新增的內容，這一版故紙不認得',
    ],
    advice: '文字不受影響；較新的故紙認得它的意思。',
  },
  'impossible-date': {
    what: ['日期 {{found}} 不存在，或寫法不對', '日期不存在，或寫法不對'],
    advice: advice.skipped,
  },
  'odd-page-number': {
    what: ['版次「{{found}}」的寫法少見', '版次的寫法少見'],
    advice: '原樣保留，照原樣顯示。',
  },
  'page-not-listed': {
    what: ['文章所在的版「{{found}}」，不在這一期的版次裡', '文章所在的版，不在這一期的版次裡'],
    advice: '文章不會缺少，這一版排在該期各版之後。',
  },
  'media-missing': {
    what: ['記錄所引的圖片 {{media}}，包裡沒有', '記錄所引的圖片，包裡沒有'],
    advice: '文字不受影響；文中該有圖片的地方，會註明未收。',
  },
  'image-too-large': {
    what: ['圖片有 {{width}} × {{height}} 像素，超過一億像素', '圖片超過一億像素'],
    advice: advice.notShown,
  },
  'media-not-an-image': {
    what: '這一件該是圖片，內容卻不是故紙認得的圖片',
    advice: advice.notShown,
  },
  'svg-with-script': {
    what: '這張 SVG 圖片含有指令碼、外來內容之類，或大得無從檢查',
    advice: advice.notShown,
  },
  'unsafe-link': {
    what: [
      '有 {{dropped}} 處不安全的連結，如指向指令碼或本機檔案',
      '有不安全的連結，如指向指令碼或本機檔案',
    ],
    advice: '這些連結已去掉，文章的正文不受影響。',
  },
  'text-digest-mismatch': {
    what: '文章的文字與它自帶的校驗值不符',
    advice: '文字可能被改動過，請提供者核對後重新製作。',
  },
  'unknown-issue': {
    what: ['找不到文章所屬的一期「{{issue}}」', '找不到文章所屬的一期'],
    advice: advice.skipped,
  },
  'issue-date-differs': {
    what: [
      '文章所記的日期是 {{found}}，所屬的一期卻是 {{expected}}',
      '文章所記的日期，與所屬的一期不同',
    ],
    advice: '不妨礙載入，文章仍歸在所屬的一期。',
  },
  'continuation-missing': {
    what: '文章與另一版相接，另一部分卻不在包裡',
    advice: '已有的部分不受影響，只是無從轉到另一部分。',
  },
} satisfies Partial<ProblemTexts>;

import type { ProblemTexts } from '../problem-text.ts';
import { adviceZhHant as advice } from './problems/advice-zh-hant.ts';
import { containerProblemsZhHant } from './problems/container-zh-hant.ts';
import { recordProblemsZhHant } from './problems/records-zh-hant.ts';

/** Problems of bags and of the journal, in traditional script. */
export const problemsZhHant = {
  ...containerProblemsZhHant,
  // Tag files and fixity
  'declaration-missing': {
    what: '包裡沒有宣告檔 bagit.txt',
    advice: '這可能是一般的壓縮檔，請核對所選；若確是報紙，請提供者重新製作。',
  },
  'declaration-bom': {
    what: 'bagit.txt 開頭有位元組順序記號（BOM），規範不許',
    advice: '請提供者把它存成不帶 BOM 的 UTF-8，重新製作。',
  },
  'bad-declaration': { what: 'bagit.txt 的這一行不合規範', advice: advice.remake },
  'bagit-version-unknown': {
    what: ['包宣告的 BagIt 版本是 {{found}}，故紙只支援 1.0', '包宣告的 BagIt 版本，故紙不支援'],
    advice: '請提供者按 BagIt 1.0 重新製作。',
  },
  'tag-encoding-unsupported': {
    what: ['包宣告說明檔的編碼是 {{found}}，故紙只支援 UTF-8', '包宣告的編碼，故紙不支援'],
    advice: '請提供者改用 UTF-8，重新製作。',
  },
  'tag-file-too-large': {
    what: ['這個說明檔長 {{bytes}}，上限是 {{maxBytes}}', '這個說明檔超過長度上限'],
    advice: advice.remake,
  },
  'tag-file-not-utf8': {
    what: ['這個檔案的文字不合所宣告的編碼 {{encoding}}', '這個檔案的文字不合所宣告的編碼'],
    advice: '請提供者用 UTF-8 存這個檔案，重新製作。',
  },
  'bad-tag-line': { what: '這一行不合規範，讀不出意思', advice: advice.remake },
  'manifest-missing': {
    what: '包裡沒有這份清單，無從校驗',
    advice: advice.askForWhole,
  },
  'fetch-file': {
    what: '包裡有 fetch.txt，要從網路另取內容',
    advice: '故紙不連網；請提供者把全部內容收進包裡，重新製作。',
  },
  'listed-twice': {
    what: ['清單裡「{{listed}}」列了兩次', '清單裡有一件列了兩次'],
    advice: advice.remake,
  },
  'odd-manifest-path': {
    what: '清單這一行的路徑前有多餘的「*」或「./」',
    advice: '不妨礙校驗和載入；可請提供者下次製作時去掉。',
  },
  'tag-manifest-form': {
    what: '這份清單的各行沒有按路徑排序，或行尾寫法不是換行符',
    advice: '這份清單本身不受摘要保護，寫法異常時都會報告。所列內容均相符，不妨礙載入。',
  },
  'system-file': {
    what: '夾帶了作業系統自動產生的檔案',
    advice: '報紙的內容不受影響；可請提供者下次製作時剔除。',
  },
  'not-in-manifest': {
    what: ['包裡有這一件，清單 {{manifest}} 上沒有', '包裡有這一件，清單上沒有'],
    advice: '它可能是事後放進去的，請提供者查明後重新製作。',
  },
  'missing-file': {
    what: ['清單 {{manifest}} 上有這一件，包裡沒有', '包裡缺少這一件'],
    advice: advice.askForWhole,
  },
  'oxum-mismatch': {
    what: [
      '內容的位元組數與件數不符：應為 {{expected}}，實得 {{found}}',
      '內容的位元組數與件數，和 bag-info.txt 所記不符',
    ],
    advice: advice.askForWhole,
  },
  'digest-mismatch': {
    what: ['這一件的內容與清單 {{manifest}} 上的校驗值不符', '這一件的內容與清單上的校驗值不符'],
    advice: advice.copyAgain,
  },
  'media-damaged': {
    what: '這張圖片已損壞，與包裡的記載不符',
    advice: '文字不受影響，損壞的圖片不顯示；可向提供者索取完好的一份。',
  },
  'empty-folder': {
    what: '資料夾裡沒有檔案，清單也沒有列出它',
    advice: '它不含任何內容，不妨礙載入。',
  },
  'unknown-payload-file': {
    what: '清單上有這一件，但格式沒有規定它的用途',
    advice: '它留在包裡，不顯示，也不妨礙載入。',
  },
  ...recordProblemsZhHant,
  // The journal
  'torn-end': {
    what: ['日誌末尾有 {{amount}} 位元組沒有寫完整', '日誌末尾沒有寫完整'],
    advice: '多半是上次突然斷電；這一段已另存在資料夾中，此前的日誌照常使用。',
  },
  'damaged-line': {
    what: ['日誌裡有一行讀不出，長 {{amount}} 位元組', '日誌裡有一行讀不出'],
    advice: '這一行所記的改動不能從日誌還原，其餘照常使用。',
  },
  'missing-entries': {
    what: ['日誌在這一行之前缺 {{amount}} 條', '日誌在這一行之前有缺漏'],
    advice: '所缺的改動不能從日誌還原，其餘照常使用。',
  },
} satisfies ProblemTexts;

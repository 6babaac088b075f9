import type { ProblemTexts } from '../../problem-text.ts';
import { adviceZhHant as advice } from './advice-zh-hant.ts';

/** Problems of a bag's file, its container and the names in it, in traditional script. */
export const containerProblemsZhHant = {
  // The file and its container
  unreadable: {
    what: [
      '系統讀不了這個檔案（{{error}}）',
      '系統沒能讀取或複製這個檔案（{{reason}}）',
      '系統讀不了這個檔案',
    ],
    advice:
      '請確認所選是檔案而不是資料夾，隨身碟沒有拔出，磁碟沒有寫滿，並且您有權讀取，然後再試一次。',
  },
  'file-changed': {
    what: [
      '讀取途中檔案被改動：開始時 {{expectedBytes}}，後來 {{foundBytes}}',
      '讀取途中檔案被改動',
    ],
    advice: '請等複製或同步結束，沒有別的程式在寫這個檔案時，再載入一次。',
  },
  'not-a-zip': {
    what: ['這不是報紙的包：全長 {{fileBytes}}，其中沒有壓縮檔的結構', '這不是報紙的包'],
    advice: '請核對所選的檔案；網頁、圖片或文件改了副檔名，也不能當作報紙載入。',
  },
  truncated: {
    what: [
      '檔案末尾少 {{missingBytes}}：應為 {{expectedBytes}}，實得 {{fileBytes}}',
      '檔案不完整，少 {{missingBytes}}',
      '檔案不完整，至少少 {{missingBytesAtLeast}}',
      '檔案不完整',
    ],
    advice: '多半是複製時中斷，請從原處重新複製，再載入。',
  },
  'junk-before': {
    what: ['檔案裡多出 {{junkBytes}} 不屬於包的內容，通常在開頭', '檔案裡多出不屬於包的內容'],
    advice: advice.copyAgain,
  },
  'junk-after': {
    what: ['檔案末尾多出 {{junkBytes}} 不屬於包的內容', '檔案末尾多出不屬於包的內容'],
    advice: advice.copyAgain,
  },
  'junk-between': {
    what: ['這一件之後夾著 {{junkBytes}} 目錄沒有記載的內容', '包裡夾著目錄沒有記載的內容'],
    advice: advice.distrust,
  },
  'zip-comment': {
    what: 'ZIP 裡附有註解，不在任何摘要的保護之內',
    advice: '閱讀器不讀取註解，報紙的內容不受影響；可請提供者下次製作時去掉。',
  },
  'broken-zip64': {
    what: '包的目錄損壞：大檔案所用的部分（zip64）缺失或自相矛盾',
    advice: advice.copyAgain,
  },
  'broken-directory': {
    what: [
      '包的目錄損壞：應長 {{expected}} 位元組，實得 {{found}} 位元組',
      '包的目錄損壞，無法據以讀出內容',
    ],
    advice: advice.copyAgain,
  },
  encrypted: { what: '包裡的內容加了密碼', advice: '請提供者去掉密碼，重新製作。' },
  'unknown-method': {
    what: ['這一件用了故紙不支援的壓縮方法（編號 {{method}}）', '這一件用了故紙不支援的壓縮方法'],
    advice: '請提供者改用通行的 Deflate 方法壓縮，或不壓縮，重新製作。',
  },
  'multi-disk': {
    what: '這是分割壓縮的檔案，一個分割檔不成一包',
    advice: '請提供者做成一個不分割的檔案。',
  },
  'lying-sizes': {
    what: [
      '這一件的長度與所記不符：應為 {{expected}} 位元組，實得 {{found}} 位元組',
      '這一件的長度與所記不符：應為 {{expected}} 位元組，實得至少 {{foundAtLeast}} 位元組',
      '這一件的長度與所記不符',
    ],
    advice: advice.copyAgain,
  },
  'headers-differ': { what: '包裡對這一件的兩處記載不一致', advice: advice.distrust },
  'entry-times-differ': {
    what: '包裡對這一件記了兩個不同的時間',
    advice: '故紙兩個都不用；內容已經核對，不受影響。',
  },
  'crc-mismatch': {
    what: ['這一件已損壞：校驗碼應為 {{expected}}，實得 {{found}}', '這一件已損壞：校驗碼不符'],
    advice: advice.copyAgain,
  },
  'broken-compression': { what: '這一件的壓縮資料損壞，解不開', advice: advice.copyAgain },
  'entries-overlap': {
    what: ['這一件與其後的內容重疊 {{overlapBytes}}', '這一件與其後的內容重疊'],
    advice: advice.distrust,
  },
  'ratio-too-high': {
    what: ['這一件只佔 {{compressedBytes}}，解開卻有 {{bytes}}', '這一件解開後大得不合常理'],
    advice: '這樣的檔案可以佔滿磁碟，請勿使用，並向提供者查問來歷。',
  },
  'absurd-counts': {
    what: [
      '包自稱有 {{entries}} 件，目錄長 {{directoryBytes}}，不合常理',
      'archive.json 自稱{{count}}為 {{claimed}}，內容裡放不下這麼多',
      '包自稱的數目不合常理',
    ],
    advice: advice.askForWhole,
  },
  'too-large-for-disk': {
    what: [
      '空間不夠：只餘 {{freeBytes}}，載入需要 {{neededBytes}}',
      '載入途中空間用盡，此刻餘 {{freeBytes}}',
      '空間不夠，容不下這份報紙',
    ],
    advice: '請騰出磁碟空間，或把不用的報紙移出書庫，再載入；所需約為檔案的三倍，至少 500 MB。',
  },
  // Names of entries
  'name-climbs': {
    what: [
      '路徑「{{found}}」指到包外，或指到它不該指的地方',
      '有一條路徑指到包外，或指到它不該指的地方',
    ],
    advice: advice.distrust,
  },
  'name-not-normal': { what: '路徑不規範：有空的一級，或寫了「.」', advice: advice.remake },
  'name-absolute': { what: '路徑從磁碟根目錄寫起，指到包外', advice: advice.distrust },
  'name-backslash': {
    what: '路徑裡有反斜槓「\\」',
    advice: '請提供者改用「/」分隔各級資料夾，重新製作。',
  },
  'not-a-regular-file': {
    what: '這一件不是一般檔案，而是連結、裝置之類',
    advice: '請提供者換成檔案本身，重新製作。',
  },
  'name-twice': { what: '包裡有兩件用同一個名字', advice: advice.remake },
  'name-ambiguous': {
    what: ['這一件有兩個名字，另一個是「{{other}}」', '這一件有兩個名字'],
    advice: advice.remake,
  },
  'names-collide': {
    what: ['有些電腦會把它與「{{other}}」當成同一個名字', '有些電腦會把兩件當成同一個名字'],
    advice: '請提供者給其中一件改名，重新製作。',
  },
  'name-reserved': {
    what: '這個名字在 Windows 上不能用',
    advice: '內容不受影響；寫成檔案時，名字改成各種系統都能用的寫法。',
  },
  'name-control': { what: '名字裡有換行之類看不見的字元', advice: advice.remake },
  'name-not-utf8': {
    what: '名字不是 UTF-8 編碼',
    advice: '請提供者用 UTF-8 記錄檔名，重新製作。',
  },
  'name-too-long': {
    what: ['名字太長：全長 {{bytes}}，最長的一級 {{longestPartBytes}}', '名字太長'],
    advice: '請提供者縮短名字：全長不超過 1 000 位元組，每一級不超過 255 位元組。',
  },
  'no-top-folder': {
    what: '包裡的檔案沒有收在同一個資料夾裡',
    advice: '請提供者把全部檔案收進一個頂層資料夾，重新製作。',
  },
} satisfies Partial<ProblemTexts>;

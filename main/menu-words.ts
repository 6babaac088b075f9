import type { InterfaceLanguage } from '../archive/model/user-data.ts';

/** The words of native menus and boxes; the only ones that main has. */
export interface MenuWords {
  readonly file: string;
  readonly openArchive: string;
  readonly importPages: string;
  readonly saveArchive: string;
  readonly pageFiles: string;
  readonly library: string;
  readonly exportHighlights: string;
  readonly print: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly cite: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly largerText: string;
  readonly smallerText: string;
  readonly defaultText: string;
  readonly markDoubtful: string;
  readonly glossary: string;
  readonly pageImage: string;
  readonly fullScreen: string;
  readonly developerTools: string;
  readonly go: string;
  readonly back: string;
  readonly forward: string;
  readonly previousIssue: string;
  readonly nextIssue: string;
  readonly goTo: string;
  readonly contents: string;
  readonly search: string;
  readonly bookmark: string;
  readonly bookmarks: string;
  readonly notes: string;
  readonly history: string;
  readonly help: string;
  readonly shortcuts: string;
  readonly offlineReport: string;
  readonly archiveFiles: string;
  readonly safety: string;
  readonly takeAlong: string;
  readonly takeIn: string;
  readonly secondFolder: string;
  readonly notesFiles: string;
  readonly notesFileName: string;
  readonly cannotStart: string;
  readonly notWritable: (folder: string, reason: string) => string;
  readonly newerProfile: (folder: string, program: string) => string;
  readonly diskFull: (folder: string, freeMegabytes: number, neededMegabytes: number) => string;
}

const hans: MenuWords = {
  file: '文件',
  openArchive: '打开档案…',
  importPages: '导入报纸版面…',
  saveArchive: '另存档案',
  pageFiles: '版面、文稿与题录',
  library: '书库',
  exportHighlights: '导出标注…',
  print: '打印…',
  cite: '引用…',
  quit: '退出',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '显示',
  largerText: '放大文字',
  smallerText: '缩小文字',
  defaultText: '默认字号',
  markDoubtful: '标出存疑的字',
  glossary: '词表…',
  pageImage: '原版图像',
  fullScreen: '全屏',
  developerTools: '开发者工具',
  go: '前往',
  back: '后退',
  forward: '前进',
  previousIssue: '上一期',
  nextIssue: '下一期',
  goTo: '前往某日某版…',
  contents: '全部篇目',
  search: '检索',
  bookmark: '为此处加书签',
  bookmarks: '书签',
  notes: '全部笔记',
  history: '历史',
  help: '帮助',
  shortcuts: '键盘快捷键',
  offlineReport: '离线报告',
  archiveFiles: '报纸档案',
  safety: '我的笔记存在哪里…',
  takeAlong: '带走我的笔记',
  takeIn: '导入带来的笔记',
  secondFolder: '选择第二个备份文件夹',
  notesFiles: '故纸笔记',
  notesFileName: '故纸笔记',
  cannotStart: '故纸无法启动',
  notWritable: (folder, reason) =>
    `故纸无法写入它的数据文件夹，因此没有打开，也没有改动任何内容。\n\n${folder}\n${reason}\n\n请检查该文件夹的权限，或用 --profile 指定另一个文件夹。`,
  newerProfile: (folder, program) =>
    `这个数据文件夹由更新版本的故纸（${program}）写入，当前版本无法正确读取，因此没有打开，也没有改动任何内容。\n\n${folder}\n\n请安装版本 ${program} 或更新的故纸；也可以用 --profile 指定另一个文件夹。`,
  diskFull: (folder, free, needed) =>
    `磁盘空间不足，故纸没有打开，也没有改动任何内容。\n\n${folder}\n可用 ${free} MB，至少需要 ${needed} MB。\n\n请腾出空间后再试，或用 --profile 指定另一个磁盘上的文件夹。`,
};

const hant: MenuWords = {
  file: '檔案',
  openArchive: '開啟典藏…',
  importPages: '匯入報紙版面…',
  saveArchive: '另存典藏',
  pageFiles: '版面、文稿與題錄',
  library: '書庫',
  exportHighlights: '匯出標註…',
  print: '列印…',
  cite: '引用…',
  quit: '結束',
  edit: '編輯',
  undo: '復原',
  redo: '重做',
  cut: '剪下',
  copy: '拷貝',
  paste: '貼上',
  selectAll: '全選',
  view: '顯示',
  largerText: '放大文字',
  smallerText: '縮小文字',
  defaultText: '預設字級',
  markDoubtful: '標出存疑的字',
  glossary: '詞表…',
  pageImage: '原版影像',
  fullScreen: '全螢幕',
  developerTools: '開發者工具',
  go: '前往',
  back: '上一頁',
  forward: '下一頁',
  previousIssue: '上一期',
  nextIssue: '下一期',
  goTo: '前往某日某版…',
  contents: '全部篇目',
  search: '檢索',
  bookmark: '為此處加書籤',
  bookmarks: '書籤',
  notes: '全部筆記',
  history: '歷史',
  help: '說明',
  shortcuts: '鍵盤快速鍵',
  offlineReport: '離線報告',
  archiveFiles: '報紙典藏',
  safety: '我的筆記存在哪裡…',
  takeAlong: '帶走我的筆記',
  takeIn: '匯入帶來的筆記',
  secondFolder: '選擇第二個備份資料夾',
  notesFiles: '故紙筆記',
  notesFileName: '故紙筆記',
  cannotStart: '故紙無法啟動',
  notWritable: (folder, reason) =>
    `故紙無法寫入它的資料夾，因此沒有開啟，也沒有更動任何內容。\n\n${folder}\n${reason}\n\n請檢查該資料夾的權限，或用 --profile 指定另一個資料夾。`,
  newerProfile: (folder, program) =>
    `這個資料夾由較新版本的故紙（${program}）寫入，目前的版本無法正確讀取，因此沒有開啟，也沒有更動任何內容。\n\n${folder}\n\n請安裝版本 ${program} 或更新的故紙；也可以用 --profile 指定另一個資料夾。`,
  diskFull: (folder, free, needed) =>
    `磁碟空間不足，故紙沒有開啟，也沒有更動任何內容。\n\n${folder}\n可用 ${free} MB，至少需要 ${needed} MB。\n\n請騰出空間後再試，或用 --profile 指定另一個磁碟上的資料夾。`,
};

const english: MenuWords = {
  file: 'File',
  openArchive: 'Open Archive…',
  importPages: 'Import Newspaper Pages…',
  saveArchive: 'Save Archive As',
  pageFiles: 'Pages, stories and tables',
  library: 'Library',
  exportHighlights: 'Export Highlights…',
  print: 'Print…',
  cite: 'Cite…',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  view: 'View',
  largerText: 'Larger Text',
  smallerText: 'Smaller Text',
  defaultText: 'Default Text Size',
  markDoubtful: 'Mark Doubtful Characters',
  glossary: 'Glossary…',
  pageImage: 'Page Image',
  fullScreen: 'Full Screen',
  developerTools: 'Developer Tools',
  go: 'Go',
  back: 'Back',
  forward: 'Forward',
  previousIssue: 'Previous Issue',
  nextIssue: 'Next Issue',
  goTo: 'Go to Date or Page…',
  contents: 'All Stories',
  search: 'Search',
  bookmark: 'Bookmark This Place',
  bookmarks: 'Bookmarks',
  notes: 'All Notes',
  history: 'History',
  help: 'Help',
  shortcuts: 'Keyboard Shortcuts',
  offlineReport: 'Offline Report',
  archiveFiles: 'Newspaper archives',
  safety: 'Where My Notes Live…',
  takeAlong: 'Take My Notes with Me',
  takeIn: 'Take In Notes',
  secondFolder: 'Choose a Second Folder for Backups',
  notesFiles: 'Guzhi notes',
  notesFileName: 'guzhi-notes',
  cannotStart: 'Guzhi cannot start',
  notWritable: (folder, reason) =>
    `Guzhi cannot write to its data folder, so it did not open and changed nothing.\n\n${folder}\n${reason}\n\nCheck the folder's permissions, or name another one with --profile.`,
  newerProfile: (folder, program) =>
    `A later version of Guzhi (${program}) wrote this data folder. This version cannot read it rightly, so it did not open and changed nothing.\n\n${folder}\n\nInstall Guzhi ${program} or later, or name another folder with --profile.`,
  diskFull: (folder, free, needed) =>
    `The disk is nearly full, so Guzhi did not open and changed nothing.\n\n${folder}\n${free} MB are free, at least ${needed} MB are needed.\n\nFree some space and try again, or name a folder on another disk with --profile.`,
};

const words: Readonly<Record<InterfaceLanguage, MenuWords>> = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en: english,
};

export function menuWords(language: InterfaceLanguage): MenuWords {
  return words[language];
}

/** The interface's language for a list of BCP 47 tags, best first; English where none fits. */
export function interfaceLanguage(tags: readonly string[]): InterfaceLanguage {
  for (const tag of tags) {
    const { language, script } = new Intl.Locale(tag).maximize();
    if (language === 'zh' || language === 'yue') return script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
    if (language === 'en') return 'en';
  }
  return 'en';
}

export function isInterfaceLanguage(value: unknown): value is InterfaceLanguage {
  return typeof value === 'string' && Object.hasOwn(words, value);
}

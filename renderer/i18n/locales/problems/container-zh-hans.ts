import type { ProblemTexts } from '../../problem-text.ts';
import { adviceZhHans as advice } from './advice-zh-hans.ts';

/** Problems of a bag's file, its container and the names in it, in simplified script. */
export const containerProblemsZhHans = {
  // The file and its container
  unreadable: {
    what: [
      '系统读不了这个文件（{{error}}）',
      '系统没能读取或拷贝这个文件（{{reason}}）',
      '系统读不了这个文件',
    ],
    advice:
      '请确认所选是文件而不是文件夹，U 盘没有拔出，磁盘没有写满，并且您有权读取，然后再试一次。',
  },
  'file-changed': {
    what: [
      '读取途中文件被改动：开始时 {{expectedBytes}}，后来 {{foundBytes}}',
      '读取途中文件被改动',
    ],
    advice: '请等拷贝或同步结束，没有别的程序在写这个文件时，再载入一次。',
  },
  'not-a-zip': {
    what: ['这不是报纸的包：全长 {{fileBytes}}，其中没有压缩包的结构', '这不是报纸的包'],
    advice: '请核对所选的文件；网页、图片或文档改了扩展名，也不能当作报纸载入。',
  },
  truncated: {
    what: [
      '文件末尾少 {{missingBytes}}：应为 {{expectedBytes}}，实得 {{fileBytes}}',
      '文件不完整，少 {{missingBytes}}',
      '文件不完整，至少少 {{missingBytesAtLeast}}',
      '文件不完整',
    ],
    advice: '多半是拷贝时中断，请从原处重新拷贝，再载入。',
  },
  'junk-before': {
    what: ['文件里多出 {{junkBytes}} 不属于包的内容，通常在开头', '文件里多出不属于包的内容'],
    advice: advice.copyAgain,
  },
  'junk-after': {
    what: ['文件末尾多出 {{junkBytes}} 不属于包的内容', '文件末尾多出不属于包的内容'],
    advice: advice.copyAgain,
  },
  'junk-between': {
    what: ['这一件之后夹着 {{junkBytes}} 目录没有记载的内容', '包里夹着目录没有记载的内容'],
    advice: advice.distrust,
  },
  'zip-comment': {
    what: 'ZIP 里附有注释，不在任何摘要的保护之内',
    advice: '阅读器不读取注释，报纸的内容不受影响；可请提供者下次制作时去掉。',
  },
  'broken-zip64': {
    what: '包的目录损坏：大文件所用的部分（zip64）缺失或自相矛盾',
    advice: advice.copyAgain,
  },
  'broken-directory': {
    what: [
      '包的目录损坏：应长 {{expected}} 字节，实得 {{found}} 字节',
      '包的目录损坏，无法据以读出内容',
    ],
    advice: advice.copyAgain,
  },
  encrypted: { what: '包里的内容加了密码', advice: '请提供者去掉密码，重新制作。' },
  'unknown-method': {
    what: ['这一件用了故纸不支持的压缩方法（编号 {{method}}）', '这一件用了故纸不支持的压缩方法'],
    advice: '请提供者改用通行的 Deflate 方法压缩，或不压缩，重新制作。',
  },
  'multi-disk': {
    what: '这是分卷压缩的文件，一卷不成一包',
    advice: '请提供者做成一个不分卷的文件。',
  },
  'lying-sizes': {
    what: [
      '这一件的长度与所记不符：应为 {{expected}} 字节，实得 {{found}} 字节',
      '这一件的长度与所记不符：应为 {{expected}} 字节，实得至少 {{foundAtLeast}} 字节',
      '这一件的长度与所记不符',
    ],
    advice: advice.copyAgain,
  },
  'headers-differ': { what: '包里对这一件的两处记载不一致', advice: advice.distrust },
  'entry-times-differ': {
    what: '包里对这一件记了两个不同的时间',
    advice: '故纸两个都不用；内容已经核对，不受影响。',
  },
  'crc-mismatch': {
    what: ['这一件已损坏：校验码应为 {{expected}}，实得 {{found}}', '这一件已损坏：校验码不符'],
    advice: advice.copyAgain,
  },
  'broken-compression': { what: '这一件的压缩数据损坏，解不开', advice: advice.copyAgain },
  'entries-overlap': {
    what: ['这一件与其后的内容重叠 {{overlapBytes}}', '这一件与其后的内容重叠'],
    advice: advice.distrust,
  },
  'ratio-too-high': {
    what: ['这一件只占 {{compressedBytes}}，解开却有 {{bytes}}', '这一件解开后大得不合常理'],
    advice: '这样的文件可以占满磁盘，请勿使用，并向提供者查问来历。',
  },
  'absurd-counts': {
    what: [
      '包自称有 {{entries}} 件，目录长 {{directoryBytes}}，不合常理',
      'archive.json 自称{{count}}为 {{claimed}}，内容里放不下这么多',
      '包自称的数目不合常理',
    ],
    advice: advice.askForWhole,
  },
  'too-large-for-disk': {
    what: [
      '空间不够：只余 {{freeBytes}}，载入需要 {{neededBytes}}',
      '载入途中空间用尽，此刻余 {{freeBytes}}',
      '空间不够，容不下这份报纸',
    ],
    advice: '请腾出磁盘空间，或把不用的报纸移出书库，再载入；所需约为文件的三倍，至少 500 MB。',
  },
  // Names of entries
  'name-climbs': {
    what: [
      '路径“{{found}}”指到包外，或指到它不该指的地方',
      '有一条路径指到包外，或指到它不该指的地方',
    ],
    advice: advice.distrust,
  },
  'name-not-normal': { what: '路径不规范：有空的一级，或写了“.”', advice: advice.remake },
  'name-absolute': { what: '路径从磁盘的根写起，指到包外', advice: advice.distrust },
  'name-backslash': {
    what: '路径里有反斜杠“\\”',
    advice: '请提供者改用“/”分隔各级文件夹，重新制作。',
  },
  'not-a-regular-file': {
    what: '这一件不是普通文件，而是链接、设备之类',
    advice: '请提供者换成文件本身，重新制作。',
  },
  'name-twice': { what: '包里有两件用同一个名字', advice: advice.remake },
  'name-ambiguous': {
    what: ['这一件有两个名字，另一个是“{{other}}”', '这一件有两个名字'],
    advice: advice.remake,
  },
  'names-collide': {
    what: ['有些电脑会把它与“{{other}}”当成同一个名字', '有些电脑会把两件当成同一个名字'],
    advice: '请提供者给其中一件改名，重新制作。',
  },
  'name-reserved': {
    what: '这个名字在 Windows 上不能用',
    advice: '内容不受影响；写成文件时，名字改成各种系统都能用的写法。',
  },
  'name-control': { what: '名字里有换行之类看不见的字符', advice: advice.remake },
  'name-not-utf8': {
    what: '名字不是 UTF-8 编码',
    advice: '请提供者用 UTF-8 记录文件名，重新制作。',
  },
  'name-too-long': {
    what: ['名字太长：全长 {{bytes}}，最长的一级 {{longestPartBytes}}', '名字太长'],
    advice: '请提供者缩短名字：全长不超过 1 000 字节，每一级不超过 255 字节。',
  },
  'no-top-folder': {
    what: '包里的文件没有收在同一个文件夹里',
    advice: '请提供者把全部文件收进一个顶层文件夹，重新制作。',
  },
} satisfies Partial<ProblemTexts>;

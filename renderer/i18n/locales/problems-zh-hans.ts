import type { ProblemTexts } from '../problem-text.ts';
import { adviceZhHans as advice } from './problems/advice-zh-hans.ts';
import { containerProblemsZhHans } from './problems/container-zh-hans.ts';
import { recordProblemsZhHans } from './problems/records-zh-hans.ts';

/** Problems of bags and of the journal, in simplified script. */
export const problemsZhHans = {
  ...containerProblemsZhHans,
  // Tag files and fixity
  'declaration-missing': {
    what: '包里没有声明文件 bagit.txt',
    advice: '这可能是普通的压缩文件，请核对所选；若确是报纸，请提供者重新制作。',
  },
  'declaration-bom': {
    what: 'bagit.txt 开头有字节顺序标记（BOM），规范不许',
    advice: '请提供者把它存成不带 BOM 的 UTF-8，重新制作。',
  },
  'bad-declaration': { what: 'bagit.txt 的这一行不合规范', advice: advice.remake },
  'bagit-version-unknown': {
    what: ['包声明的 BagIt 版本是 {{found}}，故纸只支持 1.0', '包声明的 BagIt 版本，故纸不支持'],
    advice: '请提供者按 BagIt 1.0 重新制作。',
  },
  'tag-encoding-unsupported': {
    what: ['包声明说明文件的编码是 {{found}}，故纸只支持 UTF-8', '包声明的编码，故纸不支持'],
    advice: '请提供者改用 UTF-8，重新制作。',
  },
  'tag-file-too-large': {
    what: ['这个说明文件长 {{bytes}}，上限是 {{maxBytes}}', '这个说明文件超过长度上限'],
    advice: advice.remake,
  },
  'tag-file-not-utf8': {
    what: ['这个文件的文字不合所声明的编码 {{encoding}}', '这个文件的文字不合所声明的编码'],
    advice: '请提供者用 UTF-8 存这个文件，重新制作。',
  },
  'bad-tag-line': { what: '这一行不合规范，读不出意思', advice: advice.remake },
  'manifest-missing': {
    what: '包里没有这份清单，无从校验',
    advice: advice.askForWhole,
  },
  'fetch-file': {
    what: '包里有 fetch.txt，要从网上另取内容',
    advice: '故纸不联网；请提供者把全部内容收进包里，重新制作。',
  },
  'listed-twice': {
    what: ['清单里“{{listed}}”列了两次', '清单里有一件列了两次'],
    advice: advice.remake,
  },
  'odd-manifest-path': {
    what: '清单这一行的路径前有多余的“*”或“./”',
    advice: '不妨碍校验和载入；可请提供者下次制作时去掉。',
  },
  'tag-manifest-form': {
    what: '这份清单的各行没有按路径排序，或行尾写法不是换行符',
    advice: '这份清单本身不受摘要保护，写法异常时都会报告。所列内容均相符，不妨碍载入。',
  },
  'system-file': {
    what: '夹带了操作系统自动生成的文件',
    advice: '报纸的内容不受影响；可请提供者下次制作时剔除。',
  },
  'not-in-manifest': {
    what: ['包里有这一件，清单 {{manifest}} 上没有', '包里有这一件，清单上没有'],
    advice: '它可能是事后放进去的，请提供者查明后重新制作。',
  },
  'missing-file': {
    what: ['清单 {{manifest}} 上有这一件，包里没有', '包里缺少这一件'],
    advice: advice.askForWhole,
  },
  'oxum-mismatch': {
    what: [
      '内容的字节数与件数不符：应为 {{expected}}，实得 {{found}}',
      '内容的字节数与件数，和 bag-info.txt 所记不符',
    ],
    advice: advice.askForWhole,
  },
  'digest-mismatch': {
    what: ['这一件的内容与清单 {{manifest}} 上的校验值不符', '这一件的内容与清单上的校验值不符'],
    advice: advice.copyAgain,
  },
  'media-damaged': {
    what: '这张图片已损坏，与包里的记载不符',
    advice: '文字不受影响，损坏的图片不显示；可向提供者索取完好的一份。',
  },
  'empty-folder': {
    what: '文件夹里没有文件，清单也没有列出它',
    advice: '它不含任何内容，不妨碍载入。',
  },
  'unknown-payload-file': {
    what: '清单上有这一件，但格式没有规定它的用途',
    advice: '它留在包里，不显示，也不妨碍载入。',
  },
  ...recordProblemsZhHans,
  // The journal
  'torn-end': {
    what: ['日志末尾有 {{amount}} 字节没有写完整', '日志末尾没有写完整'],
    advice: '多半是上次突然断电；这一段已另存在资料文件夹里，此前的日志照常使用。',
  },
  'damaged-line': {
    what: ['日志里有一行读不出，长 {{amount}} 字节', '日志里有一行读不出'],
    advice: '这一行所记的改动不能从日志恢复，其余照常使用。',
  },
  'missing-entries': {
    what: ['日志在这一行之前缺 {{amount}} 条', '日志在这一行之前有缺漏'],
    advice: '所缺的改动不能从日志恢复，其余照常使用。',
  },
} satisfies ProblemTexts;

import type { Gbt7714Edition, Gbt7714Options } from '../../../../archive/citation/gbt7714.ts';
import { by, type TestStory } from './story.ts';

/**
 * GB/T 7714 for newspaper stories, rule by rule. Both editions were read in reproductions of their
 * text (clauses and examples of 2015; clauses of 2025 and its examples), not in the printed
 * standards. `rests` says what the expected line stands on:
 * - `example`: an example of the standard itself, its author, title, paper and date;
 * - `clause`: the clause says it, the story is ours;
 * - `inferred`: the clause leaves it open; the comment says how it was decided.
 *
 * Width of marks: neither edition names it. 2015 is set with half-width marks and a space, as the
 * project asks; 2025 with full-width comma, colon and round brackets and half-width full stop,
 * slash and square brackets, which is how its examples are printed.
 */
export interface Gbt7714Case {
  readonly edition: Gbt7714Edition;
  readonly clause: string;
  /** The rule in our words. */
  readonly rule: string;
  readonly rests: 'example' | 'clause' | 'inferred';
  readonly story: TestStory;
  readonly options?: Gbt7714Options;
  readonly expected: string;
}

const reporters = by(['张三丰', 'reporter', '本报记者'], ['李四光', 'correspondent', '通讯员']);
const revolution = '数字革命与竞争国际化';

export const gbt7714Cases: readonly Gbt7714Case[] = [
  {
    edition: 2015,
    clause: 'A.9 [1]',
    rule: 'author, title with [N], paper, date and page in brackets',
    rests: 'example',
    story: { byline: by('丁文详'), headline: revolution },
    expected: '丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '4.4.2',
    rule: 'the form of a part of a serial, for a story of ours',
    rests: 'clause',
    story: { byline: by('丁文详') },
    expected: '丁文详. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: 'A.9 [2]',
    rule: 'Latin letters in a title stay as printed',
    rests: 'example',
    story: {
      byline: by('张田勤'),
      headline: '罪犯DNA库与生命伦理学计划',
      paper: '大众科技报',
      date: '2000-11-12',
      page: '7',
    },
    expected: '张田勤. 罪犯DNA库与生命伦理学计划[N]. 大众科技报, 2000-11-12(7).',
  },
  {
    edition: 2015,
    clause: 'A.9 [3]; 8.2.2',
    rule: 'online: the medium after a slash, the day of the visit in square brackets, the path; no page where none is known',
    rests: 'example',
    story: {
      byline: by('傅刚', '赵承', '李佳路'),
      headline: '大风沙过后的思考',
      paper: '北京青年报',
      date: '2000-01-12',
      page: '',
    },
    options: {
      online: {
        url: 'http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm',
        accessed: '2005-09-28',
      },
    },
    expected:
      '傅刚, 赵承, 李佳路. 大风沙过后的思考[N/OL]. 北京青年报, 2000-01-12[2005-09-28]. http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm.',
  },
  {
    edition: 2015,
    clause: '4.4.2 [2]; 8.2.3',
    rule: 'a subtitle after a colon, its printed dash gone',
    rests: 'example',
    story: {
      byline: by('余建斌'),
      headline: '我们的科技一直在追赶',
      deck: '——访中国工程院院长周济',
      paper: '人民日报',
      date: '2013-01-12',
      page: '2',
    },
    options: {
      online: {
        url: 'http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_5-02.htm',
        accessed: '2013-03-20',
      },
    },
    expected:
      '余建斌. 我们的科技一直在追赶: 访中国工程院院长周济[N/OL]. 人民日报, 2013-01-12(2)[2013-03-20]. http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_5-02.htm.',
  },
  {
    edition: 2015,
    clause: '8.2.3',
    rule: 'other parts of a title are given or left out as the source suggests: a deck without a dash is left out',
    // The clause leaves the choice; a deck of a newspaper is mostly a summary, not a subtitle.
    rests: 'inferred',
    story: { byline: by('丁文详'), deck: '两岸往来由半个钟头缩至四分钟' },
    expected: '丁文详. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.1 example 1',
    rule: 'the dynasty or country before a name is no part of it',
    rests: 'example',
    story: { byline: by('(明)李时珍') },
    expected: '李时珍. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.1 example 2',
    rule: 'of a westerner in Chinese characters the surname alone',
    rests: 'example',
    story: { byline: by('(瑞士)伊迪斯·乔纳斯') },
    expected: '乔纳斯. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.1 example 3',
    rule: 'a westerner with initials before the surname in Chinese characters',
    rests: 'example',
    story: { byline: by('(美)S.昂温') },
    expected: '昂温. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.1 example 5',
    rule: 'a Japanese name in full',
    rests: 'example',
    story: { byline: by('(日)丸山敏秋') },
    expected: '丸山敏秋. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.1',
    rule: 'a name with · whose country is not printed stays whole',
    // The rule is for western names; Uyghur, Tibetan and Mongol names carry the same dot.
    rests: 'inferred',
    story: { byline: by('买买提·艾力') },
    expected: '买买提·艾力. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.1 example 7',
    rule: 'a western surname first and in capitals, initials without points',
    rests: 'example',
    story: { byline: by('Albert Einstein') },
    expected: 'EINSTEIN A. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.1 example 8',
    rule: 'a double surname keeps its hyphen',
    rests: 'example',
    story: { byline: by('Amabel Williams-Ellis') },
    expected: 'WILLIAMS-ELLIS A. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.1 example 9',
    rule: 'a particle belongs to the surname',
    rests: 'example',
    story: { byline: by('Augustus De Morgan') },
    expected: 'DE MORGAN A. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.1 example 10',
    rule: 'a name in pinyin: the surname in capitals, the given name may stand in full',
    rests: 'example',
    story: { byline: by('Li Jianning') },
    expected: 'LI Jianning. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.2 example 1',
    rule: 'two authors, comma between',
    rests: 'example',
    story: { byline: by('钱学森', '刘再复') },
    expected: '钱学森, 刘再复. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.2 example 2',
    rule: 'three authors are all given',
    rests: 'example',
    story: { byline: by('李四光', '华罗庚', '茅以升') },
    expected: '李四光, 华罗庚, 茅以升. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.2 example 3',
    rule: 'of four authors the first three and 等',
    rests: 'example',
    story: { byline: by('印森林', '吴胜和', '李俊飞', '冯文杰') },
    expected: '印森林, 吴胜和, 李俊飞, 等. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.2 example 4',
    rule: 'et al. after Latin names',
    rests: 'example',
    story: {
      byline: by('Evens W. Fordham', 'Amiad Ali', 'David A. Turner', 'John R. Charters'),
    },
    expected:
      'FORDHAM E W, ALI A, TURNER D A, et al. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.3',
    rule: 'no author: a numbered list may begin with the title',
    rests: 'clause',
    story: {},
    expected: '虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.3',
    rule: 'no author: or 佚名',
    rests: 'clause',
    story: {},
    options: { anonymous: 'named' },
    expected: '佚名. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.4 example 1',
    rule: 'an office in Chinese characters as it stands',
    rests: 'example',
    story: { byline: by('中国科学院物理研究所') },
    expected: '中国科学院物理研究所. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1.4 example 3',
    rule: 'an office in Latin letters as it stands',
    rests: 'example',
    story: { byline: by('American Chemical Society') },
    expected: 'American Chemical Society. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.1',
    rule: 'roles are no part of a name',
    rests: 'inferred', // The clause speaks of names only; 本报记者 is none.
    story: { byline: reporters },
    expected: '张三丰, 李四光. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '5; 8.1',
    rule: 'the story itself is the source: a byline printed in its first line counts',
    rests: 'inferred',
    story: { lead: '本报讯（记者 陶野 通讯员 卫犇）东津水位今晨回落。' },
    expected: '陶野, 卫犇. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '3.2',
    rule: 'who answers for the content is an author: photographers and editors are none',
    rests: 'inferred',
    story: {
      byline: by('秦墨', ['白露', 'photographer', '摄影'], ['章灼', 'editor', '责任编辑']),
    },
    expected: '秦墨. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '4.4.1',
    rule: 'the elements of a part of a serial have no other contributors: a translator is left out',
    rests: 'clause',
    story: { byline: by('契诃夫', ['林乔', 'translator', '林乔译']) },
    expected: '契诃夫. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '8.4.3.2',
    rule: 'the date of a paper is YYYY-MM-DD',
    rests: 'example',
    story: { byline: by('丁文详'), date: '2013-01-08' },
    expected: '丁文详. 虚假新闻的治理[N]. 中国青年报, 2013-01-08(15).',
  },
  {
    edition: 2015,
    clause: '8.4.3.1; 8.4.3.2',
    rule: 'western years: a date of the Republic is converted',
    // 8.4.3.1 sets the other calendar in round brackets after a *year*; after the date of a paper
    // those brackets hold the page (7.2), so the printed form is kept in the note of the item.
    rests: 'inferred',
    story: {
      byline: by('沈聽瀾'),
      headline: '瀾安輪擱淺一夜',
      paper: '瀾江新報',
      language: 'zh-Hant',
      date: '1934',
      page: '1',
      issueNotes: ['中華民國二十三年九月十六日　星期日'],
    },
    expected: '沈聽瀾. 瀾安輪擱淺一夜[N]. 瀾江新報, 1934-09-16(1).',
  },
  {
    edition: 2015,
    clause: '8.4.3.3',
    rule: 'an estimated year in square brackets',
    rests: 'clause',
    story: { byline: by('丁文详'), date: '1936~' },
    expected: '丁文详. 虚假新闻的治理[N]. 中国青年报, [1936](15).',
  },
  {
    edition: 2015,
    clause: '8.4.3.2',
    rule: 'a day that is not known is left out',
    rests: 'inferred',
    story: { byline: by('丁文详'), date: '1934-09' },
    expected: '丁文详. 虚假新闻的治理[N]. 中国青年报, 1934-09(15).',
  },
  {
    edition: 2015,
    clause: '8.8.5 example',
    rule: 'date, then the page in round brackets',
    rests: 'example',
    story: { byline: by('丁文详'), date: '2013-03-16', page: '1' },
    expected: '丁文详. 虚假新闻的治理[N]. 中国青年报, 2013-03-16(1).',
  },
  {
    edition: 2015,
    clause: '8.8.5',
    rule: 'a page with a letter stays as printed',
    rests: 'inferred',
    story: { byline: by('丁文详'), page: 'A03' },
    expected: '丁文详. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(A03).',
  },
  {
    edition: 2015,
    clause: '6.2',
    rule: 'numbers of volumes, pages and the like in Arabic figures: 第十五版',
    rests: 'inferred', // The clause lists 版次; in newspapers that is the page.
    story: { byline: by('丁文详'), page: '第十五版' },
    expected: '丁文详. 虚假新闻的治理[N]. 中国青年报, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '6.1',
    rule: 'the language of the source: traditional characters stay',
    rests: 'clause',
    story: { headline: '論報紙應留全份', paper: '瀾江新報', language: 'zh-Hant' },
    options: { anonymous: 'named' },
    expected: '佚名. 論報紙應留全份[N]. 瀾江新報, 2000-11-20(15).',
  },
  {
    edition: 2015,
    clause: '7.2',
    rule: 'square brackets hold what the citer supplies: the word that the paper is a sample',
    rests: 'inferred',
    story: { byline: by('闻一舟'), paper: '澜江日报', isSample: true },
    expected: '闻一舟. 虚假新闻的治理[N]. 澜江日报[样报], 2000-11-20(15).',
  },
  {
    edition: 2025,
    clause: '8.5.3 [1]; B.4 [2]',
    rule: 'the same elements, full-width comma and brackets',
    rests: 'example',
    story: { byline: by('丁文详'), headline: revolution },
    expected: '丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）.',
  },
  {
    edition: 2025,
    clause: 'B.4 [6]; 8.5.2',
    rule: 'online: medium and path, no day of the visit; a column in the title stays as printed',
    rests: 'example',
    story: {
      byline: by('陈缮真'),
      headline: '探索微观世界的无穷奥秘（科技大观）',
      paper: '人民日报',
      date: '2022-08-16',
      page: '17',
    },
    options: {
      online: {
        url: 'http://paper.people.com.cn/rmrb/html/2022-08/16/nw.D110000renmrb_20220816_317.htm',
        accessed: '2025-01-01',
      },
    },
    expected:
      '陈缮真. 探索微观世界的无穷奥秘（科技大观）[N/OL]. 人民日报，2022-08-16（17）. http://paper.people.com.cn/rmrb/html/2022-08/16/nw.D110000renmrb_20220816_317.htm.',
  },
  {
    edition: 2025,
    clause: '7.1.1 example 7',
    rule: 'a western surname with one capital',
    rests: 'example',
    story: { byline: by('Albert Einstein') },
    expected: 'Einstein A. 虚假新闻的治理[N]. 中国青年报，2000-11-20（15）.',
  },
  {
    edition: 2025,
    clause: '7.1.1 example 11',
    rule: 'initials keep their hyphen',
    rests: 'example',
    story: { byline: by('Jean-Luc Godard') },
    expected: 'Godard J-L. 虚假新闻的治理[N]. 中国青年报，2000-11-20（15）.',
  },
  {
    edition: 2025,
    clause: '7.1.1',
    rule: 'a name in pinyin keeps its given name in full',
    rests: 'clause',
    story: { byline: by('Wang Shanshan') },
    expected: 'Wang Shanshan. 虚假新闻的治理[N]. 中国青年报，2000-11-20（15）.',
  },
  {
    edition: 2025,
    clause: '7.1.2 example 3',
    rule: 'of four authors the first three and 等',
    rests: 'example',
    story: { byline: by('印森林', '吴胜和', '李俊飞', '冯文杰') },
    expected: '印森林，吴胜和，李俊飞，等. 虚假新闻的治理[N]. 中国青年报，2000-11-20（15）.',
  },
  {
    edition: 2025,
    clause: '7.1.3',
    rule: 'no author: a numbered list may begin with the title',
    rests: 'clause',
    story: {},
    expected: '虚假新闻的治理[N]. 中国青年报，2000-11-20（15）.',
  },
  {
    edition: 2025,
    clause: '7.2.1',
    rule: 'no title: one is made up and set in square brackets',
    rests: 'clause',
    story: { byline: by('丁文详'), headline: '' },
    expected: '丁文详. [无题][N]. 中国青年报，2000-11-20（15）.',
  },
  {
    edition: 2025,
    clause: '7.2.3; 8.5.2',
    rule: 'other parts of a title are given wherever there are any',
    rests: 'clause',
    story: {
      byline: by('丁文详'),
      headline: '老渡口送走最后一班船',
      deck: '六十二年摆渡成追忆\n两岸往来由半个钟头缩至四分钟',
    },
    expected:
      '丁文详. 老渡口送走最后一班船：六十二年摆渡成追忆　两岸往来由半个钟头缩至四分钟[N]. 中国青年报，2000-11-20（15）.',
  },
  {
    edition: 2025,
    clause: '8.5.3; B.4 [4]',
    rule: 'a translator after the title, 译 after a comma',
    rests: 'clause',
    story: { byline: by('久保智康', ['顾幼静', 'translator', '顾幼静译']) },
    expected: '久保智康. 虚假新闻的治理[N]. 顾幼静，译. 中国青年报，2000-11-20（15）.',
  },
  {
    edition: 2025,
    clause: '7.5.4.2; 8.5.1.4',
    rule: 'the date of a paper is YYYY-MM-DD, the page in brackets after it',
    rests: 'example',
    story: { byline: by('丁文详'), date: '2013-03-16', page: '1' },
    expected: '丁文详. 虚假新闻的治理[N]. 中国青年报，2013-03-16（1）.',
  },
  {
    edition: 2025,
    clause: '7.5.4.3',
    rule: 'an estimated year in square brackets',
    rests: 'clause',
    story: { byline: by('丁文详'), date: '1936~' },
    expected: '丁文详. 虚假新闻的治理[N]. 中国青年报，[1936]（15）.',
  },
  {
    edition: 2025,
    clause: '6.2',
    rule: 'square brackets hold what the citer supplies: the word that the paper is a sample',
    rests: 'inferred',
    story: {
      byline: by('沈聽瀾'),
      headline: '瀾安輪擱淺一夜',
      paper: '瀾江新報',
      language: 'zh-Hant',
      isSample: true,
    },
    expected: '沈聽瀾. 瀾安輪擱淺一夜[N]. 瀾江新報[樣報]，2000-11-20（15）.',
  },
];

import { describe, expect, it } from 'vitest';
import { authorsOf, creditsOf } from '../../../../archive/citation/credits.ts';
import { by, testArticle, type TestStory } from './story.ts';

function namesOf(story: TestStory): readonly string[] {
  return authorsOf(testArticle(story)).map(({ name }) => name);
}

describe('authors of a byline', () => {
  it.each<[string, TestStory['byline'] & {}, readonly string[]]>([
    [
      'reporters and correspondents',
      by(['闻一舟', 'reporter', '本报记者'], ['柳汀', 'correspondent', '通讯员']),
      ['闻一舟', '柳汀'],
    ],
    [
      'trainees and interns',
      by(['程雨禾', 'trainee', '见习记者'], ['苗垚', 'intern', '实习生']),
      ['程雨禾', '苗垚'],
    ],
    ['hosts', by(['方砚', 'host', '主持人　本报记者']), ['方砚']],
    ['no photographers', by(['白露', 'photographer', '摄影']), []],
    ['photographers who wrote too', by(['白露', 'photographer', '摄影报道']), ['白露']],
    ['no reporters who only took the picture', by(['白露', 'reporter', '摄影记者']), []],
    ['no editors', by(['章灼', 'editor', '责任编辑']), []],
    ['no translators', by(['林喬', 'translator', '林喬譯']), []],
    [
      'others by what is printed',
      by(
        ['甲士', 'other', '整理'],
        ['乙士', 'other', '版式'],
        ['丙士', 'other', '校对'],
        ['丁士', 'other'],
      ),
      ['甲士', '丁士'],
    ],
    ['offices', by(['澜江市航务管理处', 'author']), ['澜江市航务管理处']],
    ['each once', by('闻一舟', ['闻一舟', 'host', '主持人']), ['闻一舟']],
    [
      'no role words before a name',
      by(['本报记者 顾春台', 'reporter'], ['通讯员柳汀', 'correspondent']),
      ['顾春台', '柳汀'],
    ],
    ['nobody where only a role is printed', by(['本报记者', 'reporter'], ['本报讯', 'other']), []],
    [
      'an office named after a role',
      by(['本报评论员', 'author'], ['记者之家', 'author']),
      ['记者之家'],
    ],
    [
      'several in one field',
      by(['陶野、秦墨', 'reporter'], ['孟小满　罗湛', 'reporter']),
      ['陶野', '秦墨', '孟小满', '罗湛'],
    ],
    ['characters set apart', by(['王　芳', 'reporter']), ['王芳']],
  ])('%s', (_, byline, expected) => {
    expect(namesOf({ byline })).toEqual(expected);
  });

  it('keeps role and label beside the name', () => {
    expect(creditsOf(testArticle({ byline: by(['通讯员　柳汀', 'other']) })).credits).toEqual([
      { name: '柳汀', role: 'correspondent', label: '通讯员' },
    ]);
  });

  it('takes 等 off the last name and remembers it', () => {
    const { credits, hasMore } = creditsOf(testArticle({ byline: by('陶野、秦墨等') }));
    expect(credits.map(({ name }) => name)).toEqual(['陶野', '秦墨']);
    expect(hasMore).toBe(true);
  });
});

describe('authors in the first line of a story', () => {
  it.each<[string, readonly string[]]>([
    ['本报讯（记者　顾春台）今晨', ['顾春台']],
    ['本报讯（见习记者 顾青禾）昨日', ['顾青禾']],
    ['本报讯(首席记者 周文 实习生 李雨)今年', ['周文', '李雨']],
    ['本报讯（记者 陶野 通讯员 卫犇）4日', ['陶野', '卫犇']],
    ['本报讯（记者陶野 通讯员卫健）4日', ['陶野', '卫健']],
    ['本報訊（記者 沈聽瀾）昨日', ['沈聽瀾']],
    ['本报东津5月17日电（记者 闻一舟、柳汀）', ['闻一舟', '柳汀']],
    ['新华社北京9月1日电（记者 张三丰）', ['张三丰']],
    ['（本报记者 秦墨）', ['秦墨']],
    ['本报讯（记者 王 芳 李 明）', ['王芳', '李明']],
    ['本报讯（驻京记者 欧阳小满）', ['欧阳小满']],
    ['本报讯（澜江日报首席记者 周文）', ['周文']],
    ['本报讯（记者 买买提·艾力）', ['买买提·艾力']],
    ['本报讯（记者 陶野 文 白露 摄）', ['陶野']],
    ['本报讯（记者 陶野 文/图）', ['陶野']],
    ['本报讯（文/记者 陶野 图/记者 白露）', ['陶野']],
    ['本报讯（文/记者 陶野 图/记者 白露 秦墨）', ['陶野']],
    ['本报讯（记者 白露 摄影报道）', ['白露']],
    // Brackets that are no byline.
    ['本报讯（记者获悉）', []],
    ['本报讯（记者日前获悉，三桥将通车）', []],
    ['本报讯（记者从市水文站了解到）', []],
    ['本报讯（记者 陶野 昨日从市里获悉）', []],
    ['本报讯（编辑 章灼）', []],
    ['本报讯（记者 白露 摄）', []],
    ['本报讯（5月4日）', []],
    ['本报讯 昨日，（记者 陶野）', []],
    ['记者（陶野）昨日', []],
    ['三桥通车了（记者 陶野）', []],
    ['（图为记者 陶野）', []],
    ['本报讯（）', []],
  ])('%s', (lead, expected) => {
    expect(namesOf({ lead })).toEqual(expected);
  });

  it('counts only where the byline names no author', () => {
    const lead = '本报讯（记者 陶野）今晨';
    expect(namesOf({ byline: by('秦墨'), lead })).toEqual(['秦墨']);
    expect(namesOf({ byline: by(['白露', 'photographer', '摄影']), lead })).toEqual(['陶野']);
  });

  it('keeps roles apart', () => {
    const { credits } = creditsOf(
      testArticle({
        lead: '本报讯（首席记者 周文 见习记者 黄熠 通讯员 李明 实习生 冉楠 白露 摄）',
      }),
    );
    expect(credits.map(({ role }) => role)).toEqual([
      'chief-reporter',
      'trainee',
      'correspondent',
      'photographer',
      'photographer',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import {
  endOpenness,
  enumerator,
  startOrphanhood,
} from '../../../../../archive/import/newspaper-page/paragraph-edges.ts';
import { foldText } from '../../../../../archive/import/newspaper-page/fold-text.ts';
import { recogniseBoxTitle } from '../../../../../archive/import/newspaper-page/recognise-box-title.ts';
import {
  recognisePeople,
  recogniseSigned,
} from '../../../../../archive/import/newspaper-page/recognise-byline.ts';
import {
  findInlineCaption,
  isCredit,
  recogniseCaption,
} from '../../../../../archive/import/newspaper-page/recognise-caption.ts';
import {
  recogniseFurniture,
  recogniseJump,
} from '../../../../../archive/import/newspaper-page/recognise-furniture.ts';
import {
  recogniseLead,
  recogniseSignOff,
} from '../../../../../archive/import/newspaper-page/recognise-lead.ts';
import { speakerLength } from '../../../../../archive/import/newspaper-page/recognise-speaker.ts';
import { emptyWordTable } from '../../../../../archive/import/newspaper-page/word-table.ts';
import {
  danglingCost,
  seamGain,
} from '../../../../../archive/import/newspaper-page/word-likelihood.ts';
import { packedWords } from '../../../../bench/restore/packed-words.ts';

const words = packedWords();
const fold = (text: string): string => foldText(text, words);

function people(text: string): string | null {
  const found = recognisePeople(fold(text), 0, text.length, false);
  return (
    found
      ?.map(({ role, label, name }) => `${text.slice(...label)}|${text.slice(...name)}|${role}`)
      .join(' ') ?? null
  );
}

describe('bylines', () => {
  test.each([
    ['本报记者 闻一舟', '本报记者|闻一舟|reporter'],
    [
      '□本报首席记者 闻一舟 见习记者 程雨禾',
      '本报首席记者|闻一舟|chief-reporter 见习记者|程雨禾|trainee',
    ],
    ['记者　闻一舟　通讯员　柳汀', '记者|闻一舟|reporter 通讯员|柳汀|correspondent'],
    ['本报记者 闻一舟、顾春台', '本报记者|闻一舟|reporter |顾春台|reporter'],
    ['首席记者 闻一舟 实习生 戴小舟', '首席记者|闻一舟|chief-reporter 实习生|戴小舟|intern'],
    ['文/闻一舟 图/白露', '文|闻一舟|author 图|白露|photographer'],
    ['本報記者 沈聽瀾', '本報記者|沈聽瀾|reporter'],
    ['■闻一舟', '|闻一舟|author'],
    ['本报评论员 方砚', '本报评论员|方砚|author'],
  ])('%s', (text, expected) => {
    expect(people(text)).toBe(expected);
  });

  test.each([
    '江水今天退到十八米五',
    '记者从市航务处获悉',
    '闻一舟',
    '渡口街面馆开张，排队的人不少',
  ])('no byline: %s', (text) => {
    expect(people(text)).toBeNull();
  });

  test('labels behind a name', () => {
    expect(recogniseSigned('林乔译')?.role).toBe('translator');
    expect(recogniseSigned('澜江观鸟会供稿')?.role).toBe('author');
    expect(recogniseSigned('渡轮停航，改走新桥')).toBeNull();
  });
});

describe('leads', () => {
  test.each([
    ['本报讯(首席记者 闻一舟 实习生 戴小舟)今年是建桥年，江上很忙。', '本报讯', 2],
    ['本报讯　昨日零时，新桥通车，两岸居民步行过江。', '本报讯', 0],
    ['本报东津5月17日电（记者 闻一舟 通讯员 柳汀）渡轮昨晚停航。', '本报东津5月17日电', 2],
    ['新华社北京7月15日电（记者张三）会议今天召开，通过决议。', '新华社北京7月15日电', 1],
    ['據中央社臺北三十日電　颱風今晨登陸，風力甚強。', '據中央社臺北三十日電', 0],
    ['（记者 闻一舟）昨天上午，江边来了一群水鸟，停了半天。', '', 1],
    ['【本报讯】昨天上午，江边来了一群水鸟，停了半天。', '【本报讯】', 0],
    ['记者王大明／台北报道 昨天上午，江边来了一群水鸟。', '台北报道', 1],
    ['陽渚十五日電　橋墩昨日合龍，工人相慶。', '陽渚十五日電', 0],
  ])('%s', (text, dateline, count) => {
    const lead = recogniseLead(fold(text));
    expect(lead?.dateline ? text.slice(...lead.dateline) : '').toBe(dateline);
    expect(lead?.people).toHaveLength(count);
  });

  test.each([
    '本报电话：023-66990011，欢迎来电',
    '江水退了一级台阶。',
    '本报员工昨日参加植树，种下三百棵。',
  ])('no lead: %s', (text) => {
    expect(recogniseLead(fold(text))).toBeNull();
  });

  test('people signed at the end of a text', () => {
    const text = '鸡也说可以，灯就这样装好了。（本报记者 闻一舟）';
    expect(recogniseSignOff(fold(text))?.people).toHaveLength(1);
    expect(recogniseSignOff(fold('鸡也说可以（笑），灯就这样装好了。'))).toBeNull();
  });
});

describe('captions and credits', () => {
  test.each([
    '记者 白露 摄',
    '（受访单位供图）',
    '本报资料图片',
    '新华社发',
    '记者 白露 摄/视觉澜江',
    '白露 摄',
    '图片来源：市图书馆',
  ])('credit: %s', (text) => {
    expect(isCredit(fold(text))).toBe(true);
  });

  test.each(['江水今天退到十八米五。', '渡口的钟', '本报记者 闻一舟 通讯员 柳汀'])(
    'no credit: %s',
    (text) => {
      expect(isCredit(fold(text))).toBe(false);
    },
  );

  test('a caption ends where its credit begins', () => {
    const text = '图为末班船靠岸。 记者 白露 摄';
    const found = recogniseCaption(fold(text), false);
    expect(found && text.slice(...found.caption)).toBe('图为末班船靠岸。');
    expect(found && text.slice(...found.credit)).toBe('记者 白露 摄');
  });

  test('a caption inside a paragraph', () => {
    const text = '江边的人图为末班船靠岸。记者 白露 摄都停下来看。';
    const found = findInlineCaption(fold(text));
    expect(found && text.slice(...found)).toBe('图为末班船靠岸。记者 白露 摄');
  });
});

describe('the page itself', () => {
  test.each([
    ['2019年5月18日　星期六', 'date'],
    ['中華民國二十三年九月十六日　星期日', 'date'],
    ['第2版 要闻', 'page-number'],
    ['A03', 'page-number'],
    ['责任编辑：方砚　电话：023-66990011', 'staff'],
    ['本版责编 方砚　美编 白露　校对 靳禾', 'staff'],
    ['投稿邮箱：paper@lanjiang.example', 'contact'],
    ['国内统一连续出版物号 CN 50-0001', 'masthead'],
    ['广告', 'advertisement'],
    ['导 读', 'guide'],
    ['新桥今日通车　详见2版', 'guide'],
  ])('%s', (text, role) => {
    expect(recogniseFurniture(fold(text))).toBe(role);
  });

  test.each([
    '新桥今日通车',
    '5路车换新',
    '江水退到十八米五，步道开放。',
    '一夜之间　搬完一座市场',
  ])('not furniture: %s', (text) => {
    expect(recogniseFurniture(fold(text))).toBeNull();
  });

  test('jumps to and from other pages', () => {
    expect(recogniseJump(fold('（下转第2版）'))).toEqual({ direction: 'on', page: '2' });
    expect(recogniseJump(fold('(上接1版)'))).toEqual({ direction: 'from', page: '1' });
    expect(recogniseJump(fold('续见第二张'))).toEqual({ direction: 'on', page: '二' });
    expect(recogniseJump(fold('转身走了'))).toBeNull();
  });

  test('box titles', () => {
    expect(
      ['核心提示', '编者按', '相关链接', '澜报圆桌会', '新桥通车'].map((text) =>
        recogniseBoxTitle(text),
      ),
    ).toEqual(['abstract', 'abstract', 'aside', 'participants', null]);
  });

  test('speakers', () => {
    expect(speakerLength(fold('记者：船停了吗？'))).toBe(3);
    expect(speakerLength(fold('电话：12345678'))).toBe(0);
  });
});

describe('torn edges', () => {
  test.each([
    ['江水退到十八米五。', 0],
    ['“晒干了就是一层壳。”', 0],
    ['他说：“退一级，洗一级', 1],
    ['江水退了，', 1],
    ['（本报记者 闻一舟）', 0],
  ])('%s', (text, isOpen) => {
    expect(endOpenness(fold(text)) > 0.4).toBe(isOpen === 1);
  });

  test('starts that cannot stand alone', () => {
    expect(startOrphanhood(fold('，江水退了。'), words)).toBe(1);
    expect(startOrphanhood(fold('其次，要修码头。'), words)).toBe(-1);
    expect(startOrphanhood(fold('们都停下来看。'), words)).toBeGreaterThan(0.5);
  });

  test('words across a seam', () => {
    expect(seamGain('渡轮沿江开往重', '庆的航线', words)).toBeGreaterThan(3);
    expect(seamGain('江水退了', '渡轮开航', words)).toBe(0);
    expect(seamGain('渡轮沿江开往重', '庆的航线', emptyWordTable)).toBe(0);
    expect(danglingCost('共享平', words)).toBeGreaterThan(0);
    expect(danglingCost('共享平台', words)).toBe(0);
  });

  test('counted points', () => {
    expect(enumerator('首先，')).toEqual({ series: '首先', place: 1 });
    expect(enumerator('三是产业')).toEqual({ series: '一是', place: 3 });
    expect(enumerator('十二、附则')).toEqual({ series: '一、', place: 12 });
    expect(enumerator('一座桥')).toBeNull();
  });
});

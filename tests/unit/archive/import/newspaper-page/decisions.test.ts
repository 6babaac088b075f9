import { describe, expect, test } from 'vitest';
import type { PageDecision } from '../../../../../archive/import/newspaper-page/page-decisions.ts';
import {
  parseDecisions,
  serializeDecisions,
  withDecision,
} from '../../../../../archive/import/newspaper-page/page-decisions.ts';
import { restorePage } from '../../../../../archive/import/newspaper-page/restore-page.ts';
import type { RestoredPage } from '../../../../../archive/import/newspaper-page/restored-page.ts';
import { packedWords } from '../../../../bench/restore/packed-words.ts';
import { characterCounts, printedTexts } from './printed-characters.ts';

const words = packedWords();
const page = `# 老渡口送走最后一班船

本报讯（记者 闻一舟）渡轮昨晚停航，船长把缆绳绕了

五道，比平日多两道。船员转入江岸巡护队。

船上的铜钟由博物馆收藏，先清洗后拓片。

# 图书馆夜里多开两小时

本报讯（记者 秦墨）图书馆自习室延长开放，读者可坐到十点。

馆员说，灯和椅子都够用，茶水自带。
`;

const restore = (decisions: readonly PageDecision[], markdown = page): RestoredPage =>
  restorePage(markdown, { words, decisions });
const paragraphs = (restored: RestoredPage): string[][] =>
  restored.stories.map(({ blocks }) =>
    blocks.map(({ block }) => ('text' in block ? block.text.slice(0, 6) : block.type)),
  );
const anchor = (text: string, markdown = page) => ({
  start: markdown.indexOf(text),
  quote: markdown.slice(markdown.indexOf(text)).split('\n')[0]?.slice(0, 24) ?? '',
});

describe('decisions of a person', () => {
  const untouched = restore([]);

  test('the page as it comes', () => {
    expect(paragraphs(untouched)).toEqual([
      ['渡轮昨晚停航', '船上的铜钟由'],
      ['图书馆自习室', '馆员说，灯和'],
    ]);
    expect(untouched.stories[0]?.joins).toHaveLength(1);
  });

  test('a join is undone and made', () => {
    const [join] = untouched.stories[0]?.joins ?? [];
    if (!join) throw new Error('no join to undo');
    const undone = restore([
      { kind: 'join', first: join.first, second: join.second, isJoined: false },
    ]);
    expect(paragraphs(undone)[0]).toEqual(['渡轮昨晚停航', '五道，比平日', '船上的铜钟由']);
    const made = restore([
      { kind: 'join', first: anchor('五道'), second: anchor('船上的铜钟'), isJoined: true },
    ]);
    expect(paragraphs(made)[0]).toEqual(['渡轮昨晚停航']);
    expect(made.stories[0]?.joins.at(-1)?.confidence).toBe(1);
  });

  test('a block is moved into another story and behind a block', () => {
    const story = untouched.stories[1]?.anchor ?? anchor('');
    const moved = restore([
      { kind: 'move', unit: anchor('船上的铜钟'), story, after: anchor('本报讯（记者 秦墨') },
    ]);
    expect(paragraphs(moved)).toEqual([
      ['渡轮昨晚停航'],
      ['图书馆自习室', '船上的铜钟由', '馆员说，灯和'],
    ]);
  });

  test('a block is split', () => {
    const at = page.indexOf('船员转入');
    const split = restore([{ kind: 'split', at, quote: '船员转入江岸' }]);
    expect(paragraphs(split)[0]).toContain('船员转入江岸');
  });

  test('roles are set', () => {
    const set = (text: string, role: Extract<PageDecision, { kind: 'role' }>['role']) =>
      restore([{ kind: 'role', unit: anchor(text), role }]);
    expect(set('馆员说', 'section-head').stories[1]?.blocks.at(-1)?.block.type).toBe('heading');
    expect(set('馆员说', 'headline').stories).toHaveLength(3);
    expect(set('馆员说', 'deck').stories[1]?.deck).toBe('馆员说，灯和椅子都够用，茶水自带。');
    expect(set('图书馆夜里', 'banner').furniture).toHaveLength(1);
    expect(set('船上的铜钟', 'caption').stories[0]?.blocks.at(-1)?.block.type).toBe('figure');
  });

  test('whatever is decided, no character is lost', () => {
    const decisions: PageDecision[] = [
      { kind: 'role', unit: anchor('图书馆夜里'), role: 'section-head' },
      { kind: 'role', unit: anchor('船上的铜钟'), role: 'headline' },
      { kind: 'join', first: anchor('五道'), second: anchor('馆员说'), isJoined: true },
      { kind: 'split', at: page.indexOf('船员转入'), quote: '船员' },
    ];
    expect(characterCounts(printedTexts(restore(decisions)))).toEqual(
      characterCounts([page.replace(/^# /gmu, '')]),
    );
  });

  test('decisions find their blocks again when the source has moved, or say that they do not', () => {
    const decision: PageDecision = { kind: 'role', unit: anchor('馆员说'), role: 'section-head' };
    const moved = `2019年5月18日　星期六\n\n${page}`;
    expect(restore([decision], moved).stories[1]?.blocks.at(-1)?.block.type).toBe('heading');
    const changed = page.replace('馆员说，灯和椅子', '管理员说，桌子');
    expect(restore([decision], changed).problems.map(({ code }) => code)).toEqual([
      'decision-without-place',
    ]);
  });

  test('the sidecar file is read back, foreign files are not', () => {
    const decision: PageDecision = { kind: 'role', unit: anchor('馆员说'), role: 'deck' };
    const other: PageDecision = { ...decision, role: 'banner' };
    expect(parseDecisions(serializeDecisions([decision]))?.decisions).toEqual([decision]);
    expect(withDecision([decision], other)).toEqual([other]);
    expect(parseDecisions('{"format":"other"}')).toBeNull();
    expect(parseDecisions('not json')).toBeNull();
    const odd = '{"format":"guzhi-page-decisions","formatVersion":1,"decisions":[{"kind":"fly"}]}';
    expect(parseDecisions(odd)?.decisions).toEqual([]);
  });
});

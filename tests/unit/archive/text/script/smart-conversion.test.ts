import { beforeAll, describe, expect, test } from 'vitest';
import type { Script } from '../../../../../archive/text/script/configuration.ts';
import { loadScriptEngine } from '../../../../../archive/text/script/script-engine.ts';
import type { ScriptEngine } from '../../../../../archive/text/script/script-engine.ts';
import {
  dictionaryBuffer,
  openEngine,
  readPrintedSentences,
  readSentences,
} from './script-material.ts';

let engine: ScriptEngine;
beforeAll(async () => {
  engine = await openEngine();
}, 60_000);

describe('sentences', () => {
  const targets = ['hant', 'tw', 'twp', 'hk'] as const;

  test.each(targets)('all that the word lists were written with are right in %s', (to) => {
    for (const sentence of readSentences('tuning')) {
      expect(engine.convert(sentence.hans, { from: 'hans', to }).text).toBe(sentence[to]);
    }
  });

  test.each(targets)('of those kept apart at least 97 in 100 are right in %s', (to) => {
    const checked = readSentences('held-out');
    const right = checked.filter(
      (sentence) => engine.convert(sentence.hans, { to }).text === sentence[to],
    );
    expect(right.length / checked.length).toBeGreaterThanOrEqual(0.97);
  });

  test.each(['tuning', 'held-out'] as const)('written in traditional script: the %s set', (set) => {
    const all = readPrintedSentences(set);
    const right = all.filter(
      ({ from, printed, hans }) =>
        engine.convert(printed, { to: 'hans', assume: from }).text === hans,
    );
    expect(right.length / all.length).toBeGreaterThanOrEqual(0.97);
  });

  test.each(['hant', 'tw', 'hk'] as const)('from %s back to simplified', (from) => {
    const all = [...readSentences('tuning'), ...readSentences('held-out')];
    const right = all.filter(
      (sentence) => engine.convert(sentence[from], { from, to: 'hans' }).text === sentence.hans,
    );
    expect(right.length / all.length).toBeGreaterThanOrEqual(0.97);
  });
});

describe('words', () => {
  const cases: readonly (readonly [Script, string, string])[] = [
    ['tw', '于主任与余市长、范教授谈起岳师傅。', '于主任與余市長、范教授談起岳師傅。'],
    ['tw', '会议定于5月举行，记者于昨日获悉。', '會議定於5月舉行，記者於昨日獲悉。'],
    ['tw', '三天后，天后宫开放。', '三天後，天后宮開放。'],
    ['tw', '他一出门就看了一出好戏。', '他一出門就看了一齣好戲。'],
    ['twp', '各国支持和平进程，声明已经发布。', '各國支持和平進程，聲明已經發佈。'],
    ['twp', '程序员说，法律程序与应用程序是两回事。', '程式設計師說，法律程序與應用程式是兩回事。'],
    ['tw', '调度室于主任说，位于主任办公室旁。', '調度室于主任說，位於主任辦公室旁。'],
    ['tw', '车主姓里，六十岁。', '車主姓里，六十歲。'],
    ['hk', '台风过后，他在里弄里吃面。', '颱風過後，他在里弄裏吃麪。'],
  ];
  test.each(cases)('to %s: %s', (to, source, wanted) => {
    expect(engine.convert(source, { to }).text).toBe(wanted);
  });

  test('the forms of old print become simplified as well', () => {
    const convert = (text: string) => engine.convert(text, { from: 'hant', to: 'hans' }).text;
    expect(convert('淸晨於鄕間，戰鬪旣起，吿示値班')).toBe('清晨于乡间，战斗既起，告示值班');
  });

  test('the vocabulary of Taiwan goes back without turning news into software', () => {
    const options = { from: 'twp', to: 'hans' } as const;
    expect(engine.convert('支援專案、執行程序，網路與軟體', options).text).toBe(
      '支援专案、执行程序，网络与软件',
    );
  });
});

describe('detection', () => {
  test.each([
    ['头发白了', 'hans'],
    ['頭髮白了', 'hant'],
    ['他在看天', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (text, script) => {
    expect(engine.detectScript(text)).toBe(script);
  });

  test('each paragraph is converted from its own script', () => {
    const text = '理发师的头发\n皇后與後來\n里面';
    expect(engine.convert(text, { to: 'hant', assume: 'hans' }).text).toBe(
      '理髮師的頭髮\n皇后與後來\n裏面',
    );
    expect(engine.convert(text, { to: 'hans' }).text).toBe('理发师的头发\n皇后与后来\n里面');
  });

  test('traditional paragraphs have the region that the archive says', () => {
    expect(engine.convert('軟體發展', { to: 'hans', assume: 'twp' }).text).toBe('软件发展');
    expect(engine.convert('軟體發展', { to: 'hans', assume: 'hant' }).text).toBe('软体发展');
  });
});

describe('glossaries', () => {
  test('the first one that knows a word decides, the longest word before shorter ones', () => {
    const reader = [{ source: '后海', target: '后海' }];
    const archive = [
      { source: '后海', target: '後海' },
      { source: '后海湾', target: '后海灣' },
    ];
    const convert = (text: string) =>
      engine.convert(text, { to: 'hant', from: 'hans', glossaries: [reader, archive] }).text;
    expect(convert('后海与后海湾')).toBe('后海與后海灣');
  });

  test('an entry can count for some scripts only', () => {
    const glossaries = [[{ source: '台中', target: '台中', to: ['tw'] as const }]];
    expect(engine.convert('台中', { from: 'hans', to: 'tw', glossaries }).text).toBe('台中');
    expect(engine.convert('台中', { from: 'hans', to: 'hant', glossaries }).text).toBe('臺中');
  });

  test('a word that cuts through a whole leaves the rest to the dictionaries', () => {
    const glossaries = [[{ source: '息化', target: '息化' }]];
    const conversion = engine.convert('信息化', { from: 'hans', to: 'twp', glossaries });
    expect(conversion.text).toBe('信息化');
    expect(conversion.runs).toEqual([{ kind: 'each', source: 3, target: 3 }]);
  });
});

describe('ambiguities', () => {
  test('are the characters that no word settles', () => {
    const text = '他把头发剪了，只有发。';
    const found = engine.ambiguities(text, { from: 'hans', to: 'tw' });
    expect(found.map(({ source, chosen }) => [source.start, chosen])).toEqual([[9, '發']]);
    expect(found[0]?.candidates).toEqual(['發', '髮']);
    expect(found[0]?.decidedBy).toBe('frequency');
  });

  test('leave out what a glossary settles, and text that keeps its script', () => {
    const glossaries = [[{ source: '后', target: '后' }]];
    expect(engine.ambiguities('后', { from: 'hans', to: 'tw' })).toHaveLength(1);
    expect(engine.ambiguities('后', { from: 'hans', to: 'tw', glossaries })).toEqual([]);
    expect(engine.ambiguities('后', { from: 'hant', to: 'tw' })).toEqual([]);
  });
});

describe('changes', () => {
  test('are the words that are not as printed', () => {
    const conversion = engine.convert('为国际软件找头发', { from: 'hans', to: 'twp' });
    const words = conversion
      .changes()
      .map(({ source, target }) => [
        conversion.sourceText.slice(source.start, source.end),
        conversion.text.slice(target.start, target.end),
      ]);
    expect(words).toEqual([
      ['为', '為'],
      ['国际', '國際'],
      ['软件', '軟體'],
      ['头发', '頭髮'],
    ]);
  });
});

describe('the packed file', () => {
  test('is refused where it is something else, of another version or cut short', async () => {
    expect(() => loadScriptEngine(new ArrayBuffer(3))).toThrow(RangeError);
    expect(() => loadScriptEngine(new ArrayBuffer(64))).toThrow(RangeError);
    const packed = await dictionaryBuffer();
    expect(() => loadScriptEngine(packed.slice(0, packed.byteLength >> 1))).toThrow(RangeError);
    const other = packed.slice(0);
    new Uint32Array(other, 4, 1)[0] = 999;
    expect(() => loadScriptEngine(other)).toThrow(RangeError);
  });
});

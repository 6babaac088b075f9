import { describe, expect, it } from 'vitest';
import { formatGbt7714 } from '../../../../archive/citation/gbt7714.ts';
import { gbt7714Cases } from './gbt7714-cases.ts';
import { by, testItem } from './story.ts';

describe('GB/T 7714', () => {
  it.each(gbt7714Cases)('$edition, $clause: $rule', ({ story, edition, options, expected }) => {
    expect(formatGbt7714(testItem(story), edition, options)).toBe(expected);
  });

  it('stands on at least thirty rules, most of them not inferred', () => {
    expect(gbt7714Cases.length).toBeGreaterThanOrEqual(30);
    const inferred = gbt7714Cases.filter(({ rests }) => rests === 'inferred');
    expect(inferred.length).toBeLessThan(gbt7714Cases.length / 3);
  });

  it('gives as much of the heads as asked for', () => {
    const item = testItem({
      byline: by('丁文详'),
      kicker: '引题',
      headline: '主题第一行\n主题第二行',
      deck: '副题',
    });
    const titleOf = (title: 'headline' | 'subtitle' | 'deck' | 'all'): string =>
      formatGbt7714(item, 2015, { title }).slice('丁文详. '.length).split('[N]')[0] ?? '';
    expect(titleOf('headline')).toBe('主题第一行　主题第二行');
    expect(titleOf('subtitle')).toBe('主题第一行　主题第二行');
    expect(titleOf('deck')).toBe('主题第一行　主题第二行: 副题');
    expect(titleOf('all')).toBe('引题　主题第一行　主题第二行: 副题');
  });

  it('lets kicker or deck stand for a headline that is not there', () => {
    expect(formatGbt7714(testItem({ headline: '', kicker: '引题' }), 2015)).toContain('引题[N]');
    expect(formatGbt7714(testItem({ headline: '', deck: '副题' }), 2015)).toContain('副题[N]');
    expect(formatGbt7714(testItem({ headline: '', language: 'zh-Hant' }), 2015)).toContain(
      '[無題][N]',
    );
  });

  it('says that there were more authors where 等 was printed', () => {
    const item = testItem({ lead: '本报讯（记者 陶野 秦墨 等）今晨，' });
    expect(formatGbt7714(item, 2015)).toMatch(/^陶野, 秦墨, 等\. /u);
  });
});

import type { MaterialStory } from './story-material.ts';
import type {
  Form,
  Fragment,
  PrintedCharacter,
  PrintedPage,
  TrueCharacter,
  TrueRole,
} from './printed-page.ts';
import type { Random } from './random.ts';

const banners = {
  modern: [
    '奋楫争先 建设大江名城',
    '喜迎江城艺术节 特别报道',
    '走进春天里 · 基层纪事',
    '新时代 新作为 新篇章',
    '绿水青山 家在江边',
  ],
  traditional: ['提倡國貨　振興實業', '本埠新聞', '新生活運動專頁'],
};

/** Sets stories as a well-formed page, all bylines and leads in one of the shapes papers use. */
export class PageGenerator {
  readonly #characters: TrueCharacter[] = [];
  readonly #fragments: Fragment[] = [];
  readonly #random: Random;
  #elements = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  generate(stories: readonly MaterialStory[]): PrintedPage {
    const isTraditional = stories[0]?.isTraditional ?? false;
    this.#topFurniture(isTraditional);
    stories.forEach((story, index) => {
      this.#story(story, index);
    });
    if (!isTraditional && this.#random.chance(0.4)) {
      this.#furniture(
        this.#random.pick([
          '本版责编 方砚　美编 白露　校对 靳禾',
          '责任编辑：方砚　电话：023-66990011',
          '投稿邮箱：paper@lanjiang.example',
        ]),
      );
    }
    return { fragments: this.#fragments, characters: this.#characters, stories: stories.length };
  }

  #topFurniture(isTraditional: boolean): void {
    const random = this.#random;
    if (random.chance(0.35)) {
      this.#furniture(
        random.pick(isTraditional ? banners.traditional : banners.modern),
        'heading',
        random.between(1, 2),
      );
    }
    if (random.chance(0.35)) {
      this.#furniture(
        random.pick(
          isTraditional
            ? ['中華民國二十三年九月十六日　星期日', '第三張']
            : ['2019年5月18日　星期六', '第2版 要闻', '03版 本市新闻', '3'],
        ),
      );
    }
  }

  #furniture(text: string, form: Form = 'text', level = 0): void {
    this.#add(-1, form, 'furniture', [[[text, 'furniture']]], { level });
  }

  #add(
    story: number,
    form: Form,
    role: TrueRole,
    lines: readonly (readonly (readonly [string, TrueRole])[])[],
    more: Partial<Fragment> = {},
  ): void {
    const printed = lines.map((spans) =>
      spans.flatMap(([text, spanRole]): PrintedCharacter[] => {
        const element = this.#elements++;
        return Array.from(text, (character) => {
          if (/\s/u.test(character)) return { text: character, id: -1 };
          this.#characters.push({ story, element, role: spanRole });
          return { text: character, id: this.#characters.length - 1 };
        });
      }),
    );
    this.#fragments.push({
      story,
      form,
      role,
      level: 0,
      lines: printed,
      columns: 0,
      media: '',
      isTight: false,
      isBold: false,
      ...more,
    });
  }

  #story(story: MaterialStory, index: number): void {
    const random = this.#random;
    const gap = random.pick([' ', '　']);
    const heading = (text: string, role: TrueRole, level: number): void => {
      this.#add(index, 'heading', role, [[[text, role]]], { level });
    };
    if (story.section !== '' && random.chance(0.25)) {
      if (/^[广廣]告$/u.test(story.section)) this.#furniture(story.section);
      else heading(story.section, 'column', 4);
    }
    if (story.kicker.length > 0) heading(story.kicker.join(gap), 'kicker', 3);
    heading(story.headline.join(gap), 'headline', random.chance(0.5) ? 1 : 2);
    if (story.deck.length > 0) {
      const prefix = random.chance(0.3) ? '——' : '';
      if (random.chance(0.5)) heading(prefix + story.deck.join(gap), 'deck', 3);
      else for (const deck of story.deck) heading(prefix + deck, 'deck', 3);
    }
    const { before, lead, behind } = this.#byline(story);
    if (before !== '') this.#add(index, 'text', 'byline', [[[before, 'byline']]]);
    const prose = story.blocks.filter((block) => isProse(block));
    story.blocks.forEach((block) => {
      const prefix = block === prose[0] ? lead : [];
      const suffix = block === prose.at(-1) ? behind : '';
      this.#block(block, index, prefix, suffix);
    });
  }

  /** The byline in one of its shapes: a line of its own, in the lead, or signed at the end. */
  #byline(story: MaterialStory): {
    before: string;
    lead: readonly (readonly [string, TrueRole])[];
    behind: string;
  } {
    const random = this.#random;
    const opens = story.blocks.find((block) => isProse(block)) ?? '';
    const dateline: readonly (readonly [string, TrueRole])[] =
      story.dateline === '' || opens.startsWith(story.dateline)
        ? []
        : [[story.dateline, 'dateline']];
    const people = story.byline
      .map(({ label, name }) =>
        label === ''
          ? name
          : label.includes(name)
            ? label
            : `${label.replace(/\s+/gu, ' ')} ${name}`,
      )
      .join(' ');
    const opening = story.blocks.find((block) => isProse(block))?.slice(0, 60) ?? '';
    const isPrinted = story.byline.some(({ name }) => opening.includes(name));
    if (people === '' || isPrinted || story.byline.some(({ role }) => role === 'host')) {
      return {
        before: '',
        lead: dateline.length > 0 ? [...dateline, ['　', 'dateline']] : [],
        behind: '',
      };
    }
    const isLabelled = story.byline.every(({ label }) => label !== '');
    const inLead = people.replace(/本[报報]/gu, '');
    if (dateline.length > 0 && isLabelled && random.chance(0.6)) {
      return { before: '', lead: [...dateline, [`（${inLead}）`, 'byline']], behind: '' };
    }
    const lead: readonly (readonly [string, TrueRole])[] =
      dateline.length > 0 ? [...dateline, [random.pick(['　', ' ']), 'dateline']] : [];
    const isProseStory = story.blocks.some((block) => isProse(block));
    if (isLabelled && isProseStory && !story.isTraditional && random.chance(0.15)) {
      return { before: '', lead, behind: `（${people}）` };
    }
    const mark = random.chance(0.3) ? random.pick(['□', '■', '◎']) : '';
    return { before: mark + people, lead, behind: '' };
  }

  #block(
    block: string,
    index: number,
    prefix: readonly (readonly [string, TrueRole])[],
    suffix: string,
  ): void {
    const random = this.#random;
    const image = /^!\[([^\]]*)\]\(([^) ]+)(?:\s+["']([^"']*)["'])?\)$/u.exec(block);
    if (image) {
      const [, caption = '', media = '', credit = ''] = image;
      if (random.chance(0.5)) this.#add(index, 'image', 'caption', [], { media });
      const opening = random.chance(0.3) ? '图为' : '';
      const isApart = random.chance(0.3);
      const words: (readonly [string, TrueRole])[] = [[opening + caption, 'caption']];
      if (credit !== '' && !isApart)
        words.push([random.pick([' ', '　', '']), 'caption'], [credit, 'caption']);
      this.#add(index, 'text', 'caption', [words]);
      if (credit !== '' && isApart) this.#add(index, 'text', 'caption', [[[credit, 'caption']]]);
      return;
    }
    if (block.startsWith('## ')) {
      this.#add(index, 'heading', 'section-head', [[[block.slice(3), 'section-head']]], {
        level: 4,
      });
      return;
    }
    if (block.startsWith('> [!box] ')) {
      const [title = '', ...lines] = block
        .split('\n')
        .map((line) => line.replace(/^> ?(?:\[!box\] )?/u, ''));
      this.#add(
        index,
        'box',
        'box',
        [title, ...lines].map((line) => [[line, 'box'] as const]),
      );
      return;
    }
    if (block.startsWith('>')) {
      const lines = block.split('\n').map((line) => line.replace(/^> ?/u, ''));
      this.#add(
        index,
        'quote',
        'pull-quote',
        lines.map((line) => [[line, 'pull-quote'] as const]),
      );
      return;
    }
    if (block.startsWith('|')) {
      const rows = block.split('\n').filter((line) => !/^\|(?:\s*-+\s*\|)+$/u.test(line));
      const cells = rows.map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
      this.#add(
        index,
        'table',
        'table',
        cells.flat().map((cell) => [[cell, 'table'] as const]),
        {
          columns: cells[0]?.length ?? 1,
        },
      );
      return;
    }
    if (/^(?:- |\d+\. )/u.test(block)) {
      for (const line of block.split('\n')) {
        const isNumbered = /^\d/u.test(line);
        if (isNumbered)
          this.#add(index, 'text', 'paragraph', [
            [[line.replace(/^(\d+\.) /u, '$1'), 'paragraph']],
          ]);
        else this.#add(index, 'bullet', 'list', [[[line.slice(2), 'list']]]);
      }
      return;
    }
    if (block === '---') return;
    const speech = /^\*\*([^*]+：)\*\* ?(.*)$/su.exec(block);
    if (speech) {
      const text = `${speech[1] ?? ''}${speech[2] ?? ''}`;
      this.#add(index, 'text', 'qa', [[[text, 'qa']]]);
      return;
    }
    for (const line of block.split('\n')) {
      const isFramed = /^(?:编者按|編者按|回音)：/u.test(line);
      const words: (readonly [string, TrueRole])[] = [
        ...prefix,
        [line, isFramed ? 'box' : 'paragraph'],
      ];
      if (suffix !== '') words.push([suffix, 'byline']);
      this.#add(index, 'text', 'paragraph', [words]);
    }
  }
}

function isProse(block: string): boolean {
  return !/^(?:!\[|## |>|\||- |\d+\. |---$|\*\*[^*]+：\*\*)/u.test(block);
}

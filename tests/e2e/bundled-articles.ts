import { join } from 'node:path';
import { openBag } from '../../archive/bag/bag-reader.ts';
import type { Article } from '../../archive/model/article.ts';

const folder = join(import.meta.dirname, '../../out/archives');

/** The stories of a bundled archive, read from its bag. */
export async function bundledArticles(
  name: 'lanjiang-daily' | 'lanjiang-xinbao',
): Promise<{ archiveId: string; articles: Article[] }> {
  const found = await openBag(join(folder, `${name}.newsbag`));
  if (found.outcome === 'refused') throw new Error(`${name} is refused`);
  const articles: Article[] = [];
  await found.bag.read({
    article: (article) => {
      articles.push(article);
    },
  });
  await found.bag.close();
  return { archiveId: found.bag.description.id, articles };
}

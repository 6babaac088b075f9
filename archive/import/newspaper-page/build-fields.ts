import type { Dateline } from '../../model/article.ts';
import type { PageUnit } from './page-unit.ts';
import type { FoundPerson } from './recognise-byline.ts';
import type { RestoredPerson, RestoredText } from './restored-page.ts';
import { isSpace, sliceSource, sourceSpans, trimSource } from './source-text.ts';
import type { SourceText } from './source-text.ts';

export function restoredText(source: SourceText): RestoredText {
  const trimmed = trimSource(source);
  return { text: trimmed.text, spans: sourceSpans(trimmed) };
}

/** The person as printed: white space inside a name of two characters is left out. */
export function restoredPerson(
  unit: PageUnit,
  found: FoundPerson,
  isAlsoInBody: boolean,
): RestoredPerson {
  const name = sliceSource(unit.text, found.name[0], found.name[1]);
  const label = sliceSource(unit.text, found.label[0], found.label[1]);
  return {
    name: /^\p{Script=Han}\s\p{Script=Han}$/u.test(name.text)
      ? name.text.replace(/\s/u, '')
      : name.text.trim(),
    role: found.role,
    label: label.text.trim(),
    spans: [...sourceSpans(label), ...sourceSpans(name)],
    isAlsoInBody,
  };
}

/** The printed characters of a stretch that no field has taken. */
export function leftOver(
  unit: PageUnit,
  start: number,
  end: number,
  taken: readonly (readonly [number, number])[],
): RestoredText[] {
  const rest: RestoredText[] = [];
  let from = -1;
  for (let at = start; at <= end; at++) {
    const isTaken =
      at === end ||
      taken.some(([first, behind]) => at >= first && at < behind) ||
      isSpace(unit.text.text.charCodeAt(at));
    if (!isTaken && from < 0) from = at;
    if (isTaken && from >= 0) {
      rest.push(restoredText(sliceSource(unit.text, from, at)));
      from = -1;
    }
  }
  return rest;
}

/** Place and date read from a dateline such as 本报东津5月17日电. */
export function readDateline(text: string, plain: string): Dateline {
  const found =
    /^[【〔（\[]?(?:据)?(?:本报|本刊|本网|新华社|中新社|中央社|[\u3400-\u9fff]{2,6}(?:日报|晚报|新报|时报|社))?\s?([\u3400-\u9fff]{2,6}?)?\s?(?:(\d{1,2}|[一二三四五六七八九十]{1,2})月)?(\d{1,2}|[一二三四五六七八九十廿卅]{1,3})日/u.exec(
      plain,
    );
  const place = found?.[1];
  const at = place === undefined ? -1 : plain.indexOf(place);
  return { text, ...(place === undefined ? {} : { place: text.slice(at, at + place.length) }) };
}

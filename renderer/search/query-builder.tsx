import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const parts = ['all', 'phrase', 'any', 'none'] as const;
const fields = ['headline', 'byline', 'caption', 'body'] as const;
type Field = (typeof fields)[number] | '';

interface Draft {
  readonly all: string;
  readonly phrase: string;
  readonly any: string;
  readonly none: string;
  readonly field: Field;
  readonly nearFirst: string;
  readonly nearSecond: string;
  readonly distance: number;
  readonly author: string;
  readonly page: string;
  readonly dates: string;
  readonly hasNotes: boolean;
}

const blank: Draft = {
  all: '',
  phrase: '',
  any: '',
  none: '',
  field: '',
  nearFirst: '',
  nearSecond: '',
  distance: 20,
  author: '',
  page: '',
  dates: '',
  hasNotes: false,
};

/** Words of a field as the query language wants them: a phrase where they hold anything special. */
function quoted(text: string): string {
  const plain = text.trim().replaceAll('"', '');
  if (plain === '') return '';
  const isPlain = /^[^\s()（）:：“”「」『』|&-]+$/u.test(plain) && !plain.includes('..');
  return isPlain && !/^(?:AND|OR|NOT|NEAR|与|與|或|非)/u.test(plain) ? plain : `"${plain}"`;
}

function words(text: string): readonly string[] {
  return text
    .split(/\s+/u)
    .map(quoted)
    .filter((word) => word !== '');
}

/** The query that a filled-in form asks. */
export function builtQuery(draft: Draft): string {
  const field = draft.field === '' ? '' : `${draft.field}:`;
  const any = words(draft.any).map((word) => `${field}${word}`);
  const near = [quoted(draft.nearFirst), quoted(draft.nearSecond)];
  const pieces = [
    ...words(draft.all).map((word) => `${field}${word}`),
    draft.phrase.trim() === '' ? '' : `${field}"${draft.phrase.trim().replaceAll('"', '')}"`,
    any.length > 1 ? `(${any.join(' OR ')})` : (any[0] ?? ''),
    near.every((word) => word !== '')
      ? near.map((word) => `${field}${word}`).join(` NEAR/${draft.distance} `)
      : near.map((word) => (word === '' ? '' : `${field}${word}`)).join(''),
    ...words(draft.none).map((word) => `NOT ${field}${word}`),
    draft.author.trim() === '' ? '' : `author:${quoted(draft.author)}`,
    draft.page.trim() === '' ? '' : `page:${quoted(draft.page)}`,
    draft.dates.trim() === '' ? '' : `date:"${draft.dates.trim().replaceAll('"', '')}"`,
    draft.hasNotes ? 'has:notes' : '',
  ];
  return pieces.filter((piece) => piece !== '').join(' ');
}

/** A form beside the box for whoever does not know the language of queries. */
export function QueryBuilder({
  onBuild,
  onClose,
}: {
  onBuild: (typed: string) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(blank);
  const built = builtQuery(draft);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'Escape') onClose();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [onClose]);
  const text = (
    name:
      'all' | 'phrase' | 'any' | 'none' | 'author' | 'page' | 'dates' | 'nearFirst' | 'nearSecond',
  ): ReactElement => (
    <input
      type="text"
      value={draft[name]}
      aria-label={t(`search.builder.${name}`)}
      spellCheck={false}
      onChange={(event) => {
        setDraft({ ...draft, [name]: event.target.value });
      }}
    />
  );
  return (
    <form
      className="query-builder"
      aria-label={t('search.builder.title')}
      onSubmit={(event) => {
        event.preventDefault();
        onBuild(built);
      }}
    >
      {parts.map((name) => (
        <label key={name} className="field">
          <span>{t(`search.builder.${name}`)}</span>
          {text(name)}
        </label>
      ))}
      <div className="field near">
        <span>{t('search.builder.near')}</span>
        {text('nearFirst')}
        <input
          type="number"
          min={0}
          max={1000}
          value={draft.distance}
          aria-label={t('search.builder.distance')}
          onChange={(event) => {
            const distance = Math.max(0, Math.min(1000, Math.trunc(event.target.valueAsNumber)));
            setDraft({ ...draft, distance: Number.isNaN(distance) ? 0 : distance });
          }}
        />
        {text('nearSecond')}
      </div>
      <label className="field">
        <span>{t('search.builder.field')}</span>
        <select
          value={draft.field}
          onChange={(event) => {
            setDraft({ ...draft, field: fields.find((each) => each === event.target.value) ?? '' });
          }}
        >
          <option value="">{t('search.builder.anyField')}</option>
          {fields.map((field) => (
            <option key={field} value={field}>
              {t(`search.field.${field}`)}
            </option>
          ))}
        </select>
      </label>
      {(['author', 'page', 'dates'] as const).map((name) => (
        <label key={name} className="field">
          <span>{t(`search.builder.${name}`)}</span>
          {text(name)}
        </label>
      ))}
      <label className="field check">
        <input
          type="checkbox"
          checked={draft.hasNotes}
          onChange={(event) => {
            setDraft({ ...draft, hasNotes: event.target.checked });
          }}
        />
        <span>{t('search.builder.hasNotes')}</span>
      </label>
      <p className="built">
        <span>{t('search.builder.built')}</span> <code>{built === '' ? '—' : built}</code>
      </p>
      <p className="actions">
        <button type="submit" className="button primary" disabled={built === ''}>
          {t('search.builder.search')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('search.builder.close')}
        </button>
      </p>
    </form>
  );
}

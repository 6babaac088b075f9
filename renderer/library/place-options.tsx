import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { PrintedWords } from '../script/printed-words.tsx';
import { issueDate } from '../i18n/issue-date.ts';
import type { AskedPage } from './place-reading.ts';
import { pageWords } from './place-words.ts';
import type { PlaceTarget } from './resolve-place.ts';

export interface PlaceOption {
  readonly title: string;
  /** BCP 47, of the archive's own words. */
  readonly language: string;
  /** EDTF. */
  readonly date: string;
  readonly calendar: 'gregorian' | 'republican';
  readonly number: string;
  /** The page that opens; null for the front page. */
  readonly page: { readonly number: string; readonly name: string } | null;
  readonly asked: AskedPage | null;
  readonly pageLack: 'unknown' | 'missing' | null;
  readonly relation: PlaceTarget['relation'];
  readonly isOtherPaper: boolean;
  readonly isOtherReading: boolean;
}

function Details({ option }: { option: PlaceOption }): ReactElement {
  const { t } = useTranslation();
  const { asked, pageLack, relation } = option;
  const words = [
    option.isOtherReading ? t('goTo.alsoRead') : '',
    option.isOtherPaper ? t('goTo.otherPaper') : '',
    relation === 'exact' ? '' : t(`goTo.relation.${relation}`),
    asked === null || pageLack === null
      ? ''
      : pageLack === 'missing'
        ? t('goTo.missingPage', { page: pageWords(asked, t) })
        : t('goTo.noPage', { page: pageWords(asked, t) }),
  ].filter((each) => each !== '');
  return (
    <>
      <span>
        <PrintedWords text={`${option.title}　${option.number}`} language={option.language} />
      </span>
      {words.map((each) => (
        <span key={each} className="relation">
          {each}
        </span>
      ))}
    </>
  );
}

/** The list under a combobox: the places that what was typed can lead to. */
export function PlaceOptions({
  id,
  optionId,
  label,
  options,
  selected,
  onChoose,
}: {
  id: string;
  optionId: (index: number) => string;
  label: string;
  options: readonly PlaceOption[];
  selected: number;
  onChoose: (index: number) => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <div className="place-options" role="listbox" id={id} aria-label={label}>
      {options.map((option, index) => (
        // Arrow keys and Enter of the field above do the same.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={index}
          id={optionId(index)}
          role="option"
          aria-selected={index === selected}
          tabIndex={-1}
          onClick={() => {
            onChoose(index);
          }}
        >
          <span className="title">
            {issueDate(option.date, i18n.language as InterfaceLanguage, option.calendar)}
            {option.page !== null && (
              <>
                {'　'}
                {t('issue.page', { page: option.page.number })}
                {'　'}
                <PrintedWords text={option.page.name} language={option.language} />
              </>
            )}
          </span>
          <span className="facts">
            <Details option={option} />
          </span>
        </div>
      ))}
    </div>
  );
}

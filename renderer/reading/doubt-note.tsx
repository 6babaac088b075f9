import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProvenanceProblem } from '../../archive/model/article.ts';
import { Icon } from '../components/icon.tsx';

/** The doubts that the program's own import names; others are shown in their archive's words. */
const knownCodes = [
  'no-headline',
  'doubtful-headline',
  'doubtful-join',
  'doubtful-story',
  'doubtful-order',
  'unfinished',
  'torn-paragraph',
  'media-missing',
] as const;

/** What the archive itself doubts of its text, in small type where it stands. */
export function DoubtNote({ doubt }: { doubt: ProvenanceProblem }): ReactElement {
  const { t } = useTranslation();
  const { reason, code, confidence } = doubt;
  const known = knownCodes.find((each) => each === code);
  const words = known === undefined ? reason || code : t(`doubt.codes.${known}`);
  return (
    <p className="doubt-note" role="note">
      <Icon name="warning-circle" small /> {t('doubt.note', { reason: words })}
      {confidence !== undefined && t('doubt.confidence', { percent: Math.round(100 * confidence) })}
    </p>
  );
}

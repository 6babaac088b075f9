import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BagRefusal } from '../../preload/bridge.ts';
import { Dialog } from '../components/dialog.tsx';
import { ProblemList } from '../library/problem-list.tsx';
import { problemReport, useProblemWords } from '../library/problem-words.ts';

const listed = 12;

/** Why a newspaper file was not loaded: what, where, why, what to do. Nothing was written. */
export function RefusalDialog({
  refusal,
  onClose,
  onChooseAgain,
}: {
  refusal: BagRefusal;
  onClose: () => void;
  onChooseAgain: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const words = useProblemWords();
  const [isCopied, setCopied] = useState(false);
  const grave = refusal.problems.filter(({ severity }) => severity === 'refuse');
  return (
    <Dialog title={t('refusal.title')} onClose={onClose}>
      <p>
        <b>{refusal.fileName}</b>
        <br />
        {t('refusal.unchanged')}
      </p>
      <ProblemList
        problems={grave.slice(0, listed)}
        unlisted={Math.max(0, refusal.problems.length - Math.min(listed, grave.length))}
      />
      <p className="actions">
        <button type="button" className="button primary" onClick={onChooseAgain}>
          {t('refusal.again')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            void navigator.clipboard
              .writeText(problemReport(refusal.problems, words, refusal.fileName))
              .then(() => {
                setCopied(true);
              });
          }}
        >
          {isCopied ? t('refusal.copied') : t('refusal.copy')}
        </button>
        <button type="button" className="link" onClick={onClose}>
          {t('refusal.close')}
        </button>
      </p>
    </Dialog>
  );
}

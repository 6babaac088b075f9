import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterfaceLanguage, Preferences } from '../../archive/model/user-data.ts';
import type { PrintJob, PrintOutcome, PrintPaper } from '../../preload/bridge.ts';
import { Choice } from '../components/choice.tsx';
import { Dialog } from '../components/dialog.tsx';
import { mainBridge } from '../database/main-bridge.ts';
import { savePreference } from '../database/preferences.ts';
import { formatLocation } from '../location/location.ts';
import { usePrintableNotes } from './printed-story-notes.tsx';
import { PrintedPages, printedSource, printedTitle, type Printable } from './printed-pages.tsx';

const papers: readonly PrintPaper[] = ['A4', 'A3', 'Letter'];

type What = 'page' | 'story' | 'image';

/** What can be printed of where the reader is, the likeliest first. */
function choicesOf({ article, data }: Printable): readonly What[] {
  const whats: What[] = article === null ? ['page'] : ['story', 'page'];
  if (data.page.facsimile !== undefined) whats.push('image');
  return whats;
}

/** Asks what to print and on which paper, sets it, and hands it to the system. */
export function PrintDialog({
  printable,
  preferences,
  onDone,
  onClose,
}: {
  printable: Printable | null;
  preferences: Preferences;
  /** What was done, in words, when the dialog is no longer needed. */
  onDone: (words: string) => void;
  onClose: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const paper = preferences.printPaper ?? 'A4';
  const [what, setWhat] = useState<What>(printable?.article == null ? 'page' : 'story');
  const [sending, setSending] = useState<PrintJob['to'] | null>(null);
  const notes = usePrintableNotes(printable);
  const printsNotes = preferences.printsNotes ?? true;
  const [failure, setFailure] = useState<string | null>(null);
  const failureId = useId();
  if (printable === null) {
    return (
      <Dialog title={t('print.nothingTitle')} onClose={onClose}>
        <p>{t('print.nothing')}</p>
        <p className="actions">
          <button type="button" className="button" onClick={onClose}>
            {t('print.close')}
          </button>
        </p>
      </Dialog>
    );
  }
  const isVertical = what !== 'image' && printable.isVertical;
  const choices = choicesOf(printable);
  function report(result: PrintOutcome): void {
    setSending(null);
    switch (result.outcome) {
      case 'printed':
        onDone(t('print.printed'));
        break;
      case 'saved':
        onDone(t('print.saved', { fileName: result.fileName }));
        break;
      case 'not-printed':
        setFailure(t('print.failed', { reason: result.reason }));
        break;
      case 'failed':
        setFailure(t('print.failedPdf', { fileName: result.fileName, reason: result.code }));
        break;
      case 'cancelled':
    }
  }
  function begin(to: PrintJob['to']): void {
    setFailure(null);
    setSending(to);
  }
  const title = printedTitle(printable, what);
  return (
    <Dialog title={t('print.title')} onClose={onClose}>
      {choices.length > 1 && (
        <Choice
          legend={t('print.what')}
          values={choices}
          chosen={what}
          onChoose={setWhat}
          render={(each) => t(`print.whats.${each}`)}
        />
      )}
      <Choice
        legend={t('print.paper')}
        values={papers}
        chosen={paper}
        onChoose={(chosen) => {
          void savePreference('printPaper', chosen);
        }}
        render={(each) =>
          `${t(`print.papers.${each}`)}　${t(isVertical ? 'print.sideways' : 'print.upright')}`
        }
      />
      {what === 'story' && notes !== null && notes.annotations.length > 0 && (
        <p>
          <label>
            <input
              type="checkbox"
              checked={printsNotes}
              onChange={({ target }) => {
                void savePreference('printsNotes', target.checked);
              }}
            />{' '}
            {t('print.withNotes', { count: notes.annotations.length })}
          </label>
        </p>
      )}
      {failure !== null && (
        <p className="print-failure" role="alert" id={failureId}>
          {failure}
        </p>
      )}
      <p className="unseen" role="status">
        {sending === null ? '' : t('print.working')}
      </p>
      <p className="actions">
        <button
          type="button"
          className="button primary"
          disabled={sending !== null || notes === null}
          onClick={() => {
            begin('printer');
          }}
        >
          {t('print.print')}
        </button>
        <button
          type="button"
          className="button"
          disabled={sending !== null || notes === null}
          onClick={() => {
            begin('pdf');
          }}
        >
          {t('print.savePdf')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('print.close')}
        </button>
      </p>
      {sending !== null && (
        <PrintedPages
          key={`${formatLocation(printable.place)} ${what} ${paper}`}
          printable={printable}
          what={what}
          paper={paper}
          notes={
            what === 'story' && printsNotes && notes !== null && notes.annotations.length > 0
              ? notes
              : null
          }
          source={printedSource(printable, what, t, i18n.language as InterfaceLanguage)}
          onReady={() => {
            void mainBridge()
              .request.print({ to: sending, paper, isLandscape: isVertical, title })
              .then(report);
          }}
        />
      )}
    </Dialog>
  );
}

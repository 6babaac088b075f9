import { useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { mainBridge } from '../database/main-bridge.ts';
import { hrefOf } from '../location/use-location.ts';
import { SavingFact } from '../safety/saving-fact.tsx';
import { ScriptSwitch } from '../script/script-switch.tsx';
import type { ContentScript } from '../../archive/model/user-data.ts';
import { commandKeys, commandOfScript, type Command } from './command-keys.ts';

export interface Crumb {
  readonly words: string;
  readonly href: string | null;
  /** BCP 47, where the words are the archive's own. */
  readonly language?: string;
}

/** The history of the window, as far as Chromium tells it. */
function useHistorySteps(place: string): { canGoBack: boolean; canGoForward: boolean } {
  return useMemo(() => {
    const { canGoBack, canGoForward } = window.navigation;
    return { canGoBack, canGoForward };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the place is what changes them
  }, [place]);
}

export function Toolbar({
  crumbs,
  place,
  hasSidebar,
  hasList,
  hasPageImage,
  isTypographyOpen,
  onTypography,
  script,
  run,
  bookmark,
}: {
  crumbs: readonly Crumb[];
  /** Changes with the place, so that the arrows know what they can do. */
  place: string;
  /** Whether there are side columns here, and whether they show; null where there is none. */
  hasSidebar: boolean | null;
  hasList: boolean | null;
  /** Whether the page's image shows; null where the page has none. */
  hasPageImage: boolean | null;
  isTypographyOpen: boolean;
  onTypography: () => void;
  script: ContentScript;
  run: (command: Command) => void;
  /** The button that bookmarks what is open. */
  bookmark: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const { canGoBack, canGoForward } = useHistorySteps(place);
  function keyOf(command: Command): string {
    return commandKeys[command][0] ?? '';
  }
  return (
    <header className="toolbar" aria-label={t('bar.toolbar')}>
      {hasSidebar !== null && (
        <IconButton
          label={t('bar.sidebar')}
          shortcut={keyOf('sidebar')}
          isPressed={hasSidebar}
          onPress={() => {
            run('sidebar');
          }}
        >
          <Icon name="sidebar" />
        </IconButton>
      )}
      <IconButton
        label={t('bar.back')}
        shortcut={keyOf('back')}
        isDisabled={!canGoBack}
        onPress={() => {
          run('back');
        }}
      >
        <Icon name="arrow-left" />
      </IconButton>
      <IconButton
        label={t('bar.forward')}
        shortcut={keyOf('forward')}
        isDisabled={!canGoForward}
        onPress={() => {
          run('forward');
        }}
      >
        <Icon name="arrow-right" />
      </IconButton>
      <span className="rule" aria-hidden="true" />
      <nav className="crumbs" aria-label={t('bar.place')}>
        <ol>
          {crumbs.map((crumb, index) => {
            const isLast = index === crumbs.length - 1;
            return (
              <li key={index} lang={crumb.language}>
                {crumb.href === null || isLast ? (
                  <span aria-current={isLast ? 'page' : undefined}>{crumb.words}</span>
                ) : (
                  <a href={crumb.href}>{crumb.words}</a>
                )}
              </li>
            );
          })}
        </ol>
      </nav>
      <span className="gap" />
      <IconButton
        label={t('search.title')}
        shortcut={keyOf('search')}
        onPress={() => {
          run('search');
        }}
      >
        <Icon name="search" />
      </IconButton>
      <IconButton
        label={t('goTo.title')}
        shortcut={keyOf('goTo')}
        onPress={() => {
          run('goTo');
        }}
      >
        <Icon name="calendar" />
      </IconButton>
      {bookmark}
      <a className="icon-button" href={hrefOf({ screen: 'library' })} title={t('bar.library')}>
        <Icon name="books" />
        <span className="unseen">{t('bar.library')}</span>
      </a>
      <span className="rule" aria-hidden="true" />
      <ScriptSwitch
        script={script}
        onChoose={(chosen) => {
          run(commandOfScript[chosen]);
        }}
      />
      <span className="rule" aria-hidden="true" />
      {hasPageImage !== null && (
        <IconButton
          label={t('pageImage.show')}
          shortcut={keyOf('pageImage')}
          isPressed={hasPageImage}
          onPress={() => {
            run('pageImage');
          }}
        >
          <Icon name="image" />
        </IconButton>
      )}
      <button
        type="button"
        className="icon-button"
        data-opens="typography"
        aria-label={t('bar.typography')}
        aria-keyshortcuts={keyOf('typography')}
        title={`${t('bar.typography')}　${keyOf('typography')}`}
        aria-haspopup="dialog"
        aria-expanded={isTypographyOpen}
        onClick={onTypography}
      >
        <span className="aa" aria-hidden="true">
          {t('typography.sign')}
        </span>
      </button>
      <IconButton
        label={t('bar.shortcuts')}
        shortcut={keyOf('sheet')}
        onPress={() => {
          run('sheet');
        }}
      >
        <Icon name="keyboard" />
      </IconButton>
      {hasList !== null && (
        <IconButton
          label={t('bar.list')}
          shortcut={keyOf('list')}
          isPressed={hasList}
          onPress={() => {
            run('list');
          }}
        >
          <Icon name="list" />
        </IconButton>
      )}
    </header>
  );
}

function useBlockedCount(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const bridge = mainBridge();
    void bridge.request.blockedRequests().then((requests) => {
      setCount((before) => Math.max(before, requests.length));
    });
    return bridge.on('blockedCount', setCount);
  }, []);
  return count;
}

export function StatusLine({
  children,
  facts,
  onOfflineReport,
  onSafety,
}: {
  /** Where one is, at the beginning of the line. */
  children: ReactNode;
  /** What is true of the archive, at its end. */
  facts: ReactNode;
  onOfflineReport: () => void;
  /** Absent while there is no way there. */
  onSafety?: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const blocked = useBlockedCount();
  return (
    <footer className="status-line" aria-label={t('status.label')}>
      {children}
      <span className="gap" />
      {facts}
      {onSafety !== undefined && <SavingFact onOpen={onSafety} />}
      <span className="offline">{t('status.offline')}</span>
      <button type="button" onClick={onOfflineReport}>
        {t('status.blocked', { count: blocked })}
      </button>
    </footer>
  );
}

import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../preload/bridge.ts';
import { mainBridge } from '../database/main-bridge.ts';
import type { Command } from './command-keys.ts';

const commandOfMenu: Readonly<Record<Exclude<MenuCommand, 'offline-report'>, Command>> = {
  'open-archive': 'open',
  'import-pages': 'importPages',
  library: 'library',
  back: 'back',
  forward: 'forward',
  'previous-issue': 'previousIssue',
  'next-issue': 'nextIssue',
  'larger-text': 'larger',
  'smaller-text': 'smaller',
  'default-text': 'defaultSize',
  shortcuts: 'sheet',
  'go-to': 'goTo',
  contents: 'contents',
  search: 'search',
  safety: 'safety',
  'mark-doubtful': 'markDoubtful',
  glossary: 'glossary',
  print: 'print',
  'page-image': 'pageImage',
  bookmark: 'bookmark',
  bookmarks: 'bookmarks',
  notes: 'notes',
  history: 'history',
  export: 'export',
  cite: 'cite',
};

interface Listeners {
  readonly openFile: (path: string) => void;
  /** Files and folders that are no archives: pages, stories, tables. */
  readonly importFiles: (paths: readonly string[]) => void;
  readonly run: (command: Command) => void;
  readonly showOfflineReport: () => void;
}

/** Follows the native menu, files opened from outside, and files dropped anywhere on the window. */
export function useMainEvents(listeners: Listeners): void {
  const latest = useRef(listeners);
  useEffect(() => {
    latest.current = listeners;
  });
  useEffect(() => {
    const bridge = mainBridge();
    function onDragOver(event: DragEvent): void {
      event.preventDefault();
    }
    function onDrop(event: DragEvent): void {
      event.preventDefault();
      const paths = Array.from(event.dataTransfer?.files ?? [], (file) => bridge.pathOfFile(file));
      const archive = paths.find((path) => /\.newsbag$/i.test(path));
      // A single file of an unknown kind may be an archive under another name.
      const only =
        paths.length === 1 && /\.(?!md$|markdown$|txt$|[ct]sv$|xlsx$)\w+$/i.test(paths[0] ?? '');
      const opened = archive ?? (only ? paths[0] : undefined);
      if (opened !== undefined) latest.current.openFile(opened);
      else if (paths.length > 0) latest.current.importFiles(paths);
    }
    const stops = [
      bridge.on('openFile', (path) => {
        latest.current.openFile(path);
      }),
      bridge.on('menuCommand', (command) => {
        if (command === 'offline-report') latest.current.showOfflineReport();
        else latest.current.run(commandOfMenu[command]);
      }),
    ];
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
}

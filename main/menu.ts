import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { InterfaceLanguage } from '../archive/model/user-data.ts';
import type { MenuCommand } from '../preload/bridge.ts';
import { menuWords } from './menu-words.ts';

/** Builds the native menu in one language; `command` is called with what was chosen. */
export function setMenu(
  language: InterfaceLanguage,
  options: {
    readonly command: (command: MenuCommand) => void;
    readonly allowsDevTools: boolean;
    readonly isMac: boolean;
  },
): void {
  const words = menuWords(language);
  const item = (
    label: string,
    command: MenuCommand,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator && { accelerator }),
    click: () => {
      options.command(command);
    },
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(options.isMac ? [{ role: 'appMenu' as const }] : []),
      {
        label: words.file,
        submenu: [
          item(words.openArchive, 'open-archive', 'CmdOrCtrl+O'),
          item(words.importPages, 'import-pages', 'CmdOrCtrl+Shift+O'),
          item(words.library, 'library', 'CmdOrCtrl+L'),
          item(words.safety, 'safety', 'CmdOrCtrl+Shift+S'),
          separator,
          item(words.exportHighlights, 'export', 'CmdOrCtrl+E'),
          item(words.print, 'print', 'CmdOrCtrl+P'),
          separator,
          { role: 'quit', label: words.quit },
        ],
      },
      {
        label: words.edit,
        submenu: [
          { role: 'undo', label: words.undo },
          { role: 'redo', label: words.redo },
          separator,
          { role: 'cut', label: words.cut },
          { role: 'copy', label: words.copy },
          item(words.cite, 'cite', 'CmdOrCtrl+Shift+E'),
          { role: 'paste', label: words.paste },
          { role: 'selectAll', label: words.selectAll },
        ],
      },
      {
        label: words.view,
        submenu: [
          item(words.largerText, 'larger-text', 'CmdOrCtrl+='),
          item(words.smallerText, 'smaller-text', 'CmdOrCtrl+-'),
          item(words.defaultText, 'default-text', 'CmdOrCtrl+0'),
          separator,
          item(words.markDoubtful, 'mark-doubtful', 'Alt+0'),
          item(words.glossary, 'glossary', 'Alt+G'),
          item(words.pageImage, 'page-image', 'Alt+I'),
          separator,
          { role: 'togglefullscreen', label: words.fullScreen },
          ...(options.allowsDevTools
            ? [{ role: 'toggleDevTools' as const, label: words.developerTools }]
            : []),
        ],
      },
      {
        label: words.go,
        submenu: [
          item(words.back, 'back', options.isMac ? 'Cmd+[' : 'Alt+Left'),
          item(words.forward, 'forward', options.isMac ? 'Cmd+]' : 'Alt+Right'),
          separator,
          item(words.previousIssue, 'previous-issue'),
          item(words.nextIssue, 'next-issue'),
          separator,
          item(words.goTo, 'go-to', 'CmdOrCtrl+G'),
          item(words.contents, 'contents', 'CmdOrCtrl+I'),
          item(words.search, 'search', 'CmdOrCtrl+K'),
          separator,
          item(words.bookmark, 'bookmark', 'CmdOrCtrl+D'),
          item(words.bookmarks, 'bookmarks', 'CmdOrCtrl+Shift+B'),
          item(words.notes, 'notes', 'CmdOrCtrl+Shift+N'),
          item(words.history, 'history', options.isMac ? 'Cmd+Y' : 'Ctrl+H'),
        ],
      },
      {
        role: 'help',
        label: words.help,
        submenu: [
          item(words.shortcuts, 'shortcuts', 'F1'),
          item(words.offlineReport, 'offline-report'),
        ],
      },
    ]),
  );
}

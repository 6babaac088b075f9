import { dialog, type BrowserWindow } from 'electron';
import type { InterfaceLanguage } from '../../archive/model/user-data.ts';
import { menuWords } from '../menu-words.ts';

/** Asks for pages, stories and tables, or for a folder of them; null where nothing was chosen. */
export async function askForSources(
  window: BrowserWindow,
  language: InterfaceLanguage,
  what: 'files' | 'folder',
): Promise<readonly string[] | null> {
  const words = menuWords(language);
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.importPages,
    properties: what === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
    filters:
      what === 'folder'
        ? []
        : [
            {
              name: words.pageFiles,
              extensions: ['md', 'markdown', 'txt', 'csv', 'tsv', 'xlsx'],
            },
          ],
  });
  return canceled || filePaths.length === 0 ? null : filePaths;
}

/** Asks where a bag is to be saved; null where nothing was chosen. */
export async function askForBagPlace(
  window: BrowserWindow,
  language: InterfaceLanguage,
  suggestedName: string,
): Promise<string | null> {
  const words = menuWords(language);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.saveArchive,
    defaultPath: suggestedName,
    filters: [{ name: words.archiveFiles, extensions: ['newsbag'] }],
  });
  return canceled || filePath === '' ? null : filePath;
}

import { test, type RunningReader } from './fixtures.ts';

/**
 * Answers the system's dialogs for saving and opening with this path from now on. A package has no
 * door to its main process: there the test is skipped.
 */
export async function answerFileDialogs(
  { application }: RunningReader,
  path: string,
): Promise<void> {
  test.skip(application === null, 'the dialogs of a package cannot be answered');
  await application?.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
}

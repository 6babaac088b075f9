import type { RunningReader } from './fixtures.ts';

/** Answers the system's dialogs for saving and opening with this path from now on. */
export async function answerFileDialogs(
  { application }: RunningReader,
  path: string,
): Promise<void> {
  await application?.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
}

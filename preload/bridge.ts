import type { ArchiveDescription } from '../archive/model/archive-description.ts';
import type { BagProblem, BagProgress, BagReport } from '../archive/model/bag-report.ts';
import type {
  ImportOutcome,
  ImportPlan,
  ImportProgress,
  ImportRequest,
} from '../archive/import/assembly/import-plan.ts';
import type { PageReview, ReviewRequest } from '../archive/import/assembly/page-review.ts';
import type {
  JournalRepair,
  LoadedArchive,
  RestoreMode,
  RestoreOutcome,
  RestorePreview,
  RestoreSource,
  SafetyState,
  SnapshotHead,
  UserDataExpectation,
  WriteOutcome,
} from '../archive/model/snapshot.ts';
import type { UserDataChange } from '../archive/model/user-data.ts';

/** What the renderer needs before it can show anything. */
export interface StartState {
  /** BCP 47 tags the system prefers, best first. */
  readonly systemLanguages: readonly string[];
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly version: string;
  /** The runtime that is in use, for the about screen. */
  readonly runtime: {
    readonly electron: string;
    readonly chromium: string;
    readonly fallback: boolean;
  };
  /** The last journal entry's number; 0 for an empty journal. */
  readonly journalSequence: number;
  /** What the tables must hold now that the journal is open. */
  readonly expected: UserDataExpectation;
  readonly journalRepair: JournalRepair;
  /** The archives that the tables held when the program ended. */
  readonly expectedArchives: readonly LoadedArchive[];
  /** What is wrong with the journal's file; entries that can be read stay in use. */
  readonly journalProblems: readonly JournalProblem[];
  /** Bags that main can serve: the bundled ones and those taken into the library. */
  readonly bags: readonly BagOnDisk[];
  /** Files that lie where bags belong and cannot be read as such. */
  readonly unreadableBags: readonly BagRefusal[];
  /** What the command line asks for in place of a window; null where a window is meant. */
  readonly steps: readonly CommandStep[] | null;
}

/** What can be done from the command line without a window; `main/command-line.ts` has the flags. */
export type CommandStepName =
  'open' | 'import-annotations' | 'export-annotations' | 'search' | 'export';

export interface CommandStep {
  readonly name: CommandStepName;
  /** What follows the flag; files are absolute paths. */
  readonly value: string;
  /** The flags after it that belong to it. */
  readonly options: Readonly<Record<string, string>>;
}

/** Reading the file of a step; `reason` is the system's word for it, such as ENOENT. */
export type StepFileReading =
  | { readonly outcome: 'read'; readonly bytes: Uint8Array }
  | { readonly outcome: 'unreadable'; readonly reason: string };

export type StepFileWriting =
  | { readonly outcome: 'written'; readonly bytes: number }
  | { readonly outcome: 'unwritable'; readonly reason: string };

/** A damaged stretch of the journal. */
export interface JournalProblem {
  /**
   * `torn-end`: what followed the last whole entry was set aside in a file of its own, as after a
   * crash in the middle of a write. `damaged-line`: a line between good ones cannot be read.
   * `missing-entries`: the count of the entries jumps.
   */
  readonly code: 'torn-end' | 'damaged-line' | 'missing-entries';
  /** Line of the file, from 1. */
  readonly line: number;
  /** Bytes concerned, or entries for `missing-entries`. */
  readonly amount: number;
}

/** A bag that main holds a file of. */
export interface BagOnDisk {
  /** Names the file in every later request. */
  readonly bagId: string;
  readonly description: ArchiveDescription;
  readonly isBundled: boolean;
  /** Bytes of the file. */
  readonly fileBytes: number;
}

/** A refusal: nothing was written. `fileName` is what the user knows it by. */
export interface BagRefusal {
  readonly outcome: 'refused';
  readonly fileName: string;
  readonly problems: readonly BagProblem[];
}

export type OpenBagOutcome =
  | { readonly outcome: 'opened'; readonly bag: BagOnDisk }
  | { readonly outcome: 'cancelled' }
  | BagRefusal;

/** What the stream `archive://load/<bagId>` ends with; `isComplete` only after every digest matched. */
export type LoadVerdict =
  | { readonly outcome: 'complete'; readonly report: BagReport }
  | { readonly outcome: 'cancelled' }
  | BagRefusal;

export type SaveBagOutcome =
  | { readonly outcome: 'saved'; readonly path: string }
  | { readonly outcome: 'cancelled' }
  /** The system's code; nothing was written. */
  | { readonly outcome: 'failed'; readonly code: string };

/** Papers that the interface offers; the system's print dialog may know more. */
export type PrintPaper = 'A4' | 'A3' | 'Letter';

/** What the window's print styles show is to go on paper or into a file. */
export interface PrintJob {
  readonly to: 'printer' | 'pdf';
  readonly paper: PrintPaper;
  readonly isLandscape: boolean;
  /** Names the file. */
  readonly title: string;
}

/** A kind of file, as the system's file dialog names it: words of the interface, endings without the dot. */
export interface FileKind {
  readonly words: string;
  readonly extensions: readonly string[];
}

/** `failed` names the system's error (`ENOSPC`, `EACCES`…); a file that was there before is untouched. */
export type SaveFileOutcome =
  | { readonly outcome: 'saved'; readonly fileName: string; readonly bytes: number }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly fileName: string; readonly code: string };

export type ChooseFileOutcome =
  | { readonly outcome: 'chosen'; readonly fileName: string; readonly content: Uint8Array }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'too-large'; readonly fileName: string; readonly mostBytes: number }
  | { readonly outcome: 'failed'; readonly fileName: string; readonly code: string };

/** `reason` is the system's word for what went wrong; nothing was printed then. */
export type PrintOutcome =
  | { readonly outcome: 'printed' }
  | { readonly outcome: 'not-printed'; readonly reason: string }
  | SaveFileOutcome;

/** A document to be printed to PDF; it is set by the same fonts as the interface and runs no script. */
export interface PdfDocument {
  readonly html: string;
  /** Served beside it as `document.css`. */
  readonly css: string;
  /**
   * How many pages at the beginning go without a printed number; null where no page has one.
   * An element with `data-page-of` gets the number of the page with the element of that id, to which
   * the document must have a link.
   */
  readonly bareFolios: number | null;
}

/** `failed` names the system's error; a file that was there before is untouched. */
export type SavePdfOutcome = SaveFileOutcome;

export interface BlockedRequest {
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly url: string;
  /** The layer that stopped it. */
  readonly by: string;
}

/** Part of a journal. */
export interface JournalPart {
  /** The entries are all there is: what a table holds beside them must go. */
  readonly isWhole: boolean;
  /**
   * JSON of a list of `JournalEntry`, oldest first: between the processes ten thousand objects cost
   * a second, one text nearly nothing.
   */
  readonly entries: string;
}

/**
 * What the renderer may ask of the main process. The method's name is the channel; expected
 * outcomes are values, a rejection is a bug.
 */
export interface MainRequests {
  startState(): Promise<StartState>;
  /** Appends the changes to the journal and syncs it; resolves with the last sequence once they are on disk. */
  saveUserData(changes: readonly UserDataChange[]): Promise<number>;
  /** The journal after `sequence`, for rebuilding the tables. */
  journalAfter(sequence: number): Promise<JournalPart>;
  /** What the tables must hold once nothing is on its way to them. */
  expectedUserData(): Promise<UserDataExpectation>;
  /** The tables hold what the journal holds, and these archives; main watches over both from now on. */
  tablesAreInStep(archives: readonly LoadedArchive[]): Promise<void>;
  /**
   * Deletes the tables' files where they cannot be opened or read; while the journal lacks entries a
   * copy of them stays in the profile.
   */
  clearTables(): Promise<void>;
  safetyState(): Promise<SafetyState>;
  /** Makes a snapshot now, in the second folder too; rejects where it cannot be written. */
  makeSnapshot(): Promise<SnapshotHead>;
  /** What restoring would do; asks for a file where `source` is null. */
  previewRestore(source: RestoreSource | null): Promise<RestorePreview>;
  /** Makes a snapshot, then writes the difference to the journal; the tables have to follow. */
  restoreUserData(source: RestoreSource, mode: RestoreMode): Promise<RestoreOutcome>;
  /** Writes all user data to a file that is asked for, reads it again and compares. */
  takeNotesAlong(): Promise<WriteOutcome>;
  /**
   * Deletes user data, settings excepted, and every snapshot of the profile, provided that all of it
   * was taken along and nothing changed since. The tables have to follow.
   */
  wipeUserData(): Promise<'wiped' | 'not-taken-along'>;
  /** Asks for a second folder for snapshots, or forgets it. */
  chooseSecondFolder(choice: 'ask' | 'none'): Promise<void>;
  /** Shows the profile in the system's file manager. */
  showProfile(): Promise<void>;
  /** Asks for a file, or takes one that was dropped, copies it into the library and opens it. */
  openBag(path: string | null): Promise<OpenBagOutcome>;
  /** Waits for the verdict on a bag whose load stream has been read to its end. */
  loadVerdict(bagId: string): Promise<LoadVerdict>;
  cancelLoad(bagId: string): Promise<void>;
  /** Ends the copying of files into the library; their `openBag` resolves as cancelled. */
  cancelOpen(): Promise<void>;
  /** Compares a bag of the library with its manifest again, record by record; nothing is loaded. */
  verifyBag(bagId: string): Promise<LoadVerdict>;
  /** Ends a verification; its `verifyBag` resolves as cancelled. */
  cancelVerify(bagId: string): Promise<void>;
  /** Removes the library's copy of a bag; bundled bags stay. */
  removeBag(bagId: string): Promise<void>;
  /**
   * Looks at pages, stories and tables: those of these paths, those that are asked for, or the torn
   * sample page. `pattern` says how file names are made; empty: by the usual shapes. Null: none chosen.
   */
  planImport(
    what: readonly string[] | 'files' | 'folder' | 'sample',
    pattern: string,
  ): Promise<ImportPlan | null>;
  /** Builds bags of what was planned; `openBag` takes them into the library. */
  runImport(request: ImportRequest): Promise<ImportOutcome>;
  /** Ends the import or rebuilding that runs; nothing of it stays. */
  cancelImport(): Promise<void>;
  /** Builds an archive that was imported here again, with the decisions made since, as a higher revision. */
  rebuildArchive(archiveId: string): Promise<ImportOutcome>;
  /** Keeps decisions about a page and tells how it is restored with them. */
  reviewPage(request: ReviewRequest): Promise<PageReview>;
  /** Asks for a place and writes a copy of a bag there, to be given away. */
  saveBag(bagId: string): Promise<SaveBagOutcome>;
  blockedRequests(): Promise<readonly BlockedRequest[]>;
  /**
   * Asks where to, and writes a file there, whole or not at all, and synced. A text is written as
   * UTF-8; where a byte order mark is wanted it begins with one.
   */
  saveFileAs(
    suggestedName: string,
    kind: FileKind,
    content: string | Uint8Array,
  ): Promise<SaveFileOutcome>;
  /** Asks for a file of at most 64 MB and reads it; what it means is the caller's to find out. */
  chooseFile(kind: FileKind): Promise<ChooseFileOutcome>;
  /** Asks where to, prints the document and writes the file, whole or not at all. */
  savePdf(document: PdfDocument, suggestedName: string): Promise<SavePdfOutcome>;
  /** Prints the document, for the steps of a command line; the bytes of the file. */
  printPdf(document: PdfDocument): Promise<Uint8Array>;
  /** Ends the PDF that is being made; its `savePdf` resolves as cancelled. */
  cancelPdf(): Promise<void>;
  /** Tells the native menu the interface's language and what is possible now. */
  setInterfaceLanguage(language: string): Promise<void>;
  /** Prints the window as its print styles set it, or saves that as a PDF; asks the user where. */
  print(job: PrintJob): Promise<PrintOutcome>;
  /** Reads the file that a step of the command line names, by the step's place; no other can be read. */
  readStepFile(step: number): Promise<StepFileReading>;
  /** Writes the file that a step names: all of it, synced, or nothing. */
  writeStepFile(step: number, content: string | Uint8Array): Promise<StepFileWriting>;
  /** Prints lines of the command line's steps: `out` is for programs, `err` for people. */
  printLine(stream: 'out' | 'err', line: string): Promise<void>;
  /** Ends the process once all lines are printed. */
  endSteps(exitCode: number): Promise<void>;
}

/** What the main process may tell the renderer. */
export interface MainEvents {
  /** A bag is being copied into the library. */
  copyProgress: { readonly fileName: string; readonly bytes: number; readonly totalBytes: number };
  importProgress: ImportProgress;
  loadProgress: { readonly bagId: string } & BagProgress;
  verifyProgress: { readonly bagId: string } & BagProgress;
  blockedCount: number;
  /** What a PDF that is being made has come to. */
  pdfStep: 'setting' | 'numbering' | 'drawing' | 'writing';
  /** A file, or an address of a story (`guzhi://…`), that the system wants opened. */
  openFile: string;
  menuCommand: MenuCommand;
}

export type MenuCommand =
  | 'open-archive'
  | 'import-pages'
  | 'library'
  | 'back'
  | 'forward'
  | 'previous-issue'
  | 'next-issue'
  | 'larger-text'
  | 'smaller-text'
  | 'default-text'
  | 'shortcuts'
  | 'offline-report'
  | 'go-to'
  | 'contents'
  | 'search'
  | 'safety'
  | 'mark-doubtful'
  | 'glossary'
  | 'print'
  | 'page-image'
  | 'bookmark'
  | 'bookmarks'
  | 'notes'
  | 'history'
  | 'export'
  | 'cite';

/** What `window.guzhi` offers. */
export interface Bridge {
  request: { readonly [Method in keyof MainRequests]: MainRequests[Method] };
  /**
   * Calls back on every event of that name; returns the function that stops it. Files to open that
   * came before the first listener are delivered to it.
   */
  on<Name extends keyof MainEvents>(
    name: Name,
    listener: (event: MainEvents[Name]) => void,
  ): () => void;
  /** The path of a dropped file, for `openBag`. */
  pathOfFile(file: File): string;
}

declare global {
  interface Window {
    /** Absent outside the application's window. */
    readonly guzhi?: Bridge;
  }
}

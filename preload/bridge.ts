import type { ArchiveDescription } from '../archive/model/archive-description.ts';
import type { BagProblem, BagProgress, BagReport } from '../archive/model/bag-report.ts';
import type { JournalEntry, UserDataChange } from '../archive/model/user-data.ts';

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
export type CommandStepName = 'open' | 'import-annotations' | 'export-annotations' | 'export';

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

/**
 * What the renderer may ask of the main process. The method's name is the channel; expected
 * outcomes are values, a rejection is a bug.
 */
export interface MainRequests {
  startState(): Promise<StartState>;
  /** Appends the changes to the journal and syncs it; resolves with the last sequence once they are on disk. */
  saveUserData(changes: readonly UserDataChange[]): Promise<number>;
  /** The journal after `sequence`, oldest first, for rebuilding the tables. */
  journalAfter(sequence: number): Promise<readonly JournalEntry[]>;
  /** Asks for a file, or takes one that was dropped, copies it into the library and opens it. */
  openBag(path: string | null): Promise<OpenBagOutcome>;
  /** Waits for the verdict on a bag whose load stream has been read to its end. */
  loadVerdict(bagId: string): Promise<LoadVerdict>;
  cancelLoad(bagId: string): Promise<void>;
  /** Removes the library's copy of a bag; bundled bags stay. */
  removeBag(bagId: string): Promise<void>;
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
  loadProgress: { readonly bagId: string } & BagProgress;
  blockedCount: number;
  /** What a PDF that is being made has come to. */
  pdfStep: 'setting' | 'numbering' | 'writing';
  openFile: string;
  menuCommand: MenuCommand;
}

export type MenuCommand =
  | 'open-archive'
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
  | 'contents';

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

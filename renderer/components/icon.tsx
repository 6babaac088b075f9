import arrowLeft from '@phosphor-icons/core/assets/light/arrow-left-light.svg?raw';
import arrowRight from '@phosphor-icons/core/assets/light/arrow-right-light.svg?raw';
import bookmark from '@phosphor-icons/core/assets/light/bookmark-simple-light.svg?raw';
import bookmarkSet from '@phosphor-icons/core/assets/fill/bookmark-simple-fill.svg?raw';
import books from '@phosphor-icons/core/assets/light/books-light.svg?raw';
import calendarBlank from '@phosphor-icons/core/assets/light/calendar-blank-light.svg?raw';
import downloadSimple from '@phosphor-icons/core/assets/light/download-simple-light.svg?raw';
import fileArchive from '@phosphor-icons/core/assets/light/file-archive-light.svg?raw';
import folderOpen from '@phosphor-icons/core/assets/light/folder-open-light.svg?raw';
import fit from '@phosphor-icons/core/assets/light/corners-out-light.svg?raw';
import image from '@phosphor-icons/core/assets/light/image-light.svg?raw';
import keyboard from '@phosphor-icons/core/assets/light/keyboard-light.svg?raw';
import highlighter from '@phosphor-icons/core/assets/light/highlighter-light.svg?raw';
import notePencil from '@phosphor-icons/core/assets/light/note-pencil-light.svg?raw';
import copy from '@phosphor-icons/core/assets/light/copy-light.svg?raw';
import listBullets from '@phosphor-icons/core/assets/light/list-bullets-light.svg?raw';
import zoomOut from '@phosphor-icons/core/assets/light/magnifying-glass-minus-light.svg?raw';
import zoomIn from '@phosphor-icons/core/assets/light/magnifying-glass-plus-light.svg?raw';
import notebook from '@phosphor-icons/core/assets/light/notebook-light.svg?raw';
import plugs from '@phosphor-icons/core/assets/light/plugs-light.svg?raw';
import magnifyingGlass from '@phosphor-icons/core/assets/light/magnifying-glass-light.svg?raw';
import sliders from '@phosphor-icons/core/assets/light/sliders-horizontal-light.svg?raw';
import save from '@phosphor-icons/core/assets/light/bookmark-simple-light.svg?raw';
import saved from '@phosphor-icons/core/assets/fill/bookmark-simple-fill.svg?raw';
import sealCheck from '@phosphor-icons/core/assets/light/seal-check-light.svg?raw';
import sidebarSimple from '@phosphor-icons/core/assets/light/sidebar-simple-light.svg?raw';
import close from '@phosphor-icons/core/assets/light/x-light.svg?raw';
import warning from '@phosphor-icons/core/assets/light/warning-light.svg?raw';
import trash from '@phosphor-icons/core/assets/regular/trash.svg?raw';
import caretDown from '@phosphor-icons/core/assets/regular/caret-down.svg?raw';
import caretLeft from '@phosphor-icons/core/assets/regular/caret-left.svg?raw';
import caretRight from '@phosphor-icons/core/assets/regular/caret-right.svg?raw';
import caretUp from '@phosphor-icons/core/assets/regular/caret-up.svg?raw';
import check from '@phosphor-icons/core/assets/regular/check.svg?raw';
import minus from '@phosphor-icons/core/assets/regular/minus.svg?raw';
import pencil from '@phosphor-icons/core/assets/regular/pencil-simple.svg?raw';
import plus from '@phosphor-icons/core/assets/regular/plus.svg?raw';
import x from '@phosphor-icons/core/assets/regular/x.svg?raw';
import warningCircle from '@phosphor-icons/core/assets/regular/warning-circle.svg?raw';
import type { ReactElement } from 'react';

/** Phosphor 2.1 (MIT): Light where drawn at 20 px, Regular at 16 px; both have a 1 px stroke there. */
const drawings = {
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  bookmark,
  'bookmark-set': bookmarkSet,
  books,
  calendar: calendarBlank,
  download: downloadSimple,
  'file-archive': fileArchive,
  'folder-open': folderOpen,
  image,
  keyboard,
  list: listBullets,
  notebook,
  plugs,
  search: magnifyingGlass,
  sliders,
  save,
  saved,
  'seal-check': sealCheck,
  sidebar: sidebarSimple,
  warning,
  close,
  copy,
  highlighter,
  'note-pencil': notePencil,
  trash,
  fit,
  'zoom-in': zoomIn,
  'zoom-out': zoomOut,
  'caret-down': caretDown,
  'caret-left': caretLeft,
  'caret-right': caretRight,
  'caret-up': caretUp,
  check,
  minus,
  pencil,
  plus,
  'warning-circle': warningCircle,
  x,
} as const;

export type IconName = keyof typeof drawings;

const paths = new Map<string, string>();

function pathOf(name: IconName): string {
  const known = paths.get(name);
  if (known !== undefined) return known;
  const path = / d="([^"]+)"/.exec(drawings[name])?.[1] ?? '';
  paths.set(name, path);
  return path;
}

/** A drawing beside words that say the same: hidden from assistive technology. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }): ReactElement {
  return (
    <svg className={small ? 'icon small' : 'icon'} viewBox="0 0 256 256" aria-hidden="true">
      <path d={pathOf(name)} />
    </svg>
  );
}

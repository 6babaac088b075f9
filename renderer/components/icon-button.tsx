import type { ReactElement, ReactNode } from 'react';

/** A square button of the toolbar; `label` is its name and its tip. */
export function IconButton({
  label,
  shortcut,
  onPress,
  isPressed,
  isDisabled = false,
  children,
}: {
  label: string;
  shortcut?: string;
  onPress: () => void;
  isPressed?: boolean;
  isDisabled?: boolean;
  children: ReactNode;
}): ReactElement {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      aria-pressed={isPressed}
      aria-keyshortcuts={shortcut}
      title={shortcut === undefined ? label : `${label}　${shortcut}`}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

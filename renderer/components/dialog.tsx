import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';

/** A modal slip: focus stays inside, Escape closes, focus returns to where it was. */
export function Dialog({
  title,
  onClose,
  isError = false,
  children,
}: {
  title: string;
  onClose: () => void;
  /** Errors stand under a red rule. */
  isError?: boolean;
  children: ReactNode;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The first control may stand at the foot of a long sheet: it is read from its head.
    element?.scrollTo(0, 0);
    return () => {
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={isError ? 'dialog slip bad' : 'dialog slip'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}

import { useEffect, useState, type RefObject } from 'react';

/**
 * Whether the last thing put into a field was longer than its `maxLength` leaves room for: the field
 * takes the beginning without a word. Asked before it does, as laying out a million characters only
 * to cut them would stop the window for half a minute.
 */
export function useLengthLimit(
  field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>,
  /** Whether the field is there: it is listened to anew when this changes. */
  isShown = true,
): boolean {
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    function check({ data, dataTransfer }: InputEvent): void {
      if (element === null) return;
      const { value, selectionStart, selectionEnd, maxLength } = element;
      const added = data ?? dataTransfer?.getData('text/plain') ?? '';
      const kept = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0));
      // Line ends of two characters come in as one.
      const length = added.length - (added.split('\r\n').length - 1);
      setCut(length > 0 && kept + length > maxLength);
    }
    // React's own onBeforeInput does not fire for all that is put in.
    const listening: HTMLElement = element;
    listening.addEventListener('beforeinput', check);
    return () => {
      listening.removeEventListener('beforeinput', check);
    };
  }, [field, isShown]);
  return isCut;
}

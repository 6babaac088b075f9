import type { ReactElement } from 'react';

/** The 3 px line of long work. `value` runs from 0 to 1. */
export function ProgressLine({ label, value }: { label: string; value: number }): ReactElement {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      className="progress-line"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ inlineSize: `${percent}%` }} />
    </div>
  );
}

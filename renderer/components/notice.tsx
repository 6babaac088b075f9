import type { ReactElement, ReactNode } from 'react';

/** An empty state or an error, set as a brief: headline, a sentence or two, what to do. */
export function Notice({
  title,
  isError = false,
  children,
  actions,
}: {
  title: string;
  isError?: boolean;
  children: ReactNode;
  actions?: ReactNode;
}): ReactElement {
  return (
    <section className={isError ? 'notice bad' : 'notice'} role={isError ? 'alert' : undefined}>
      <h2>{title}</h2>
      <div className="notice-text">{children}</div>
      {actions !== undefined && <div className="actions">{actions}</div>}
    </section>
  );
}

import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';
import { Notice } from '../components/notice.tsx';

/** The one place that mistakes of the program reach: it says what is safe and how to go on. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly error: Error | null }
> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <main className="whole-window">
            <Notice
              title={t('failure.title')}
              isError
              actions={
                <button
                  type="button"
                  className="button primary"
                  onClick={() => {
                    window.location.reload();
                  }}
                >
                  {t('failure.reload')}
                </button>
              }
            >
              <p>{t('failure.text')}</p>
              <pre>{error.stack ?? error.message}</pre>
            </Notice>
          </main>
        )}
      </Translation>
    );
  }
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/dialog.tsx';
import { commandGroups, commandKeys } from './command-keys.ts';

/** Every keyboard shortcut on one sheet. */
export function ShortcutSheet({
  isMac,
  onClose,
}: {
  isMac: boolean;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog title={t('shortcuts.title')} onClose={onClose}>
      <div className="shortcut-groups">
        {commandGroups.map(([group, commands]) => (
          <section key={group}>
            <h3 className="label">{t(`shortcuts.groups.${group}`)}</h3>
            <dl>
              {commands.map((command) => (
                <div key={command}>
                  <dt>{t(`shortcuts.${command}`)}</dt>
                  <dd>
                    {commandKeys[command].map((keys) => (
                      <kbd key={keys}>
                        {isMac ? keys.replace('Ctrl', '⌘').replace('Alt', '⌥') : keys}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="actions">
        <button type="button" className="button" onClick={onClose}>
          {t('shortcuts.close')}
        </button>
      </p>
    </Dialog>
  );
}

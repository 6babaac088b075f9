import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/dialog.tsx';
import { commandGroups, commandKeys } from './command-keys.ts';

/** Keys that mean something on a mark alone. */
const markKeys = [
  ['openMark', 'Enter'],
  ['resizeEnd', 'Shift+←→↑↓'],
  ['resizeStart', 'Alt+Shift+←→↑↓'],
] as const;

function keyName(keys: string, isMac: boolean): string {
  return isMac ? keys.replace('Ctrl', '⌘').replace('Alt', '⌥') : keys;
}

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
                      <kbd key={keys}>{keyName(keys, isMac)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
              {group === 'annotate' &&
                markKeys.map(([name, keys]) => (
                  <div key={name}>
                    <dt>{t(`annotate.keys.${name}`)}</dt>
                    <dd>
                      <kbd>{keyName(keys, isMac)}</kbd>
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

import { useTranslation } from 'react-i18next';

/** How long something still takes, in words; empty while that cannot be known. */
export function useTimeLeft(secondsLeft: number | null): string {
  const { t } = useTranslation();
  if (secondsLeft === null) return '';
  const seconds = Math.max(1, Math.ceil(secondsLeft));
  const time =
    seconds < 90
      ? t('start.seconds', { count: seconds })
      : t('start.minutes', { count: Math.ceil(seconds / 60) });
  return t('start.remaining', { time });
}

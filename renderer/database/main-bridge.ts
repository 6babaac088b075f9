import type { Bridge } from '../../preload/bridge.ts';

/** What the preload offers. Throws outside the application's window. */
export function mainBridge(): Bridge {
  if (!window.guzhi) throw new Error('The bridge to the main process is missing');
  return window.guzhi;
}

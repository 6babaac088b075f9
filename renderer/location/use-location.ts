import { useSyncExternalStore } from 'react';
import { formatLocation, parseLocation, type Location } from './location.ts';

let current: { hash: string; location: Location } = { hash: '#/', location: { screen: 'library' } };

function read(): Location {
  const { hash } = window.location;
  if (hash !== current.hash) {
    current = { hash, location: parseLocation(hash.slice(1)) ?? { screen: 'library' } };
  }
  return current.location;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
  };
}

export function useLocation(): Location {
  return useSyncExternalStore(subscribe, read);
}

/** Goes to a place as a new step of the history. */
export function goTo(location: Location): void {
  window.location.hash = formatLocation(location);
}

/** Goes to a place instead of the present one, so that back does not return here. */
export function replaceLocation(location: Location): void {
  const url = new URL(window.location.href);
  url.hash = formatLocation(location);
  window.location.replace(url);
}

/** A link to a place, for `href`. */
export function hrefOf(location: Location): string {
  return `#${formatLocation(location)}`;
}

import { useCallback, useEffect, useRef } from 'react';

/** The same function at every drawing, which calls the latest one: what is given it is not drawn anew. */
export function useSteady<Argument>(
  call: (argument: Argument) => void,
): (argument: Argument) => void {
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  });
  return useCallback((argument: Argument) => {
    latest.current(argument);
  }, []);
}

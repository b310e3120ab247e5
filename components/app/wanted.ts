import { useEffect, useState } from 'preact/hooks';

/** What is loaded once it is wanted first (`load` gives the same each time); `null` before, and while it is not wanted. */
export function useWanted<Value>(isWanted: boolean, load: () => Promise<Value>): Value | null {
  const [loaded, setLoaded] = useState<{ value: Value } | null>(null);
  useEffect(() => {
    if (!isWanted || loaded) return undefined;
    let isCurrent = true;
    void load().then((value) => isCurrent && setLoaded({ value }));
    return () => {
      isCurrent = false;
    };
  }, [isWanted, loaded]);
  return isWanted && loaded ? loaded.value : null;
}

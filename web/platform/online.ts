// Whether the browser believes that it has a network.
import { useSyncExternalStore } from 'react';

function watchNetwork(watch: () => void): () => void {
  addEventListener('online', watch);
  addEventListener('offline', watch);
  return () => {
    removeEventListener('online', watch);
    removeEventListener('offline', watch);
  };
}

export const useOnline = () => useSyncExternalStore(watchNetwork, () => navigator.onLine);

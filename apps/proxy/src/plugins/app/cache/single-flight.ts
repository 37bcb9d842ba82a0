/** Runs work once per key at a time; whoever asks meanwhile gets the same promise. */
export type SingleFlight = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** A {@link SingleFlight} with a table of its own. A failed run is forgotten like a finished one. */
export function createSingleFlight(): SingleFlight {
  const flights = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const running = flights.get(key) as Promise<T> | undefined;
    if (running !== undefined) return running;
    const flight = work().finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };
}

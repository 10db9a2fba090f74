/** Work of one kind, one after the other: who waits in line waits here, and holds no connection to the database. */
export class Line {
  private readonly last = new Map<string, Promise<unknown>>();

  async turn<T>(kind: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.last.get(kind) ?? Promise.resolve()).then(work);
    const over = mine.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(kind, over);
    try {
      return await mine;
    } finally {
      if (this.last.get(kind) === over) this.last.delete(kind);
    }
  }
}
